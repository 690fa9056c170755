// Any bytes as an archive, a table, a mail or a news item: documents or one clear error,
// and the same from a stream that goes on at a bookmark.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "hearsay/source/archive.h"
#include "hearsay/source/mail.h"
#include "hearsay/source/newsml.h"
#include "hearsay/source/table.h"
#include "hearsay/source/tar.h"

namespace {

using hearsay::ByteStream;
using hearsay::Result;
using namespace hearsay::source;  // NOLINT(google-build-using-namespace)

constexpr std::size_t kLimit = 1 << 20;

ByteStream stream_of(std::string_view bytes) {
  return ByteStream::of("file", [bytes](std::span<char> buffer) mutable {
    const std::size_t count = std::min(buffer.size(), bytes.size());
    std::memcpy(buffer.data(), bytes.data(), count);
    bytes.remove_prefix(count);
    return Result<std::size_t>(count);
  });
}

template <class Found>
void check(const Found& found) {
  if (!found && found.error().message.empty()) std::abort();
}

void read_archive(std::string_view text, ArchiveReader::Form form) {
  ArchiveReader archive(ByteWindow(stream_of(text)), form, kLimit);
  while (const auto documents = archive.next()) {
    check(*documents);
    archive.place();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  switch (bytes[0] % 6) {
    case 0:
      read_archive(text, ArchiveReader::Form::kWarc);
      break;
    case 1:
      read_archive(text, ArchiveReader::Form::kArc);
      break;
    case 2:
      check(parse_mail(text, "file"));
      break;
    case 3:
      check(parse_newsml(text, "file"));
      break;
    case 4: {
      const auto columns = find_columns(text, {});
      check(columns);
      if (!columns) break;
      ByteWindow window(stream_of(text));
      window.skip(columns->heading_bytes);
      TableReader rows(std::move(window), *columns, "file", kLimit);
      while (const auto row = rows.next()) check(*row);
      break;
    }
    default: {
      TarReader tar{ByteWindow(stream_of(text))};
      std::string buffer(1000, '\0');
      while (auto entry = tar.next()) {
        check(*entry);
        if (*entry) check((*entry)->stream.read(buffer));
      }
    }
  }
  return 0;
}
