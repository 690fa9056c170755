// One file is open at a time, and in it, one in the other, tar archives and what they
// hold. The first 64 KiB tell what a file is: line files, tables and archives are read on
// bit by bit, anything else is read whole, up to the limit, and may hold several
// documents.

#include "hearsay/source/document_stream.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

#include "hearsay/base/byte_stream.h"
#include "hearsay/base/json.h"
#include "hearsay/source/archive.h"
#include "hearsay/source/file_kind.h"
#include "hearsay/source/file_walk.h"
#include "hearsay/source/json_document.h"
#include "hearsay/source/table.h"
#include "hearsay/source/tar.h"
#include "hearsay/source/whole_file.h"

namespace hearsay::source {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDeepest = 4;  // archives in archives

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

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_read_whole(FileKind kind) {
  switch (kind) {
    case FileKind::kJsonLines:
    case FileKind::kTable:
    case FileKind::kWarc:
    case FileKind::kArc:
    case FileKind::kTar:
      return false;
    default:
      return true;
  }
}

// A file that is read bit by bit.
struct Level {
  std::string name;
  std::variant<LineReader, TableReader, ArchiveReader, TarReader> reader;
};

// How many records, rows or lines of it were read; tar entries have names instead.
std::size_t records_of(const Level& level) {
  if (const auto* lines = std::get_if<LineReader>(&level.reader)) return lines->line();
  if (const auto* rows = std::get_if<TableReader>(&level.reader)) return rows->line();
  const auto* archive = std::get_if<ArchiveReader>(&level.reader);
  return archive != nullptr ? archive->records() : 0;
}

std::size_t consumed_by(const Level& level) {
  return std::visit([](const auto& reader) { return reader.consumed_bytes(); },
                    level.reader);
}

}  // namespace

using Found = std::optional<Result<Document>>;

// An opened file, before it is known what to do with it.
struct Opened {
  std::string name;
  ByteStream stream;
  std::size_t size_bytes = 0;  // 0: unknown
};

struct DocumentStream::State {
  State(const std::vector<std::string>& inputs, Limits bounds, Contents taken_as,
        FieldMap named)
      : walk(inputs),
        limits(bounds),
        contents(taken_as),
        fields(std::move(named)),
        total_bytes(total_size(inputs)) {}

  Found next();
  Found next_of_level();
  Found next_line(LineReader& lines);
  Found next_of_archive(ArchiveReader& archive);
  Found next_entry(TarReader& tar);
  std::optional<Error> open(const std::string& path);
  std::optional<Error> look_into(Opened file);
  std::optional<Error> read_whole(Opened file, std::string head, FileKind kind);
  std::optional<Error> descend(Opened file, std::string head, FileKind kind);
  Result<std::string> read_rest(Opened& file, std::string head) const;
  Result<std::string> go_on(Opened& file, std::string head);
  Error too_large() const;
  void wait(std::vector<Document> documents);
  void note_progress();
  std::vector<Bookmark> take_bookmarks();

  FileWalk walk;
  Limits limits;
  Contents contents;
  FieldMap fields;
  std::vector<Level> levels;     // from the file inward
  std::deque<Document> waiting;  // what else the last piece held
  std::size_t total_bytes;
  std::size_t finished_bytes = 0;  // of the files before the open one
  std::size_t read_bytes = 0;
  Bookmarks known;                 // of a former run
  std::optional<Bookmark> opened;  // of the open file
  std::vector<Bookmark> finished;
};

Found DocumentStream::State::next() {
  for (;;) {
    if (!waiting.empty()) {
      Document document = std::move(waiting.front());
      waiting.pop_front();
      return document;
    }
    if (levels.empty()) {
      if (opened) {
        opened->finished = true;
        finished.push_back(std::move(*opened));
        opened.reset();
      }
      finished_bytes = read_bytes;
      const auto file = walk.next();
      if (!file) return std::nullopt;
      if (!*file) return std::unexpected(file->error());
      if (const auto error = open(**file)) return std::unexpected(*error);
      continue;
    }
    Found found = next_of_level();
    note_progress();
    if (found) return found;
  }
}

// What the innermost level gives; nothing when something waits now, or it has ended.
Found DocumentStream::State::next_of_level() {
  Level& level = levels.back();
  if (auto* lines = std::get_if<LineReader>(&level.reader)) return next_line(*lines);
  if (auto* tar = std::get_if<TarReader>(&level.reader)) return next_entry(*tar);
  if (auto* archive = std::get_if<ArchiveReader>(&level.reader)) {
    return next_of_archive(*archive);
  }
  Found found = std::get<TableReader>(level.reader).next();
  if (!found) levels.pop_back();
  return found;
}

