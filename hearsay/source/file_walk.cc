// A stack of open folders; only the names of the folders on the way down are in memory.

#include "hearsay/source/file_walk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <sys/stat.h>

namespace hearsay::source {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> fail_at(const fs::path& path, int number) {
  if (number == ENOENT || number == ENOTDIR) {
    struct stat link{};
    const bool is_link = ::lstat(path.c_str(), &link) == 0;
    return fail(ErrorCode::kNotFound,
                path.string() + (is_link ? ": the link points to nothing"
                                         : ": no such file; check the path"));
  }
  if (number == ELOOP) {
    return fail(ErrorCode::kUnreadable, path.string() + ": the link points to itself");
  }
  if (number == EACCES || number == EPERM) {
    return fail(ErrorCode::kUnreadable,
                path.string() + ": permission denied; make it readable for this user");
  }
  return fail(ErrorCode::kUnreadable,
              path.string() + ": cannot be read: " + std::strerror(number));
}

}  // namespace

FileWalk::FileWalk(std::vector<std::string> inputs) : inputs_(std::move(inputs)) {}

std::optional<Result<std::string>> FileWalk::next() {
  for (;;) {
    fs::path path;
    if (!open_.empty()) {
      if (open_.back().entries.empty()) {
        open_.pop_back();
        continue;
      }
      path = std::move(open_.back().entries.back());
      open_.back().entries.pop_back();
    } else if (next_input_ < inputs_.size()) {
      const std::string& input = inputs_[next_input_++];
      if (input == "-") return input;
      path = input;
    } else {
      return std::nullopt;
    }
    if (auto found = visit(path)) return found;
  }
}

std::optional<Result<std::string>> FileWalk::visit(const fs::path& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return fail_at(path, errno);
  if (S_ISDIR(status.st_mode)) return enter(path, {status.st_dev, status.st_ino});
  if (!S_ISREG(status.st_mode)) {
    return fail(ErrorCode::kUnreadable,
                path.string() + ": is not a regular file; name files, folders or -");
  }
  return path.string();
}

std::optional<Result<std::string>> FileWalk::enter(const fs::path& path, Place place) {
  if (!entered_.insert(place).second) {
    const bool loop = std::ranges::find(open_, place, &Folder::place) != open_.end();
    if (!loop) return std::nullopt;  // its files were given already
    return fail(ErrorCode::kUnreadable,
                path.string() + ": the link leads back to a folder it lies in; skipped");
  }
  std::error_code error;
  fs::directory_iterator entry(path, error);
  Folder folder{place, {}};
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    if (!entry->path().filename().string().starts_with('.')) {
      folder.entries.push_back(entry->path());
    }
  }
  if (error) return fail_at(path, error.value());
  std::ranges::sort(folder.entries, std::ranges::greater{},
                    [](const fs::path& one) { return one.filename().string(); });
  open_.push_back(std::move(folder));
  return std::nullopt;
}

}  // namespace hearsay::source
