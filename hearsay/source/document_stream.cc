// One file is open at a time. Its first 64 KiB tell what it is: a line file is read on
// line by line, anything else is read whole, up to the limit, and may hold several
// documents.

#include "hearsay/source/document_stream.h"

#include <atomic>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>

#include "hearsay/base/byte_stream.h"
#include "hearsay/base/json.h"
#include "hearsay/source/feed.h"
#include "hearsay/source/file_kind.h"
#include "hearsay/source/file_walk.h"
#include "hearsay/source/json_document.h"

namespace hearsay::source {
namespace {

namespace fs = std::filesystem;

using Documents = Result<std::vector<Document>>;

std::unexpected<Error> fail_in(std::string_view name, const Error& error) {
  return fail(error.code, std::string(name) + ": " + error.message);
}

// The sizes of all files, by another walk. Errors are told when the files are read.
std::size_t total_size(const std::vector<std::string>& inputs) {
  std::size_t total = 0;
  FileWalk walk(inputs);
  while (const auto file = walk.next()) {
    if (!*file) continue;
    if (**file == "-") return 0;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(**file, error);
    if (!error) total += static_cast<std::size_t>(size);
  }
  return total;
}

Document plain_document(std::string bytes, std::string_view name, MediaType media) {
  Document document;
  document.bytes = std::move(bytes);
  document.media = media;
  document.imprint.uri = name;
  return document;
}

Documents documents_in(std::string bytes, std::string_view name, FileKind kind) {
  if (kind == FileKind::kJson) return parse_json_documents(bytes, name);
  if (kind == FileKind::kFeed) {
    auto feed = parse_feed(bytes);
    if (!feed) return std::unexpected(feed.error());
    return documents_of(std::move(*feed), name);
  }
  const MediaType media = kind == FileKind::kHtml ? MediaType::kHtml : MediaType::kPlain;
  std::vector<Document> documents;
  documents.push_back(plain_document(std::move(bytes), name, media));
  return documents;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

struct DocumentStream::State {
  State(const std::vector<std::string>& inputs, Limits bounds, Contents taken_as)
      : walk(inputs),
        limits(bounds),
        contents(taken_as),
        total_bytes(total_size(inputs)) {}

  std::optional<Result<Document>> next();
  std::optional<Result<Document>> next_line();
  std::optional<Error> open(const std::string& path);
  std::optional<Error> open_stream(ByteStream stream, std::size_t size_bytes);
  Result<std::string> read_rest(ByteStream& stream, std::string head, bool& over);
  Error too_large() const;

  FileWalk walk;
  Limits limits;
  Contents contents;
  std::string name;                 // of the open file
  std::optional<LineReader> lines;  // when it is a line file
  std::deque<Document> waiting;     // what else it held
  std::size_t total_bytes;
  std::size_t finished_bytes = 0;  // of the files before the open one
  std::size_t read_bytes = 0;
};

std::optional<Result<Document>> DocumentStream::State::next() {
  for (;;) {
    if (!waiting.empty()) {
      Document document = std::move(waiting.front());
      waiting.pop_front();
      return document;
    }
    if (lines) {
      if (auto found = next_line()) return found;
      lines.reset();
    }
    finished_bytes = read_bytes;
    const auto file = walk.next();
    if (!file) return std::nullopt;
    if (!*file) return std::unexpected(file->error());
    if (const auto error = open(**file)) return std::unexpected(*error);
  }
}

std::optional<Result<Document>> DocumentStream::State::next_line() {
  while (lines) {
    const auto line = lines->next();
    read_bytes = finished_bytes + lines->consumed_bytes();
    if (!line) return std::nullopt;
    const std::string place = name + ":" + std::to_string(lines->line());
    if (!*line) {
      const bool of_line = line->error().code == ErrorCode::kTooLarge;
      return of_line ? fail_in(place, line->error()) : std::unexpected(line->error());
    }
    if (is_blank(**line)) continue;
    const Result<Json> json = parse_json(**line);
    if (!json) return fail_in(place, json.error());
    auto document = parse_document(*json, place);
    if (!document) return fail_in(place, document.error());
    if (document->bytes.size() > limits.document_bytes) {
      return fail_in(place, Error{ErrorCode::kTooLarge, too_large().message});
    }
    return document;
  }
  return std::nullopt;
}

Error DocumentStream::State::too_large() const {
  return {ErrorCode::kTooLarge,
          "has more than " + std::to_string(limits.document_bytes) +
              " bytes, the limit for one document; split it, or make it JSON lines"};
}

std::optional<Error> DocumentStream::State::open(const std::string& path) {
  if (path == "-") {
    name = "standard input";
    return open_stream(ByteStream::standard_input(), 0);
  }
  name = path;
  auto stream = ByteStream::open(path);
  if (!stream) return stream.error();
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return open_stream(std::move(*stream), error ? 0 : static_cast<std::size_t>(size));
}

std::optional<Error> DocumentStream::State::open_stream(ByteStream stream,
                                                        std::size_t size_bytes) {
  std::string head(kHeadBytes, '\0');
  const auto got = stream.read(head);
  if (!got) return got.error();
  head.resize(*got);
  if (is_blank(head) && head.size() < kHeadBytes) {
    read_bytes = finished_bytes + stream.consumed_bytes();
    return Error{ErrorCode::kMalformed, name + ": is empty; there is nothing to read"};
  }
  const auto kind = kind_of(name, head);
  if (!kind || (*kind != FileKind::kJsonLines && !stream.is_packed() &&
                size_bytes > limits.document_bytes)) {
    read_bytes = finished_bytes + size_bytes;
    return fail_in(name, kind ? too_large() : kind.error()).error();
  }
  if (*kind == FileKind::kJsonLines) {
    lines.emplace(std::move(stream), limits.line_bytes, std::move(head));
    return std::nullopt;
  }
  bool over = false;
  auto bytes = read_rest(stream, std::move(head), over);
  read_bytes = finished_bytes + (over ? size_bytes : stream.consumed_bytes());
  if (!bytes) return bytes.error();
  const bool as_text = contents == Contents::kText;
  auto documents =
      documents_in(std::move(*bytes), name, as_text ? FileKind::kPlain : *kind);
  if (!documents) return fail_in(name, documents.error()).error();
  for (Document& document : *documents) waiting.push_back(std::move(document));
  return std::nullopt;
}

Result<std::string> DocumentStream::State::read_rest(ByteStream& stream, std::string head,
                                                     bool& over) {
  constexpr std::size_t kStepBytes = 1 << 20;
  std::string bytes = std::move(head);
  for (;;) {
    const std::size_t had = bytes.size();
    if (had > limits.document_bytes) {
      over = true;
      return fail_in(name, too_large());
    }
    bytes.resize(had + kStepBytes);
    const auto got = stream.read({bytes.data() + had, kStepBytes});
    if (!got) return std::unexpected(got.error());
    bytes.resize(had + *got);
    if (*got == 0) return bytes;
  }
}

DocumentStream::DocumentStream(const std::vector<std::string>& inputs, Limits limits,
                               Contents contents)
    : state_(std::make_unique<State>(inputs, limits, contents)) {}
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;
DocumentStream::~DocumentStream() = default;

std::optional<Result<Document>> DocumentStream::next() {
  return state_->next();
}
std::size_t DocumentStream::read_bytes() const {
  return state_->read_bytes;
}
std::size_t DocumentStream::total_bytes() const {
  return state_->total_bytes;
}

}  // namespace hearsay::source
