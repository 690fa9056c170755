#include "hearsay/text/decode.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "hearsay/base/utf8.h"
#include "hearsay/text/mojibake.h"

namespace hearsay::text {
namespace {

constexpr std::string_view kMark8 = "\xEF\xBB\xBF";
constexpr std::string_view kMark16Little = "\xFF\xFE";
constexpr std::string_view kMark16Big = "\xFE\xFF";

// Only when so many letters are no UTF-8 is the whole text of another charset.
constexpr std::size_t kLeastForeignBytes = 20;
constexpr int kLeastConfidence = 30;  // of ICU's 0…100; Windows-1252 news gives 20…80
// Less will do when no other charset comes near: Cyrillic with English names gives 19…33.
constexpr int kLeastAlone = 15;
constexpr int kSure =
    90;  // as charsets of several bytes are, though some pairs are UTF-8
constexpr std::size_t kDetectedBytes = 1 << 16;

struct Wrong {
  std::size_t wrong = 0;  // bytes that are no UTF-8
  std::size_t right = 0;  // characters over U+007F that are
};

Wrong count_wrong(std::string_view bytes) {
  Wrong count;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    if (!point.valid)
      ++count.wrong;
    else if (point.value >= 0x80)
      ++count.right;
    at += point.bytes;
  }
  return count;
}

// UTF-16 without a mark shows in every second byte being zero.
std::optional<bool> find_little_endian(std::string_view bytes) {
  if (bytes.starts_with(kMark16Little)) return true;
  if (bytes.starts_with(kMark16Big)) return false;
  const std::string_view start = bytes.substr(0, 64);
  if (start.size() < 8) return std::nullopt;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (start[i] == 0) ++(i % 2 == 0 ? even : odd);
  }
  if (odd * 3 > start.size() && even == 0) return true;
  if (even * 3 > start.size() && odd == 0) return false;
  return std::nullopt;
}

Rewritten decode_utf16(std::string_view bytes, bool little) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  };
  Rewriting out(bytes);
  std::size_t at = 0;
  while (at + 2 <= bytes.size()) {
    char32_t value = unit(at);
    std::size_t end = at + 2;
    if (value >= 0xD800 && value < 0xDC00 && end + 2 <= bytes.size()) {
      const char32_t low = unit(end);
      if (low >= 0xDC00 && low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        end += 2;
      }
    }
    if (value >= 0xD800 && value < 0xE000) value = 0xFFFD;
    std::string character;
    if (value != 0xFEFF) append_utf8(character, value);
    out.change(at, end, character);
    at = end;
  }
  if (at < bytes.size())
    out.replace(at, bytes.size(), "\xEF\xBF\xBD", RepairKind::kEncoding);
  return std::move(out).finish();
}

using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;
using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

struct Charset {
  std::string name;
  int confidence = 0;
};

// The charset that the statistics tell; no name when they tell none but the usual two.
Charset detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&status), &ucsdet_close);
  const std::string_view start = bytes.substr(0, kDetectedBytes);
  ucsdet_setText(detector.get(), start.data(), static_cast<std::int32_t>(start.size()),
                 &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) || count == 0) return {};
  const int confidence = ucsdet_getConfidence(matches[0], &status);
  const int next = count > 1 ? ucsdet_getConfidence(matches[1], &status) : 0;
  const char* name = ucsdet_getName(matches[0], &status);
  const bool alone = confidence >= kLeastAlone && next * 3 <= confidence * 2;
  if (U_FAILURE(status) || (confidence < kLeastConfidence && !alone)) return {};
  const std::string_view found = name;
  const bool usual = found == "ISO-8859-1" || found == "windows-1252" ||
                     found == "UTF-8" || found.starts_with("UTF-") ||
                     found.starts_with("ISO-2022");
  return usual ? Charset{} : Charset{std::string(found), confidence};
}

// One character at a time, so that each knows its bytes.
std::optional<Rewritten> convert(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  Rewriting out(bytes);
  const char* at = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  while (at < end) {
    const auto begin = static_cast<std::size_t>(at - bytes.data());
    status = U_ZERO_ERROR;
    const UChar32 value = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    const auto after = std::max(begin + 1, static_cast<std::size_t>(at - bytes.data()));
    at = bytes.data() + after;
    const bool ascii = U_SUCCESS(status) && value < 0x80 && after == begin + 1;
    if (ascii && value == static_cast<unsigned char>(bytes[begin])) continue;
    std::string character;
    append_utf8(character, U_SUCCESS(status) ? static_cast<char32_t>(value) : 0xFFFD);
    out.replace(begin, after, character, RepairKind::kEncoding);
  }
  return std::move(out).finish();
}

Rewritten repair_bytes(std::string_view bytes) {
  Rewriting out(bytes);
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    if (!point.valid) {
      std::string character;
      append_utf8(character, from_windows_1252(static_cast<unsigned char>(bytes[at])));
      out.replace(at, at + 1, character, RepairKind::kEncoding);
    }
    at += point.bytes;
  }
  return std::move(out).finish();
}

}  // namespace

std::optional<Rewritten> decode(std::string_view bytes) {
  if (const auto little = find_little_endian(bytes)) return decode_utf16(bytes, *little);
  if (is_utf8(bytes)) {
    if (!bytes.starts_with(kMark8)) return std::nullopt;
    Rewriting out(bytes);
    out.change(0, kMark8.size(), "");
    return std::move(out).finish();
  }
  const Wrong count = count_wrong(bytes);
  if (count.wrong >= kLeastForeignBytes) {
    const Charset charset = detect(bytes);
    const bool foreign = count.right * 4 < count.wrong || charset.confidence >= kSure;
    if (foreign && !charset.name.empty()) {
      if (auto converted = convert(bytes, charset.name)) return converted;
    }
  }
  return repair_bytes(bytes);
}

}  // namespace hearsay::text
