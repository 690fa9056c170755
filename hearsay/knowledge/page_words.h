// What the reader of web pages must know of words: months, the names that page makers
// give to the parts of a page, and how boilerplate begins.
//
// Read from the folder data/page/; every table may be missing. Immutable once loaded.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/fold.h"

namespace hearsay {

// What an element is, told by a name in its class, id or role.
enum class PageMark : std::uint8_t {
  kNone,
  kDrop,  // no part of the article
  kBody,  // holds the article and little else
  kPost,  // an embedded social-media post
  kCaption,
  kTeaser,  // as kDrop, but also what holds the lead between the title and the body
  kKeep,    // never dropped, though one of its words says so
};

class PageWords {
 public:
  // kMalformed names file, line and place of the first wrong row.
  static Result<PageWords> load(const std::filesystem::path& folder);

  // 1…12, or 0 for a word that names no month. A word that languages use for different
  // months is read in `language` (BCP 47, may be empty).
  int month(std::string_view word, std::string_view language) const;

  // What a name in a class, id or role says, and what a word within such a name says.
  // REQUIRES: both are in small ASCII letters, without separators.
  PageMark mark_of_name(std::string_view name) const;
  PageMark mark_of_word(std::string_view word) const;

  // Whether a short paragraph is boilerplate by how it begins. `mostly_link`: most of
  // its text is a link.
  bool is_boilerplate(std::string_view text, bool mostly_link) const;

  // UTF-8 of a named character reference without '&' and ';'; empty for an unknown name.
  std::string_view entity(std::string_view name) const;
  // The longest name that `text` begins with and that needs no ';': its bytes, or 0.
  std::size_t bare_entity(std::string_view text) const;

 private:
  struct Month {
    std::string language;
    int number = 0;
  };
  struct Entity {
    std::string characters;
    bool bare = false;
  };
  struct Mark {
    PageMark meaning = PageMark::kNone;
    bool whole = false;
  };
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>{}(name);
    }
  };
  template <class Value>
  using Names = std::unordered_map<std::string, Value, NameHash, std::equal_to<>>;
  enum class When : std::uint8_t { kStart, kLink, kWhole };

  Result<void> load_months(const std::filesystem::path& path);
  Result<void> load_marks(const std::filesystem::path& path);
  Result<void> load_phrases(const std::filesystem::path& path);
  Result<void> load_entities(const std::filesystem::path& path);

  std::unordered_map<WordKey, std::vector<Month>> months_;
  Names<Mark> marks_;
  // By the first bytes of the folded phrase, so that most paragraphs need one look-up.
  Names<std::vector<std::pair<std::string, When>>> phrases_;
  Names<Entity> entities_;
};

}  // namespace hearsay
