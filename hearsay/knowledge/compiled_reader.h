// Makes a knowledge base that looks into compiled bytes.

#pragma once

#include <utility>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/compiled_format.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/knowledge/mapped_file.h"

namespace hearsay {

class CompiledReader {
 public:
  explicit CompiledReader(MappedFile file) { base_.compiled_ = std::move(file); }

  // Once only. Everything but the languages. Fails as read_parts does, and when a record
  // leads outside its section.
  Result<KnowledgeBase> read() &&;

 private:
  void read_countries();
  void read_competitions();
  void read_clubs();
  void read_outlets();
  void read_people();
  void read_players();

  std::string_view text(TextPlace place) const { return parts_->slice(place); }
  std::span<const std::string_view> texts(ListPlace place) const {
    return std::span<const std::string_view>(base_.texts_)
        .subspan(place.begin, place.size);
  }

  KnowledgeBase base_;
  std::shared_ptr<CompiledParts> parts_;
};

}  // namespace hearsay
