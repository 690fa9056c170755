// The bytes of a file, mapped read-only: nothing is copied, and processes that map the
// same file share its memory.

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay {

class MappedFile {
 public:
  MappedFile() = default;  // no bytes

  // kNotFound, kUnreadable (permission, a folder); the message names the path. What is
  // mapped stays as it is when another file takes its name; a file that somebody cuts
  // short in place does not, so files are replaced by renaming.
  static Result<MappedFile> open(const std::filesystem::path& path);

  // The same from memory; `name` stands for the path in messages.
  static MappedFile of(std::string bytes, std::string name);

  std::string_view bytes() const;  // begin on a boundary of 8 bytes at least
  const std::string& name() const;

 private:
  struct Mapping;
  std::shared_ptr<const Mapping> mapping_;
};

}  // namespace hearsay
