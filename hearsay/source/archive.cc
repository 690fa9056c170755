// What looks like an article is told in three steps, the cheapest first: the record's
// kind, the answer's status and type, and the first bytes of its body. Whether there
// really is one, only the page's reader can tell.

#include "hearsay/source/archive.h"

#include <algorithm>
#include <array>
#include <utility>

#include "hearsay/source/file_kind.h"
#include "hearsay/source/header_lines.h"
#include "hearsay/source/http_answer.h"
#include "hearsay/source/whole_file.h"

namespace hearsay::source {
namespace {

constexpr std::size_t kLargestHead = 64 << 10;
constexpr std::size_t kLeastProse = 40;  // bytes between two tags, once in a page

bool is_text_type(std::string_view type) {
  constexpr std::array<std::string_view, 13> kTypes = {
      "",
      "no-type",
      "text/html",
      "application/xhtml+xml",
      "text/plain",
      "text/xml",
      "application/xml",
      "application/rss+xml",
      "application/atom+xml",
      "application/rdf+xml",
      "application/json",
      "application/feed+json",
      "application/vnd.iptc.g2.newsitem+xml"};
  return std::ranges::find(kTypes, type) != kTypes.end();
}

// Addresses at which servers keep what is for programs.
bool is_for_programs(std::string_view uri) {
  const std::string_view path = uri.substr(0, uri.find_first_of("?#"));
  constexpr std::array<std::string_view, 7> kEnds = {
      "/robots.txt", "/ads.txt", "/app-ads.txt", "/security.txt",
      ".js",         ".css",     "/humans.txt"};
  return std::ranges::any_of(kEnds, [&](auto end) { return path.ends_with(end); });
}

// Whether some text between two tags is as long as a sentence.
bool has_prose(std::string_view html) {
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    const std::string_view text = html.substr(at, open - at);
    const bool braces = text.find('{') != std::string_view::npos;
    const auto blanks = std::ranges::count(text, ' ');
    if (text.size() >= kLeastProse && !braces &&
        (blanks >= 4 || static_cast<unsigned char>(text[text.size() / 2]) >= 0x80)) {
      return true;
    }
    const std::size_t close = html.find('>', open);
    if (close == std::string_view::npos) return false;
    at = close + 1;
  }
  return false;
}

bool is_article(FileKind kind, std::string_view bytes) {
  switch (kind) {
    case FileKind::kHtml:
      return has_prose(bytes) || bytes.find("articleBody") != std::string_view::npos;
    case FileKind::kPlain:
      return bytes.find('<') == std::string_view::npos && has_prose(bytes);
    case FileKind::kFeed:
    case FileKind::kNewsMl:
      return true;
    case FileKind::kJson:
      return is_news_json(bytes);
    default:
      return false;
  }
}

// Whether a page ends here, whatever length it is said to have: some archives were copied
// with other line ends.
bool is_ended_page(std::string_view block) {
  constexpr std::size_t kTailBytes = 32;
  const std::size_t begin = block.size() - std::min(block.size(), kTailBytes);
  return small_letters(block.substr(begin)).find("</html>") != std::string::npos;
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

void pass_line_ends(ByteWindow& window) {
  while (window.ahead(1).starts_with('\r') || window.held().starts_with('\n')) {
    window.pass(1);
  }
}

}  // namespace

ArchiveReader::ArchiveReader(ByteWindow window, Form form, std::size_t document_bytes,
                             std::size_t first_record)
    : window_(std::move(window)),
      form_(form),
      document_bytes_(document_bytes),
      records_(first_record) {}

std::optional<Result<std::vector<Document>>> ArchiveReader::next() {
  while (!ended_) {
    const auto head = take_head();
    if (!head) {
      ended_ = true;
      break;
    }
    auto documents = take_block(*head);
    if (!documents.empty()) return documents;
  }
  if (const auto error = losses()) return std::unexpected(*error);
  return std::nullopt;
}

// A stretch of broken bytes counts as one record, whatever was in it.
void ArchiveReader::count_broken() {
  if (lost_) return;
  lost_ = true;
  if (lost_counts_.broken++ == 0) {
    lost_counts_.first_record = records_;
    lost_counts_.first_offset = record_offset_;
  }
}

// The head that begins here, and how many bytes it takes. Only up to where another one
// may begin, so that many wrong ones cost no more than few.
std::optional<RecordHead> ArchiveReader::head_ahead(std::size_t& bytes) {
  constexpr std::size_t kUsualHead = 1024;
  if (form_ == Form::kArc) {
    std::string_view text = window_.ahead(kUsualHead);
    if (text.find('\n') == std::string_view::npos) text = window_.ahead(kLargestHead);
    const std::size_t end = text.substr(0, kLargestHead).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    bytes = end + 1;
    return parse_arc_head(text.substr(0, end));
  }
  std::string_view text = window_.ahead(kUsualHead).substr(0, kUsualHead);
  if (!text.starts_with("WARC/")) return std::nullopt;
  bytes = header_bytes(text);
  if (bytes == std::string_view::npos) {
    text = window_.ahead(kLargestHead).substr(0, kLargestHead);
    bytes = header_bytes(text.substr(0, text.find("WARC/1.", 1)));
  }
  if (bytes == std::string_view::npos) return std::nullopt;
  return parse_warc_head(text.substr(0, bytes));
}

// The head of the next record, passed; nothing at the end.
std::optional<RecordHead> ArchiveReader::take_head() {
  for (;;) {
    pass_line_ends(window_);
    if (!lost_) record_offset_ = window_.offset();
    const bool ended = window_.held().empty();
    if (ended && !window_.error()) return std::nullopt;
    std::size_t bytes = 0;
    std::optional<RecordHead> head = ended ? std::nullopt : head_ahead(bytes);
    if (head) {
      ++records_;
      lost_ = false;
      record_offset_ = window_.offset();
      window_.pass(bytes);
      return head;
    }
    if (!lost_) ++records_;
    count_broken();
    const bool found = !ended && find_head();
    if (!found && !window_.recover()) return std::nullopt;
  }
}

// Passes what is no head, up to something that may be one.
bool ArchiveReader::find_head() {
  window_.pass(1);
  const std::string_view mark = form_ == Form::kWarc ? "WARC/" : "\n";
  for (;;) {
    const std::string_view text = window_.ahead(mark.size());
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos) {
      window_.pass(at);
      return true;
    }
    if (text.size() < mark.size()) {
      window_.pass(text.size());
      return false;
    }
    window_.pass(text.size() - mark.size() + 1);
  }
}