Found DocumentStream::State::next_line(LineReader& lines) {
  const auto line = lines.next();
  if (!line) {
    levels.pop_back();
    return std::nullopt;
  }
  const std::string place = levels.back().name + ":" + std::to_string(lines.line());
  if (!*line) {
    const bool of_line = line->error().code == ErrorCode::kTooLarge;
    return of_line ? fail_in(place, line->error()) : std::unexpected(line->error());
  }
  if (is_blank(**line)) return std::nullopt;
  const Result<Json> json = parse_json(**line);
  if (!json) return fail_in(place, json.error());
  auto document = parse_document(*json, place, fields);
  if (!document) return fail_in(place, document.error());
  if (document->bytes.size() > limits.document_bytes) return fail_in(place, too_large());
  return document;
}

Found DocumentStream::State::next_of_archive(ArchiveReader& archive) {
  auto documents = archive.next();
  if (!documents) {
    levels.pop_back();
    return std::nullopt;
  }
  if (!*documents) return fail_in(levels.back().name, documents->error());
  wait(std::move(**documents));
  return std::nullopt;
}

Found DocumentStream::State::next_entry(TarReader& tar) {
  auto entry = tar.next();
  if (!entry) {
    levels.pop_back();
    return std::nullopt;
  }
  if (!*entry) return fail_in(levels.back().name, entry->error());
  Opened inner{levels.back().name + "!" + (*entry)->name, std::move((*entry)->stream),
               (*entry)->bytes};
  const std::string name = inner.name;
  const auto error = look_into(std::move(inner));
  if (!error) return std::nullopt;
  return error->message.starts_with(name) ? std::unexpected(*error)
                                          : fail_in(name, *error);
}

Error DocumentStream::State::too_large() const {
  return {ErrorCode::kTooLarge,
          "has more than " + std::to_string(limits.document_bytes) +
              " bytes, the limit for one document; split it, or make it JSON lines"};
}

void DocumentStream::State::wait(std::vector<Document> documents) {
  for (Document& document : documents) waiting.push_back(std::move(document));
}

void DocumentStream::State::note_progress() {
  if (!levels.empty()) read_bytes = finished_bytes + consumed_by(levels.front());
}

std::optional<Error> DocumentStream::State::open(const std::string& path) {
  if (path == "-") {
    return look_into({"standard input", ByteStream::standard_input(), 0});
  }
  Bookmark bookmark = bookmark_of(path);
  if (const auto before = known.find(path);
      before != known.end() && before->second.size_bytes == bookmark.size_bytes &&
      before->second.modified == bookmark.modified) {
    bookmark = before->second;
  }
  read_bytes = finished_bytes + bookmark.size_bytes;
  if (bookmark.finished) return std::nullopt;
  auto stream = ByteStream::open(path);
  if (!stream) return stream.error();
  opened = std::move(bookmark);
  return look_into({path, std::move(*stream), opened->size_bytes});
}

std::optional<Error> DocumentStream::State::look_into(Opened file) {
  std::string head(kHeadBytes, '\0');
  const auto got = file.stream.read(head);
  if (!got) return got.error();
  head.resize(*got);
  if (levels.empty()) read_bytes = finished_bytes + file.stream.consumed_bytes();
  if (is_blank(head) && head.size() < kHeadBytes) {
    return Error{ErrorCode::kMalformed,
                 file.name + ": is empty; there is nothing to read"};
  }
  auto kind = kind_of(file.name, head);
  if (kind && contents == Contents::kText && is_read_whole(*kind)) {
    kind = FileKind::kPlain;
  }
  const bool whole = kind && is_read_whole(*kind);
  if (!kind ||
      (whole && !file.stream.is_packed() && file.size_bytes > limits.document_bytes)) {
    if (levels.empty()) read_bytes = finished_bytes + file.size_bytes;
    return fail_in(file.name, kind ? too_large() : kind.error()).error();
  }
  return whole ? read_whole(std::move(file), std::move(head), *kind)
               : descend(std::move(file), std::move(head), *kind);
}

std::optional<Error> DocumentStream::State::read_whole(Opened file, std::string head,
                                                       FileKind kind) {
  auto bytes = read_rest(file, std::move(head));
  if (levels.empty()) {
    const bool over = !bytes && bytes.error().code == ErrorCode::kTooLarge;
    read_bytes = finished_bytes + (over ? file.size_bytes : file.stream.consumed_bytes());
  }
  if (!bytes) return bytes.error();
  auto documents = documents_in(std::move(*bytes), file.name, kind, fields);
  if (!documents) return fail_in(file.name, documents.error()).error();
  wait(std::move(*documents));
  return std::nullopt;
}

