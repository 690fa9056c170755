// One line a record, cells between tabs:
//
//     S  source                                       the records below are its
//     C  id  name  other names  city  country  other id  flags
//     P  id  name  other names  full name  born on  nationalities  position  value  flags
//     M  player  from  club  to  flags                 a spell ("member of")
//     G  id  name                                      a place
//
// Tested by import_test.cc.

#include "hearsay/knowledge/records.h"

#include <algorithm>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestCell = 200;

std::string join(const std::vector<std::string>& list) {
  std::string cell;
  for (const std::string& each : list) cell.append(cell.empty() ? "" : "|").append(each);
  return cell;
}

std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  for (const std::string_view part : split_list(cell)) parts.emplace_back(part);
  return parts;
}

class Printer {
 public:
  void line(std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view cell : cells) {
      if (!first) text_ += '\t';
      text_ += cell;
      first = false;
    }
    text_ += '\n';
  }

  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

std::string flags_of(const SpellKey& key, const SpellRecordIn& spell) {
  return std::string(spell.loan ? "l" : "") + (key.seen ? "p" : "");
}

std::string flags_of(const ClubRecordIn& club) {
  return std::string(club.women ? "w" : "") + (club.side ? "s" : "");
}

bool has(std::string_view flags, char flag) {
  return flags.find(flag) != std::string_view::npos;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

bool read_line(std::string_view line, Records& records, SourceRecords*& source) {
  const std::vector<std::string_view> cells = cells_of(line);
  const auto text = [&](std::size_t i) { return std::string(cells[i]); };
  if (cells[0] == "S" && cells.size() == 2) {
    source = &records[text(1)];
    return true;
  }
  if (source == nullptr) return false;
  if (cells[0] == "C" && cells.size() == 8) {
    source->clubs[text(1)] = {text(2), parts_of(cells[3]), text(4),           text(5),
                              text(6), has(cells[7], 'w'), has(cells[7], 's')};
  } else if (cells[0] == "P" && cells.size() == 10) {
    source->players[text(1)] = {text(2), parts_of(cells[3]), text(4),
                                text(5), parts_of(cells[6]), text(7),
                                text(8), has(cells[9], 'w'), has(cells[9], 'd')};
  } else if (cells[0] == "M" && cells.size() == 6) {
    source->spells[{text(1), text(2), text(3), has(cells[5], 'p')}] = {
        text(4), has(cells[5], 'l')};
  } else if (cells[0] == "G" && cells.size() == 3) {
    source->places[text(1)] = text(2);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string print_records(const Records& records) {
  Printer out;
  for (const auto& [name, source] : records) {
    out.line({"S", name});
    for (const auto& [id, place] : source.places) out.line({"G", id, place});
    for (const auto& [id, club] : source.clubs) {
      out.line({"C", id, club.name, join(club.names), club.city, club.country,
                club.other_id, flags_of(club)});
    }
    for (const auto& [id, player] : source.players) {
      out.line({"P", id, player.name, join(player.names), player.full_name,
                player.born_on, join(player.nationalities), player.position, player.value,
                std::string(player.woman ? "w" : "") + (player.doubtful ? "d" : "")});
    }
    for (const auto& [key, spell] : source.spells) {
      out.line({"M", key.player, key.from, key.club, spell.to, flags_of(key, spell)});
    }
  }
  return std::move(out).take();
}

Result<Records> parse_records(std::string_view text) {
  Records records;
  SourceRecords* source = nullptr;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (!read_line(line, records, source)) {
      return fail(ErrorCode::kMalformed, "its imported records are damaged");
    }
  }
  return records;
}

std::string clean_cell(std::string_view text) {
  std::string cell;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_at(text, at);
    const bool space = point.value <= 0x20 || point.value == 0x7F ||
                       point.value == 0xA0 || point.value == '|';
    if (!point.valid || space) {
      blank = true;
    } else {
      if (blank && !cell.empty()) cell += ' ';
      blank = false;
      if (cell.size() + point.bytes > kLongestCell) break;
      cell += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return cell;
}

}  // namespace hearsay
