// The C library's iconv converts, one character at a time, so that each character's bytes
// are known; single-byte charsets are asked once for all 256 values. Pages in UTF-8,
// nearly all, are not copied.

#include "hearsay/page/charset.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

#include <iconv.h>

#include "hearsay/base/utf8.h"

namespace hearsay::page {
namespace {

constexpr std::size_t kDeclarationBytes = 4096;

std::string small(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return out;
}

struct Alias {
  std::string_view label;
  std::string_view name;
};

// Where browsers read another charset than the label's, or the C library has another
// name.
constexpr std::array<Alias, 22> kAliases = {{{"iso-8859-1", "windows-1252"},
                                             {"iso8859-1", "windows-1252"},
                                             {"iso_8859-1", "windows-1252"},
                                             {"latin1", "windows-1252"},
                                             {"latin-1", "windows-1252"},
                                             {"us-ascii", "windows-1252"},
                                             {"ascii", "windows-1252"},
                                             {"cp1252", "windows-1252"},
                                             {"x-cp1252", "windows-1252"},
                                             {"iso-8859-9", "windows-1254"},
                                             {"gb2312", "gb18030"},
                                             {"gbk", "gb18030"},
                                             {"gb_2312-80", "gb18030"},
                                             {"x-gbk", "gb18030"},
                                             {"big5", "big5-hkscs"},
                                             {"shift_jis", "cp932"},
                                             {"shift-jis", "cp932"},
                                             {"sjis", "cp932"},
                                             {"x-sjis", "cp932"},
                                             {"euc-kr", "uhc"},
                                             {"ks_c_5601-1987", "uhc"},
                                             {"utf8", "utf-8"}}};

std::string charset_named(std::string_view label) {
  const std::string wanted = small(label);
  const auto alias = std::ranges::find(kAliases, wanted, &Alias::label);
  return alias == kAliases.end() ? wanted : std::string(alias->name);
}

// The value behind "charset=" or "encoding=", quoted or not.
std::optional<std::string> value_after(std::string_view head, std::string_view key) {
  for (std::size_t at = head.find(key); at != std::string_view::npos;
       at = head.find(key, at)) {
    at += key.size();
    std::size_t begin = head.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\r\n\"'=", begin);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end =
        std::min(head.find_first_of(" \t\r\n\"';>/?", begin), head.size());
    if (end > begin) return std::string(head.substr(begin, end - begin));
  }
  return std::nullopt;
}

std::optional<std::string> declared_inside(std::string_view bytes) {
  const std::string head = small(bytes.substr(0, kDeclarationBytes));
  if (head.starts_with("<?xml")) {
    const std::string_view declaration =
        std::string_view(head).substr(0, head.find("?>"));
    if (auto name = value_after(declaration, "encoding")) return name;
  }
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 1)) {
    const std::size_t end = head.find('>', at);
    const std::string_view tag =
        std::string_view(head).substr(at, end == std::string::npos ? end : end - at);
    if (auto name = value_after(tag, "charset")) {
      // A page that could be read this far is not in UTF-16, whatever it says.
      return name->starts_with("utf-16") ? "utf-8" : name;
    }
  }
  return std::nullopt;
}

// Whether UTF-8 of two bytes and more is there and outnumbers wrong bytes.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode_at(bytes, at);
    (point.valid ? good : wrong) += 1;
    at += point.bytes;
  }
  return wrong == 0 || good > wrong;
}

class Converter {
 public:
  explicit Converter(const std::string& charset)
      : iconv_(iconv_open("UTF-8", charset.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  Converter(Converter&&) = delete;
  Converter& operator=(Converter&&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(iconv_);
  }

  bool is_open() const {
    return iconv_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
  }

  // The bytes of one character at the front of `bytes`, its UTF-8 in `out`; 0 for none.
  std::size_t convert_one(std::string_view bytes, std::string& out) {
    constexpr std::size_t kLongestCharacter = 4;
    for (std::size_t length = 1; length <= std::min(bytes.size(), kLongestCharacter);
         ++length) {
      std::array<char, 4> in{};
      std::copy_n(bytes.begin(), length, in.begin());
      std::array<char, 16> made{};
      char* from = in.data();
      char* to = made.data();
      std::size_t left = length;
      std::size_t room = made.size();
      const std::size_t outcome = iconv(iconv_, &from, &left, &to, &room);
      if (outcome != static_cast<std::size_t>(-1) && left == 0 && room < made.size()) {
        out.assign(made.data(), made.size() - room);
        return length;
      }
      iconv(iconv_, nullptr, nullptr, nullptr, nullptr);
    }
    return 0;
  }

 private:
  iconv_t iconv_;
};

struct Converted {
  std::string text;
  OffsetMap map;
};

void append_character(const std::string& made, std::size_t from_bytes,
                      std::string_view from, Converted& out) {
  out.text += made;
  if (made.size() == from_bytes && made == from.substr(0, from_bytes)) {
    out.map.copy(from_bytes);
  } else {
    out.map.replace(from_bytes, made.size());
  }
}

void convert_all(std::string_view bytes, Converter& converter, bool ascii_based,
                 Converted& out) {
  std::vector<std::string> known(256);  // of single bytes
  std::string made;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at);
    const auto byte = static_cast<unsigned char>(bytes[at]);
    std::size_t taken = 1;
    if (ascii_based && byte < 0x80) {
      made.assign(1, bytes[at]);
    } else if (!known[byte].empty()) {
      made = known[byte];
    } else {
      taken = converter.convert_one(rest, made);
      if (taken == 1 && ascii_based) known[byte] = made;
    }
    if (taken == 0) {
      taken = 1;
      made = "\xEF\xBF\xBD";
    }
    append_character(made, taken, rest, out);
    at += taken;
  }
}

struct Choice {
  std::string charset;
  std::size_t mark_bytes = 0;
};

Choice choose(const Document& document) {
  const std::string_view bytes = document.bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"utf-8", 3};
  if (bytes.starts_with("\xFF\xFE")) return {"utf-16le", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"utf-16be", 2};
  std::optional<std::string> declared = document.charset;
  if (!declared && document.media == MediaType::kHtml) declared = declared_inside(bytes);
  std::string charset = charset_named(declared.value_or("utf-8"));
  // Pages lie about being UTF-8, and about not being it.
  if (charset == "utf-8" && !is_mostly_utf8(bytes)) charset = "windows-1252";
  const bool by_outside = document.charset.has_value();
  if (charset == "windows-1252" && !by_outside && is_utf8(bytes)) charset = "utf-8";
  return {charset, 0};
}

}  // namespace

Decoded decode(const Document& document) {
  const Choice choice = choose(document);
  Decoded out;
  out.mark_bytes = choice.mark_bytes;
  out.as_it_came = std::string_view(document.bytes).substr(choice.mark_bytes);
  if (choice.charset == "utf-8") return out;
  Converter wanted(choice.charset);
  Converter usual("windows-1252");
  Converter& converter = wanted.is_open() ? wanted : usual;
  if (!converter.is_open()) return out;  // a C library without its tables
  Converted made;
  made.map.skip(choice.mark_bytes);
  made.text.reserve(out.as_it_came.size() + out.as_it_came.size() / 8);
  convert_all(out.as_it_came, converter, !choice.charset.starts_with("utf-16"), made);
  out.converted = std::move(made.text);
  out.map = std::move(made.map);
  return out;
}

}  // namespace hearsay::page
