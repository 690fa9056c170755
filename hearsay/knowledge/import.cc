// A look at the first bytes tells the kind of a file.
//
// Tested by import_test.cc.

#include "hearsay/knowledge/import.h"

#include <algorithm>

#include "hearsay/base/date.h"
#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/import_reader.h"

namespace hearsay {
namespace {

constexpr std::size_t kHeadBytes = 64UL << 10;
constexpr std::size_t kLongestLine = 64UL << 20;  // Wikidata's largest entities: 10 MB
constexpr std::size_t kBetweenReports = 2'000;    // rows

struct Kind {
  std::string_view source;  // what its records go by
  Result<void> (*read)(ImportFile& file, SourceRecords& records);
};

std::string_view first_line(std::string_view head) {
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    if (!trim(line).empty() && !line.starts_with('#')) return trim(line);
    head.remove_prefix(std::min(line.size() + 1, head.size()));
  }
  return {};
}

std::optional<Kind> kind_of(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view line = first_line(head);
  if (line.starts_with('[') || line.starts_with('{')) {
    return Kind{"wikidata", import_wikidata};
  }
  if (line.starts_with('=')) return Kind{"openfootball", import_openfootball};
  const auto columns = split_list(line, ',');
  const auto has = [&](std::string_view name) {
    return std::ranges::any_of(columns, [&](std::string_view column) {
      return column == name || column == "\"" + std::string(name) + "\"";
    });
  };
  if (has("player_id") || (has("id") && has("name"))) return Kind{"tables", import_csv};
  return std::nullopt;
}

Error unknown_kind(const std::string& name, std::string_view head) {
  if (head.starts_with("BZh")) {
    return {ErrorCode::kUnsupported, name + ": bzip2 is not unpacked here; use 'bzcat " +
                                         name + " | hearsay kb import -'"};
  }
  return {ErrorCode::kUnsupported,
          name +
              ": is no CSV with a heading we know, no Wikidata dump and no list of "
              "openfootball; docs/formats/knowledge.md describes them"};
}

Result<std::string> read_head(ByteStream& stream) {
  std::string head(kHeadBytes, '\0');
  const Result<std::size_t> got = stream.read({head.data(), head.size()});
  if (!got) return std::unexpected(got.error());
  head.resize(*got);
  return head;
}

}  // namespace

void ImportFile::skip(std::size_t line, std::size_t column, std::string_view what) {
  ++counts.skipped;
  if (!run.on_skip) return;
  run.on_skip(name + ":" + std::to_string(line) + ":" + std::to_string(column) + ": " +
              std::string(what));
}

bool ImportFile::go_on() {
  if (counts.rows % kBetweenReports == 0 && run.on_progress) {
    run.on_progress(lines.consumed_bytes(), counts.rows);
  }
  return !run.stop || !run.stop();
}

std::optional<std::string> find_day(std::string_view text, bool last) {
  if (parse_date(text)) return std::string(text);
  if (text.size() < 7) return std::nullopt;
  const std::string year(text.substr(0, 4));
  const auto new_year = parse_date(year + "-01-01");
  if (!new_year) return std::nullopt;
  const std::string_view part = text.substr(4);
  const bool season = part.size() >= 3 && part[0] == '/' &&
                      part.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (season && last) {
    const auto next =
        std::chrono::year_month_day(*new_year).year() + std::chrono::years(1);
    return print(Date(next / std::chrono::June / 30));
  }
  if (season || part == "-summer") return year + (last ? "-06-30" : "-07-01");
  if (part == "-winter") {
    return last ? print(*new_year - std::chrono::days(1)) : print(*new_year);
  }
  return std::nullopt;
}

Result<ImportCounts> import_file(const std::filesystem::path& path, const ImportRun& run,
                                 Records& records) {
  const bool standard = path == "-";
  Result<ByteStream> stream =
      standard ? ByteStream::standard_input() : ByteStream::open(path);
  if (!stream) return std::unexpected(stream.error());
  const std::string name = standard ? "standard input" : path.string();
  Result<std::string> head = read_head(*stream);
  if (!head) return std::unexpected(head.error());
  const std::optional<Kind> kind = kind_of(*head);
  if (!kind) return std::unexpected(unknown_kind(name, *head));
  const std::string source = run.source.empty() ? std::string(kind->source) : run.source;
  LineReader lines(std::move(*stream), kLongestLine, std::move(*head));
  ImportFile file{name, lines, run, {}};
  const Result<void> read = kind->read(file, records[source]);
  if (!read) return std::unexpected(read.error());
  return file.counts;
}

}  // namespace hearsay