std::vector<Document> ArchiveReader::take_block(const RecordHead& head) {
  const bool wanted = head.kind != RecordKind::kOther && !is_for_programs(head.uri);
  if (!wanted || head.block_bytes > document_bytes_) {
    if (wanted) ++lost_counts_.too_large;
    if (!window_.skip(head.block_bytes)) count_broken();
    return {};
  }
  const std::string_view block =
      window_.ahead(head.block_bytes).substr(0, head.block_bytes);
  const bool whole = block.size() == head.block_bytes;
  std::vector<Document> documents;
  if (whole || (!window_.error() && is_ended_page(block))) {
    documents = read_block(head, block);
  } else {
    count_broken();
  }
  window_.pass(block.size());
  return documents;
}

std::vector<Document> ArchiveReader::read_block(const RecordHead& head,
                                                std::string_view block) {
  HttpAnswer answer;
  const bool answered = head.kind == RecordKind::kResponse &&
                        (block.starts_with("HTTP/") || form_ == Form::kWarc);
  if (answered) {
    answer = parse_http_answer(block, document_bytes_, is_text_type);
  } else {
    answer.media_type = media_type(head.content_type);
    answer.charset = parameter(head.content_type, "charset");
    if (is_text_type(answer.media_type)) answer.body = block;
  }
  using Fault = HttpAnswer::Fault;
  if (answer.fault == Fault::kCoding) ++lost_counts_.coded;
  if (answer.fault == Fault::kTooLarge) ++lost_counts_.too_large;
  if (answer.fault == Fault::kBroken) {
    count_broken();
    lost_ = false;
  }
  if (answer.fault != Fault::kNone) return {};
  ++good_;
  if (answer.body.find_first_not_of(" \t\r\n") == std::string::npos) return {};
  const std::string_view body(answer.body);
  const std::string_view path =
      std::string_view(head.uri).substr(0, head.uri.find_first_of("?#"));
  const auto kind = kind_of(path, body.substr(0, kHeadBytes));
  if (!kind || !is_article(*kind, body)) return {};
  auto documents = documents_in(std::move(answer.body), head.uri, *kind, {});
  if (!documents) return {};
  for (Document& document : *documents) {
    document.fetched = head.fetched;
    if (!document.charset && !answer.charset.empty()) document.charset = answer.charset;
  }
  return std::move(*documents);
}

std::optional<Error> ArchiveReader::losses() {
  const Losses counts = std::exchange(lost_counts_, {});
  std::string what;
  const auto add = [&](const std::string& part) {
    what.append(what.empty() ? "" : ", ").append(part);
  };
  if (counts.broken > 0) {
    add(counted(counts.broken, "broken record") + " (the first is record " +
        std::to_string(counts.first_record) + ", at byte " +
        std::to_string(counts.first_offset) + ")");
  }
  if (counts.coded > 0) add(std::to_string(counts.coded) + " in a coding like br");
  if (counts.too_large > 0) {
    add(std::to_string(counts.too_large) + " of more than " +
        std::to_string(document_bytes_) + " bytes");
  }
  if (what.empty()) return std::nullopt;
  return Error{ErrorCode::kMalformed,
               "left out " + what + "; the rest was read, of " +
                   counted(records_, "record") +
                   (counts.broken > 0 ? "; get the archive again" : "")};
}

}  // namespace hearsay::source
