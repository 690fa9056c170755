// What is known of a row, for the terminal and as JSON.

#include "hearsay/cli/kb_rows.h"

#include <fmt/format.h>

#include "hearsay/base/tsv.h"
#include "hearsay/cli/layout.h"

namespace hearsay::cli {
namespace {

constexpr const char* kPositions[] = {"", "goalkeeper", "defender", "midfielder",
                                      "forward"};

std::string_view position_of(const Player& player) {
  return kPositions[static_cast<std::size_t>(player.position)];
}

Json maybe(std::string_view text) {
  return text.empty() ? Json() : Json(text);
}

Json day_json(std::optional<Date> day) {
  return day ? Json(print(*day)) : Json();
}

std::string_view country_of(const KnowledgeBase& knowledge, std::optional<CountryId> id) {
  return id ? knowledge.country(*id).name : std::string_view();
}

Json strings(std::span<const std::string_view> texts) {
  Json array = Json::array();
  for (const std::string_view text : texts) array.push(text);
  return array;
}

void set_player(Json& json, const KnowledgeBase& knowledge, const Player& player) {
  json.set("full_name", maybe(player.full_name));
  json.set("born_on", day_json(player.born_on));
  Json nations = Json::array();
  for (const CountryId nation : player.nationalities) {
    nations.push(knowledge.country(nation).name);
  }
  json.set("nationalities", std::move(nations));
  json.set("position", maybe(position_of(player)));
  json.set("woman", player.woman);
  json.set("notability", player.notability);
  Json spells = Json::array();
  for (const Spell& spell : player.spells) {
    Json each = Json::object();
    each.set("club", knowledge.club(spell.club).name);
    each.set("from", day_json(spell.from));
    each.set("to", day_json(spell.to));
    each.set("loan", spell.loan);
    spells.push(std::move(each));
  }
  json.set("spells", std::move(spells));
}

void set_club(Json& json, const KnowledgeBase& knowledge, const Club& club) {
  json.set("city", maybe(club.city));
  json.set("country", maybe(country_of(knowledge, club.country)));
  json.set("league",
           club.league ? Json(knowledge.competition(*club.league).name) : Json());
  json.set("parent", club.parent ? Json(knowledge.club(*club.parent).name) : Json());
  json.set("women", club.women);
  json.set("notability", club.notability);
}

std::string line_of(const Spell& spell, const KnowledgeBase& knowledge) {
  const auto day = [](std::optional<Date> when) {
    return when ? print(*when) : std::string(10, ' ');
  };
  return fmt::format("  {} - {}  {}{}", day(spell.from), day(spell.to),
                     knowledge.club(spell.club).name, spell.loan ? " (loan)" : "");
}

std::string join(std::string text, std::string_view more) {
  if (more.empty()) return text;
  if (!text.empty()) text += ", ";
  return text.append(more);
}

std::string_view manner(const NameUse& use) {
  if (use.needs_context) return "in context";
  return to_string(use.naming);
}

}  // namespace

std::string describe(const KnowledgeBase& knowledge, KnownRow row) {
  std::string text;
  switch (row.kind) {
    case MentionKind::kPlayer: {
      const Player& player = knowledge.player(PlayerId{row.id});
      for (const CountryId nation : player.nationalities) {
        text = join(std::move(text), knowledge.country(nation).name);
      }
      text = join(std::move(text), position_of(player));
      return player.born_on ? join(std::move(text), "born " + print(*player.born_on))
                            : text;
    }
    case MentionKind::kClub: {
      const Club& club = knowledge.club(ClubId{row.id});
      text = join(std::string(club.city), country_of(knowledge, club.country));
      if (club.league)
        text = join(std::move(text), knowledge.competition(*club.league).name);
      return club.women ? join(std::move(text), "women") : text;
    }
    case MentionKind::kCompetition:
      return std::string(
          country_of(knowledge, knowledge.competition(CompetitionId{row.id}).country));
    case MentionKind::kOutlet: {
      const Outlet& outlet = knowledge.outlet(OutletId{row.id});
      return join(std::string(outlet.kind), country_of(knowledge, outlet.country));
    }
    case MentionKind::kPerson: {
      const Person& person = knowledge.person(PersonId{row.id});
      text = to_string(person.role);
      for (const std::string_view each : person.organisations) {
        text = join(std::move(text), each);
      }
      return text;
    }
    case MentionKind::kCountry:
    case MentionKind::kNationality:
      break;
  }
  return text;
}

Json row_json(const KnowledgeBase& knowledge, KnownRow row) {
  Json json = Json::object();
  json.set("kind", to_string(row.kind));
  json.set("key", knowledge.key_of(row.kind, row.id));
  json.set("name", name_of(knowledge, row));
  Json names = Json::array();
  for (const ListedName& name : knowledge.names_of(row.kind, row.id)) {
    Json each = Json::object();
    each.set("name", name.text);
    each.set("naming", to_string(name.use.naming));
    each.set("needs_context", name.use.needs_context);
    names.push(std::move(each));
  }
  json.set("names", std::move(names));
  json.set("sources", strings(split_list(knowledge.sources_of(row.kind, row.id))));
  if (row.kind == MentionKind::kPlayer) {
    set_player(json, knowledge, knowledge.player(PlayerId{row.id}));
  } else if (row.kind == MentionKind::kClub) {
    set_club(json, knowledge, knowledge.club(ClubId{row.id}));
  } else if (row.kind == MentionKind::kOutlet) {
    const Outlet& outlet = knowledge.outlet(OutletId{row.id});
    json.set("domains", strings(outlet.domains));
    json.set("language", maybe(outlet.language));
    json.set("country", maybe(country_of(knowledge, outlet.country)));
    json.set("outlet_kind", maybe(outlet.kind));
  } else if (row.kind == MentionKind::kPerson) {
    const Person& person = knowledge.person(PersonId{row.id});
    json.set("role", to_string(person.role));
    json.set("organisations", strings(person.organisations));
  }
  return json;
}

std::string print_row(const KnowledgeBase& knowledge, KnownRow row,
                      const Terminal& terminal) {
  const std::string_view key = knowledge.key_of(row.kind, row.id);
  std::string out =
      render({piece(name_of(knowledge, row), Style::kBold),
              piece("  " + std::string(to_string(row.kind)) + " " + std::string(key),
                    Style::kDim)},
             terminal) +
      "\n";
  const std::string what = describe(knowledge, row);
  if (!what.empty()) out += paragraph({piece(what)}, 2, terminal);
  std::string names;
  for (const ListedName& name : knowledge.names_of(row.kind, row.id)) {
    names = join(std::move(names), fmt::format("{} ({})", name.text, manner(name.use)));
  }
  if (!names.empty()) out += paragraph({piece("called " + names)}, 2, terminal);
  if (row.kind == MentionKind::kPlayer) {
    for (const Spell& spell : knowledge.player(PlayerId{row.id}).spells) {
      out += render({piece(line_of(spell, knowledge))}, terminal) + "\n";
    }
  }
  std::string sources;
  for (const std::string_view source :
       split_list(knowledge.sources_of(row.kind, row.id))) {
    sources = join(std::move(sources), source);
  }
  return out + paragraph({piece("from " + sources, Style::kDim)}, 2, terminal);
}

}  // namespace hearsay::cli
