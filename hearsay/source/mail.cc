#include "hearsay/source/mail.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

#include "hearsay/base/mail_date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/source/header_lines.h"
#include "hearsay/source/transfer_coding.h"

namespace hearsay::source {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostParts = 200;
constexpr std::size_t kStubBytes = 200;  // "This mail is HTML; open it in a browser."

struct Part {
  std::string_view type;  // of kPlain or kHtml
  std::string charset;
  std::string bytes;
};

struct Parts {
  std::optional<Part> plain;
  std::optional<Part> html;
  std::size_t seen = 0;
};

std::string decoded(std::string_view body, std::string_view coding) {
  const std::string name = small_letters(trim(coding));
  if (name == "quoted-printable") return decode_quoted_printable(body);
  if (name == "base64") return decode_base64(body);
  return std::string(body);
}

// The pieces between "--boundary" lines.
std::vector<std::string_view> pieces_of(std::string_view body,
                                        std::string_view boundary) {
  std::vector<std::string_view> pieces;
  const std::string mark = "--" + std::string(boundary);
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = body.find(mark); at != std::string_view::npos;
       at = body.find(mark, at + mark.size())) {
    const bool at_line = at == 0 || body[at - 1] == '\n';
    if (!at_line) continue;
    if (begin != std::string_view::npos) pieces.push_back(body.substr(begin, at - begin));
    const std::size_t end = body.find('\n', at);
    const bool last = body.substr(at + mark.size()).starts_with("--");
    if (last || end == std::string_view::npos || pieces.size() >= kMostParts) {
      return pieces;
    }
    begin = end + 1;
  }
  if (begin != std::string_view::npos) pieces.push_back(body.substr(begin));  // cut off
  return pieces;
}

// NOLINTNEXTLINE(misc-no-recursion): at most kDeepest levels
void collect(std::string_view entity, int depth, Parts& parts) {
  if (++parts.seen > kMostParts) return;
  const std::size_t head = header_bytes(entity);
  const bool bare = head == std::string_view::npos;
  const HeaderLines lines = parse_header_lines(bare ? entity : entity.substr(0, head));
  const std::string_view body = bare ? std::string_view() : entity.substr(head);
  const std::string_view stated = header(lines, "content-type");
  const std::string type = stated.empty() ? "text/plain" : media_type(stated);
  if (type.starts_with("multipart/") && depth < kDeepest) {
    const std::string boundary = parameter(stated, "boundary");
    if (boundary.empty()) return;
    for (const std::string_view piece : pieces_of(body, boundary)) {
      collect(piece, depth + 1, parts);
    }
    return;
  }
  const bool attached =
      small_letters(header(lines, "content-disposition")).starts_with("attachment");
  const bool html = type == "text/html";
  if (attached || (!html && type != "text/plain")) return;
  std::optional<Part>& place = html ? parts.html : parts.plain;
  if (place) return;
  place = Part{html ? "text/html" : "text/plain", parameter(stated, "charset"),
               decoded(body, header(lines, "content-transfer-encoding"))};
}

// "The Desk" of "The Desk" <desk@a.example>; the address when there is no name.
std::string name_in(std::string_view from) {
  const std::string text = decode_words(from);
  std::string_view name = trim(std::string_view(text).substr(0, text.find('<')));
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
    name = name.substr(1, name.size() - 2);
  }
  if (!name.empty()) return std::string(name);
  return std::string(trim(from));
}

void read_headers(const HeaderLines& lines, Imprint& imprint) {
  std::string title = decode_words(header(lines, "subject"));
  if (!title.empty()) imprint.title = std::move(title);
  std::string author = name_in(header(lines, "from"));
  if (!author.empty()) imprint.authors.push_back(std::move(author));
  imprint.published = parse_mail_date(header(lines, "date"));
  std::string_view id = trim(header(lines, "message-id"));
  if (id.starts_with('<') && id.ends_with('>')) id = id.substr(1, id.size() - 2);
  if (!id.empty()) imprint.uri = "mid:" + std::string(id);
  const std::string_view language = header(lines, "content-language");
  if (!language.empty()) {
    imprint.language = trim(language.substr(0, language.find(',')));
  }
}

}  // namespace

Result<Document> parse_mail(std::string_view bytes, std::string_view place) {
  const std::size_t head = header_bytes(bytes);
  if (head == std::string_view::npos) {
    return fail(ErrorCode::kMalformed,
                "has no empty line behind its headers, as mails do");
  }
  Parts parts;
  collect(bytes, 0, parts);
  const bool stub = !parts.plain || trim(parts.plain->bytes).size() < kStubBytes;
  std::optional<Part>& chosen = parts.html && stub ? parts.html : parts.plain;
  if (!chosen || trim(chosen->bytes).empty()) {
    return fail(ErrorCode::kMalformed, "is a mail without a text; leave it out");
  }
  Document document;
  document.imprint.uri = place;
  read_headers(parse_header_lines(bytes.substr(0, head)), document.imprint);
  document.bytes = std::move(chosen->bytes);
  document.media = chosen->type == "text/html" ? MediaType::kHtml : MediaType::kPlain;
  if (!chosen->charset.empty()) document.charset = std::move(chosen->charset);
  return document;
}

}  // namespace hearsay::source
