// An ending is believed when it names a line file or plain text; .xml, .html and no
// ending at all are looked into, because feeds are served as .html and pages as anything.

#include "hearsay/source/file_kind.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <utility>

#include "hearsay/source/tar.h"

namespace hearsay::source {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array<Magic, 9> kMagics = {{{"%PDF-", "a PDF"},
                                           {"\x89PNG", "a PNG picture"},
                                           {"\xFF\xD8\xFF", "a JPEG picture"},
                                           {"GIF8", "a GIF picture"},
                                           {"PK\x03\x04", "a zip archive"},
                                           {"\x28\xB5\x2F\xFD", "zstd data"},
                                           {"BZh", "bzip2 data"},
                                           {"\x7F"
                                            "ELF",
                                            "a program"},
                                           {"SQLite format 3", "an SQLite database"}}};

std::string small(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return out;
}

// By its mark; or, without one, as Latin text has it: every second byte is zero, and only
// these are.
bool is_utf16(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1U : 0U;
  const bool one_side = (zeros[0] == 0) != (zeros[1] == 0);
  return one_side && head.size() >= 8 && (zeros[0] + zeros[1]) * 5 > head.size() * 2;
}

// NULs, or more than one control character in a hundred bytes.
bool is_binary(std::string_view head) {
  if (is_utf16(head)) return false;
  std::size_t controls = 0;
  for (const char c : head) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    const bool usual = byte >= 0x20 || (byte >= 0x07 && byte <= 0x0D) || byte == 0x1B;
    controls += usual ? 0 : 1;
  }
  return controls * 100 > head.size();
}

// How many bytes stand before the first element: white space, comments, processing
// instructions and document types of other things than HTML; npos when nothing follows.
std::size_t preamble_bytes(std::string_view head) {
  std::size_t at = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    at = head.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos) return at;
    const std::string start = small(head.substr(at, 14));
    std::string_view closing;
    if (start.starts_with("<?")) {
      closing = "?>";
    } else if (start.starts_with("<!--")) {
      closing = "-->";
    } else if (start.starts_with("<!doctype") && start != "<!doctype html") {
      closing = ">";
    } else {
      return at;
    }
    const std::size_t end = head.find(closing, at);
    if (end == std::string_view::npos) return end;
    at = end + closing.size();
  }
}

std::string first_markup(std::string_view head) {
  const std::size_t at = preamble_bytes(head);
  return at == std::string_view::npos ? std::string() : small(head.substr(at, 32));
}

bool is_feed(std::string_view markup) {
  constexpr std::array<std::string_view, 5> kRoots = {"<rss", "<feed", "<rdf:rdf",
                                                      "<atom:feed", "<channel"};
  return std::ranges::any_of(kRoots, [&](auto root) { return markup.starts_with(root); });
}

// Any prefix may stand before the name.
bool is_newsml(std::string_view markup) {
  const std::string_view tag = markup.substr(0, markup.find_first_of(" \t\r\n/>"));
  constexpr std::array<std::string_view, 3> kRoots = {"newsitem", "newsmessage",
                                                      "packageitem"};
  return markup.starts_with('<') &&
         std::ranges::any_of(kRoots, [&](auto root) { return tag.ends_with(root); });
}

// Archives hold any bytes, so they are told before text is asked for.
std::optional<FileKind> archive_kind(std::string_view head) {
  if (head.starts_with("WARC/")) return FileKind::kWarc;
  if (head.starts_with("filedesc://")) return FileKind::kArc;
  if (starts_tar(head)) return FileKind::kTar;
  return std::nullopt;
}

bool is_html(std::string_view markup, std::string_view head) {
  constexpr std::array<std::string_view, 9> kStarts = {
      "<!doctype html", "<html", "<head",  "<body", "<article",
      "<div",           "<meta", "<title", "<p>"};
  if (std::ranges::any_of(kStarts,
                          [&](auto start) { return markup.starts_with(start); })) {
    return true;
  }
  return markup.starts_with('<') && small(head).find("</p>") != std::string::npos;
}

// A first line that is an object of its own.
bool is_json_lines(std::string_view head) {
  const std::size_t end = head.find('\n');
  std::string_view line = head.substr(0, end);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
    line.remove_suffix(1);
  const bool cut_off = end == std::string_view::npos && head.size() >= kHeadBytes;
  return line.starts_with("{\"") && (line.ends_with('}') || cut_off) &&
         line.find("jsonfeed.org/version") == std::string_view::npos;
}

// What the end of the name says, where that is enough.
std::optional<FileKind> kind_by_ending(std::string_view ending) {
  constexpr std::pair<std::string_view, FileKind> kEndings[] = {
      {".jsonl", FileKind::kJsonLines}, {".ndjson", FileKind::kJsonLines},
      {".txt", FileKind::kPlain},       {".md", FileKind::kPlain},
      {".csv", FileKind::kTable},       {".tsv", FileKind::kTable},
      {".eml", FileKind::kMail}};
  for (const auto& [end, kind] : kEndings) {
    if (ending.ends_with(end)) return kind;
  }
  return std::nullopt;
}

}  // namespace

Result<FileKind> kind_of(std::string_view name, std::string_view head) {
  if (const auto archive = archive_kind(head)) return *archive;
  for (const Magic& magic : kMagics) {
    if (head.starts_with(magic.bytes)) {
      return fail(ErrorCode::kMalformed, "is not text but " + std::string(magic.name) +
                                             "; unpack or convert it");
    }
  }
  if (is_binary(head)) {
    return fail(ErrorCode::kMalformed, "is not text (binary bytes); leave it out");
  }
  std::string ending = small(name);
  if (ending.ends_with(".gz")) ending.resize(ending.size() - 3);
  if (ending.ends_with(".zst")) ending.resize(ending.size() - 4);
  const auto ends = [&](std::string_view with) { return ending.ends_with(with); };
  if (const auto kind = kind_by_ending(ending)) return *kind;
  const std::string markup = first_markup(head);
  if (is_feed(markup)) return FileKind::kFeed;
  if (is_newsml(markup)) return FileKind::kNewsMl;
  if (ends(".html") || ends(".htm") || ends(".xhtml")) return FileKind::kHtml;
  if (ends(".rss") || ends(".atom") || ends(".rdf")) return FileKind::kFeed;
  if (is_json_lines(head)) return FileKind::kJsonLines;
  if (ends(".json") || markup.starts_with("{\"") || markup.starts_with("[{")) {
    return FileKind::kJson;
  }
  if (is_html(markup, head)) return FileKind::kHtml;
  return ends(".xml") ? FileKind::kFeed : FileKind::kPlain;
}

}  // namespace hearsay::source
