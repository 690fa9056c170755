// A language, as far as transfer news needs it: read from the folder data/lang/<xx>/.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay {

class Lexicon {
 public:
  // Reads a language folder; the folder's name is the language ("en"). Fails at the first
  // malformed row, naming file and line.
  static Result<std::unique_ptr<Lexicon>> load(const std::filesystem::path& folder);

  std::string_view language() const { return language_; }

 private:
  std::string language_;
};

}  // namespace hearsay