Result<std::string> DocumentStream::State::read_rest(Opened& file,
                                                     std::string head) const {
  constexpr std::size_t kStepBytes = 1 << 20;
  std::string bytes = std::move(head);
  for (;;) {
    const std::size_t had = bytes.size();
    if (had > limits.document_bytes) return fail_in(file.name, too_large());
    bytes.resize(had + kStepBytes);
    const auto got = file.stream.read({bytes.data() + had, kStepBytes});
    if (!got) return std::unexpected(got.error());
    bytes.resize(had + *got);
    if (*got == 0) return bytes;
  }
}

// Where a former run has read a part of the file, its stream goes on behind that.
Result<std::string> DocumentStream::State::go_on(Opened& file, std::string head) {
  const bool resumes = levels.empty() && opened && opened->place != StreamPlace{};
  if (!resumes) return head;
  auto stream = ByteStream::open(file.name);
  if (!stream) return std::unexpected(stream.error());
  if (auto gone = stream->go_to(opened->place); !gone) {
    return std::unexpected(gone.error());
  }
  file.stream = std::move(*stream);
  return std::string();
}

std::optional<Error> DocumentStream::State::descend(Opened file, std::string head,
                                                    FileKind kind) {
  if (levels.size() == kDeepest) {
    return Error{ErrorCode::kTooLarge, file.name + ": is an archive in more than " +
                                           std::to_string(kDeepest - 1) +
                                           " others; unpack it"};
  }
  Result<Columns> columns = Columns{};
  if (kind == FileKind::kTable) columns = find_columns(head, fields);
  if (!columns) return fail_in(file.name, columns.error()).error();
  auto first = go_on(file, std::move(head));
  if (!first) return first.error();
  const bool anew = !first->empty();
  const std::size_t records = levels.empty() && opened ? opened->records : 0;
  if (kind == FileKind::kJsonLines) {
    LineReader lines(std::move(file.stream), limits.line_bytes, std::move(*first));
    lines.count_from(records);
    levels.push_back({std::move(file.name), std::move(lines)});
    return std::nullopt;
  }
  ByteWindow window(std::move(file.stream), std::move(*first));
  if (kind == FileKind::kTable) {
    if (anew) window.skip(columns->heading_bytes);
    TableReader rows(std::move(window), *columns, file.name, limits.line_bytes);
    rows.count_from(anew ? columns->heading_lines : records);
    levels.push_back({std::move(file.name), std::move(rows)});
  } else if (kind == FileKind::kTar) {
    levels.push_back({std::move(file.name), TarReader(std::move(window))});
  } else {
    const auto form =
        kind == FileKind::kWarc ? ArchiveReader::Form::kWarc : ArchiveReader::Form::kArc;
    levels.push_back(
        {std::move(file.name),
         ArchiveReader(std::move(window), form, limits.document_bytes, records)});
  }
  return std::nullopt;
}

std::vector<Bookmark> DocumentStream::State::take_bookmarks() {
  std::vector<Bookmark> bookmarks = std::exchange(finished, {});
  if (!opened || opened->size_bytes == 0 || levels.size() != 1 || !waiting.empty()) {
    return bookmarks;
  }
  const auto place =
      std::visit([](auto& reader) { return reader.place(); }, levels.front().reader);
  if (!place) return bookmarks;
  Bookmark here = *opened;
  here.place = *place;
  here.records = records_of(levels.front());
  bookmarks.push_back(std::move(here));
  return bookmarks;
}

DocumentStream::DocumentStream(const std::vector<std::string>& inputs, Limits limits,
                               Contents contents, const FieldMap& fields)
    : state_(std::make_unique<State>(inputs, limits, contents, fields)) {}
DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream& DocumentStream::operator=(DocumentStream&&) noexcept = default;
DocumentStream::~DocumentStream() = default;

std::optional<Result<Document>> DocumentStream::next() {
  return state_->next();
}
void DocumentStream::resume(Bookmarks bookmarks) {
  state_->known = std::move(bookmarks);
}
std::vector<Bookmark> DocumentStream::take_bookmarks() {
  return state_->take_bookmarks();
}
std::size_t DocumentStream::read_bytes() const {
  return state_->read_bytes;
}
std::size_t DocumentStream::total_bytes() const {
  return state_->total_bytes;
}

}  // namespace hearsay::source
