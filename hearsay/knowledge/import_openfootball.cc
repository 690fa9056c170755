// openfootball's lists of clubs:
//
//     ==================================
//     =  England                                  the country of what follows
//
//     Arsenal FC, 1886, @ Emirates Stadium, London   ## Greater London
//       | Arsenal | FC Arsenal                    other names of the club above
//
// Behind the name stand, in any order, a year, a stadium behind @, and the town, perhaps
// with its district in brackets and its region behind ›. `#` begins a comment.

#include <algorithm>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/knowledge/edit_table.h"
#include "hearsay/knowledge/import_reader.h"

namespace hearsay {
namespace {

bool is_year(std::string_view text) {
  return text.size() == 4 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view before(std::string_view text, std::string_view mark) {
  return trim(text.substr(0, text.find(mark)));
}

class OpenfootballImport {
 public:
  OpenfootballImport(ImportFile& file, SourceRecords& records)
      : file_(file), records_(records) {}

  Result<void> run() {
    while (file_.go_on()) {
      const auto line = file_.lines.next();
      if (!line) break;
      if (!*line) {
        if (line->error().code != ErrorCode::kTooLarge) {
          return std::unexpected(line->error());
        }
        file_.skip(file_.lines.line(), 1, line->error().message);
        continue;
      }
      take_line(before(**line, "#"));
    }
    return {};
  }

 private:
  void take_line(std::string_view line) {
    if (line.empty()) return;
    ++file_.counts.rows;
    if (!is_utf8(line)) {
      return file_.skip(file_.lines.line(), 1, "the line is not UTF-8; convert the file");
    }
    if (line.starts_with('=')) return take_heading(line);
    if (line.starts_with('|')) return take_names(line);
    take_club(line);
  }

  void take_heading(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of('='), line.size()));
    const std::string_view name = before(before(line, "("), "=");
    if (name.empty()) return;  // a rule
    country_ = clean_cell(name);
    club_ = nullptr;
  }

  void take_names(std::string_view line) {
    if (club_ == nullptr) {
      return file_.skip(file_.lines.line(), 1, "other names, but no club stands above");
    }
    for (const std::string_view part : split_list(line)) {
      std::string name = clean_cell(part);
      if (!name.empty() && std::ranges::find(club_->names, name) == club_->names.end()) {
        club_->names.push_back(std::move(name));
      }
    }
  }

  void take_club(std::string_view line) {
    const auto parts = split_list(line, ',');
    ClubRecordIn club;
    if (!parts.empty()) club.name = clean_cell(before(parts.front(), "("));
    if (club.name.empty() || country_.empty()) {
      club_ = nullptr;
      return file_.skip(file_.lines.line(), 1,
                        club.name.empty() ? "the name of the club is missing"
                                          : "no heading ('= England') stands above");
    }
    club.country = country_;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const bool town = !is_year(parts[i]) && !parts[i].starts_with('@') &&
                        parts[i].find(':') == std::string_view::npos;
      if (town && club.city.empty())
        club.city = clean_cell(before(before(parts[i], "›"), "("));
    }
    const std::string id = key_for(country_) + "/" + key_for(club.name);
    club_ = &records_.clubs.insert_or_assign(id, std::move(club)).first->second;
    ++file_.counts.clubs;
  }

  ImportFile& file_;
  SourceRecords& records_;
  std::string country_;
  ClubRecordIn* club_ = nullptr;  // the last one, whose names may follow
};

}  // namespace

Result<void> import_openfootball(ImportFile& file, SourceRecords& records) {
  return OpenfootballImport(file, records).run();
}

}  // namespace hearsay
