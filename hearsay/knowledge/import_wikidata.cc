// A Wikidata dump: one entity a line,
// `{"type":"item","id":"Q615","labels":…,"claims":…},`, between `[` and `]`, or such
// lines alone. Taken are
//
//     footballers (P106) and members of teams (P54): P569 born, P27 country, P413
//     position,
//         P21 sex, P54 with P580 start, P582 end, P1642 how acquired
//     clubs (P31): P17 country
//     countries (P31), for their names
//
// A line without any of the numbers that matter is never parsed, so the most of a dump
// passes at the speed of a search. Teams may stand behind their players: nothing is
// resolved here, so only what is kept takes memory.

#include <algorithm>
#include <set>

#include "hearsay/base/date.h"
#include "hearsay/base/fold.h"
#include "hearsay/base/json.h"
#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/import_reader.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostNames = 40;  // of one entity
constexpr std::size_t kLongestName = 100;
constexpr std::string_view kLanguages[] = {"en", "mul", "es", "de",
                                           "fr", "it",  "pt", "nl"};
enum Precision : std::uint8_t { kYear = 9, kMonth = 10, kDay = 11 };

const Json* find_path(const Json* json, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) {
    if (json == nullptr) return nullptr;
    json = json->find(name);
  }
  return json;
}

std::string string_at(const Json* json, std::initializer_list<std::string_view> path) {
  const Json* found = find_path(json, path);
  const std::string* text = found == nullptr ? nullptr : found->string();
  return text == nullptr ? std::string() : *text;
}

// "+2004-10-16T00:00:00Z" and how much of it is known. Of a year its middle is taken,
// where seasons meet.
std::string day_at(const Json* snak, bool last) {
  const std::string time = string_at(snak, {"datavalue", "value", "time"});
  const Json* known = find_path(snak, {"datavalue", "value", "precision"});
  const std::int64_t precision =
      known != nullptr && known->integer() != nullptr ? *known->integer() : 0;
  if (time.size() < 11 || time[0] != '+' || precision < kYear) return {};
  const std::string year = time.substr(1, 4);
  if (precision == kYear) return year + (last ? "-06-30" : "-07-01");
  const auto first = parse_date(time.substr(1, 7) + "-01");
  if (precision == kMonth && first) {
    const std::chrono::year_month_day day(*first);
    return last ? print(Date(day.year() / day.month() / std::chrono::last))
                : print(*first);
  }
  return parse_date(time.substr(1, 10)) ? time.substr(1, 10) : std::string();
}

class WikidataImport {
 public:
  WikidataImport(ImportFile& file, SourceRecords& records)
      : file_(file), records_(records) {
    needles_.emplace_back("\"P54\"");
    for (const std::string& word : file.run.words.words_of("entity")) {
      const std::string meaning(file.run.words.find("entity", word).value_or(""));
      if (meaning != "human" && meaning != "female" && meaning != "loan") {
        needles_.push_back("\"" + word + "\"");
      }
    }
  }

  Result<void> run() {
    while (file_.go_on()) {
      const auto line = file_.lines.next();
      if (!line) return {};
      if (!*line) {
        if (line->error().code != ErrorCode::kTooLarge) {
          return std::unexpected(line->error());
        }
        file_.skip(file_.lines.line(), 1, line->error().message);
        continue;
      }
      take_line(trim(**line));
    }
    return {};
  }

 private:
  void take_line(std::string_view line) {
    if (line.ends_with(',')) line.remove_suffix(1);
    if (line.starts_with('[')) line = trim(line.substr(1));
    if (line.empty() || line == "]") return;
    ++file_.counts.rows;
    const bool may_matter =
        std::ranges::any_of(needles_, [line](const std::string& needle) {
          return line.find(needle) != std::string_view::npos;
        });
    if (!may_matter) return;
    const Result<Json> entity = parse_json(line);
    if (!entity) {
      file_.skip(file_.lines.line(), 1,
                 "the line is no JSON object: " + entity.error().message);
      return;
    }
    take_entity(*entity);
  }

  void take_entity(const Json& entity) {
    const std::string id = clean_cell(string_at(&entity, {"id"}));
    const Json* claims = entity.find("claims");
    if (claims == nullptr || !id.starts_with('Q')) return;
    std::set<std::string_view> kinds;
    for (const std::string& item : items(claims, "P31")) {
      if (const auto kind = file_.run.words.find("entity", item)) kinds.insert(*kind);
    }
    std::vector<std::string> names = names_of(entity);
    if (names.empty()) return;
    if (kinds.contains("country")) {
      records_.places.insert_or_assign(id, names.front());
    } else if (kinds.contains("human")) {
      take_player(id, *claims, std::move(names));
    } else if (kinds.contains("club") || kinds.contains("women club") ||
               kinds.contains("side")) {
      take_club(id, *claims, std::move(names), kinds);
    }
  }

