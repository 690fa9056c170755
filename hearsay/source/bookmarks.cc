#include "hearsay/source/bookmarks.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>
#include <utility>

#include <sys/stat.h>

#include "hearsay/base/file.h"
#include "hearsay/base/json.h"

namespace hearsay::source {
namespace {

constexpr std::size_t kLargestFile = 256UL << 20;

std::optional<std::int64_t> number(const Json& json, std::string_view name) {
  const Json* value = json.find(name);
  if (value == nullptr || value->integer() == nullptr || *value->integer() < 0) {
    return std::nullopt;
  }
  return *value->integer();
}

std::optional<Bookmark> parse(std::string_view line) {
  const Result<Json> json = parse_json(line);
  if (!json) return std::nullopt;
  const Json* file = json->find("file");
  const auto size = number(*json, "size");
  const auto modified = number(*json, "modified");
  if (file == nullptr || file->string() == nullptr || !size || !modified) {
    return std::nullopt;
  }
  Bookmark bookmark;
  bookmark.file = *file->string();
  bookmark.size_bytes = static_cast<std::size_t>(*size);
  bookmark.modified = *modified;
  const Json* finished = json->find("finished");
  bookmark.finished =
      finished != nullptr && finished->boolean() != nullptr && *finished->boolean();
  const auto count = [&](std::string_view name) {
    return static_cast<std::size_t>(number(*json, name).value_or(0));
  };
  bookmark.place = {count("at"), count("skip")};
  bookmark.records = count("records");
  return bookmark;
}

std::string line_of(const Bookmark& bookmark) {
  Json json = Json::object();
  json.set("file", bookmark.file);
  json.set("size", bookmark.size_bytes);
  json.set("modified", bookmark.modified);
  if (bookmark.finished) {
    json.set("finished", true);
  } else {
    json.set("at", bookmark.place.file_bytes);
    json.set("skip", bookmark.place.skip_bytes);
    json.set("records", bookmark.records);
  }
  return print(json) + "\n";
}

}  // namespace

Bookmark bookmark_of(const std::string& file) {
  Bookmark bookmark;
  bookmark.file = file;
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return bookmark;
  bookmark.size_bytes = static_cast<std::size_t>(status.st_size);
  bookmark.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 +
                      std::int64_t{status.st_mtim.tv_nsec};
  return bookmark;
}

Result<Bookmarks> load_bookmarks(const std::string& path) {
  Bookmarks bookmarks;
  const auto bytes = read_file(path, kLargestFile);
  if (!bytes && bytes.error().code == ErrorCode::kNotFound) return bookmarks;
  if (!bytes) return std::unexpected(bytes.error());
  for (std::size_t at = 0; at < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
    auto bookmark = parse(std::string_view(*bytes).substr(at, end - at));
    if (bookmark) bookmarks.insert_or_assign(bookmark->file, std::move(*bookmark));
    at = end + 1;
  }
  if (bookmarks.empty() && !bytes->empty()) {
    return fail(ErrorCode::kMalformed,
                path + ": is no position file; name another file for --resume");
  }
  return bookmarks;
}

Result<void> add_bookmarks(const std::string& path, const std::vector<Bookmark>& fresh) {
  bool begins_line = true;
  {
    std::ifstream before(path, std::ios::binary | std::ios::ate);
    if (before && before.tellg() > 0) {
      before.seekg(-1, std::ios::end);
      begins_line = before.get() == '\n';
    }
  }
  std::string lines = begins_line ? "" : "\n";
  for (const Bookmark& bookmark : fresh) lines += line_of(bookmark);
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file << lines << std::flush;
  if (file) return {};
  return fail(ErrorCode::kUnreadable,
              path + ": cannot be written: " + std::strerror(errno));
}

}  // namespace hearsay::source
