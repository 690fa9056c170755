// The files of what the user named: each once, folders in the order of their names.
//
// Hidden files are skipped inside folders. Links are followed, but a folder is entered
// once only: a link that leads back up is an error of one line, not a walk for ever.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay::source {

class FileWalk {
 public:
  explicit FileWalk(std::vector<std::string> inputs);

  // The next regular file, "-" for standard input, or what stood in its place. Nothing at
  // the end. A file is not opened here.
  std::optional<Result<std::string>> next();

 private:
  using Place = std::pair<dev_t, ino_t>;
  struct Folder {
    Place place;
    std::vector<std::filesystem::path> entries;  // the next one is the last
  };

  std::optional<Result<std::string>> visit(const std::filesystem::path& path);
  std::optional<Result<std::string>> enter(const std::filesystem::path& path,
                                           Place place);

  std::vector<Folder> open_;  // from the outermost to the innermost
  std::vector<std::string> inputs_;
  std::size_t next_input_ = 0;
  std::set<Place> entered_;
};

}  // namespace hearsay::source
