// Any bytes as a file: its kind is told, and JSON gives documents or one clear error.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "hearsay/base/mail_date.h"
#include "hearsay/source/file_kind.h"
#include "hearsay/source/json_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (text.empty()) return 0;
  const auto kind = hearsay::source::kind_of("file", text);
  if (!kind && kind.error().message.empty()) std::abort();
  const auto documents = hearsay::source::parse_json_documents(text, "file");
  if (!documents && documents.error().message.empty()) std::abort();
  if (const auto moment = hearsay::parse_mail_date(text)) {
    if (print(*moment).empty()) std::abort();
  }
  return 0;
}