  // The usual name first.
  static std::vector<std::string> names_of(const Json& entity) {
    std::vector<std::string> names;
    std::set<std::string> seen;
    const auto add = [&](const std::string& text) {
      std::string name = clean_cell(text);
      if (name.empty() || name.size() > kLongestName || names.size() >= kMostNames)
        return;
      if (seen.insert(fold(name)).second) names.push_back(std::move(name));
    };
    const Json* labels = entity.find("labels");
    for (const std::string_view language : kLanguages) {
      add(string_at(labels, {language, "value"}));
    }
    if (labels != nullptr && labels->members() != nullptr) {
      for (const auto& [language, label] : *labels->members()) {
        add(string_at(&label, {"value"}));
      }
    }
    const Json* aliases = entity.find("aliases");
    if (aliases != nullptr && aliases->members() != nullptr) {
      for (const auto& [language, list] : *aliases->members()) {
        if (list.elements() == nullptr) continue;
        for (const Json& alias : *list.elements()) add(string_at(&alias, {"value"}));
      }
    }
    return names;
  }

  static const Json::Array& statements(const Json* claims, std::string_view property) {
    static const Json::Array none;
    const Json* found = claims->find(property);
    return found == nullptr || found->elements() == nullptr ? none : *found->elements();
  }

  static std::string item_of(const Json& statement) {
    if (string_at(&statement, {"rank"}) == "deprecated") return {};
    return clean_cell(string_at(&statement, {"mainsnak", "datavalue", "value", "id"}));
  }

  static std::vector<std::string> items(const Json* claims, std::string_view property) {
    std::vector<std::string> found;
    for (const Json& statement : statements(claims, property)) {
      std::string item = item_of(statement);
      if (!item.empty()) found.push_back(std::move(item));
    }
    return found;
  }

  void take_club(const std::string& id, const Json& claims,
                 std::vector<std::string> names,
                 const std::set<std::string_view>& kinds) {
    ClubRecordIn club;
    club.name = std::move(names.front());
    club.names.assign(names.begin() + 1, names.end());
    const std::vector<std::string> countries = items(&claims, "P17");
    if (!countries.empty()) club.country = countries.front();
    club.women = kinds.contains("women club");
    club.side = kinds.contains("side");
    records_.clubs.insert_or_assign(id, std::move(club));
    ++file_.counts.clubs;
  }

  bool means(const std::vector<std::string>& found, std::string_view meaning) const {
    return std::ranges::any_of(found, [&](const std::string& item) {
      return file_.run.words.find("entity", item) == meaning;
    });
  }

  void take_player(const std::string& id, const Json& claims,
                   std::vector<std::string> names) {
    const bool footballer = means(items(&claims, "P106"), "footballer");
    const Json::Array& teams = statements(&claims, "P54");
    if (!footballer && teams.empty()) return;
    PlayerRecordIn player;
    player.name = std::move(names.front());
    player.names.assign(names.begin() + 1, names.end());
    for (const Json& statement : statements(&claims, "P569")) {
      const Json* snak = statement.find("mainsnak");
      const Json* known = find_path(snak, {"datavalue", "value", "precision"});
      const bool day =
          known != nullptr && known->integer() != nullptr && *known->integer() == kDay;
      if (day && player.born_on.empty()) player.born_on = day_at(snak, false);
    }
    player.nationalities = items(&claims, "P27");
    for (const std::string& position : items(&claims, "P413")) {
      if (!player.position.empty()) break;
      player.position = file_.run.words.find("position", position).value_or("");
    }
    player.woman = means(items(&claims, "P21"), "female");
    player.doubtful = !footballer;
    records_.players.insert_or_assign(id, std::move(player));
    ++file_.counts.players;
    for (const Json& team : teams) take_spell(id, team);
  }

  void take_spell(const std::string& player, const Json& statement) {
    const std::string club = item_of(statement);
    if (club.empty()) return;
    const Json* qualifiers = statement.find("qualifiers");
    const auto first = [&](std::string_view property) -> const Json* {
      if (qualifiers == nullptr) return nullptr;
      const Json::Array& found = statements(qualifiers, property);
      return found.empty() ? nullptr : &found.front();
    };
    const std::string from = day_at(first("P580"), false);
    std::string to = day_at(first("P582"), true);
    if (!from.empty() && !to.empty() && to < from) to = from;
    const std::string how = string_at(first("P1642"), {"datavalue", "value", "id"});
    const bool loan = file_.run.words.find("entity", how) == "loan";
    records_.spells.insert_or_assign(SpellKey{player, from, club, false},
                                     SpellRecordIn{to, loan});
    ++file_.counts.spells;
  }

  ImportFile& file_;
  SourceRecords& records_;
  std::vector<std::string> needles_;
};

}  // namespace

Result<void> import_wikidata(ImportFile& file, SourceRecords& records) {
  return WikidataImport(file, records).run();
}

}  // namespace hearsay
