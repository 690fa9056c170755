// hearsay kb show, search, stats, check: what is known, and whether it fits together.

#include <map>

#include <fmt/format.h>

#include "hearsay/base/tsv.h"
#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/kb.h"
#include "hearsay/cli/kb_rows.h"
#include "hearsay/cli/rows.h"
#include "hearsay/cli/table.h"
#include "hearsay/knowledge/check.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kUsualLimit = 20;

ExitStatus with_knowledge(Session& session,
                          ExitStatus (*run)(Session&, const KnowledgeBase&)) {
  const Result<KnowledgeBase> knowledge = session.load_knowledge();
  if (!knowledge) {
    session.complain(knowledge.error().message);
    return kUnusable;
  }
  return run(session, *knowledge);
}

ExitStatus show(Session& session, const KnowledgeBase& knowledge) {
  const std::string name = kb_words(session);
  const std::vector<KnownRow> rows = find_rows(knowledge, name);
  if (rows.empty()) {
    session.complain("nobody and nothing is called '" + name +
                     "'; 'hearsay kb search' looks for parts of names");
    return kSomethingWrong;
  }
  bool first = true;
  for (const KnownRow row : rows) {
    const bool json = session.options().format == Format::kJson;
    const std::string text =
        json ? print(row_json(knowledge, row)) + "\n"
             : (first ? "" : "\n") + print_row(knowledge, row, session.terminal());
    if (!session.print(text)) break;
    first = false;
  }
  return kAllWell;
}

ExitStatus search(Session& session, const KnowledgeBase& knowledge) {
  const std::size_t limit = session.options().filter.limit.value_or(kUsualLimit);
  const std::vector<KnownRow> rows = search_rows(knowledge, kb_words(session), limit);
  Table table({{.heading = "NAME", .least = 12},
               {.heading = "KIND", .least = 6},
               {.heading = "KEY", .least = 10, .droppable = true},
               {.heading = "WHAT", .least = 12}});
  for (const KnownRow row : rows) {
    table.add({{piece(name_of(knowledge, row))},
               {piece(to_string(row.kind))},
               {piece(knowledge.key_of(row.kind, row.id), Style::kDim)},
               {piece(describe(knowledge, row))}});
  }
  return print_rows(
      session, {.noun = "names",
                .count = rows.size(),
                .json = [&](std::size_t row) { return row_json(knowledge, rows[row]); },
                .columns = {},
                .fields = {},
                .plain = {},
                .human = [&] { return table.print(session.terminal()); }});
}

// How many rows each source has a part in.
std::map<std::string, std::size_t> count_sources(const KnowledgeBase& knowledge) {
  std::map<std::string, std::size_t> counts;
  const auto count = [&](MentionKind kind, std::size_t size) {
    for (std::uint32_t id = 0; id < size; ++id) {
      std::string last;
      for (const std::string_view source : split_list(knowledge.sources_of(kind, id))) {
        std::string name(source.substr(0, source.find(':')));
        if (name == last) continue;
        ++counts[name];
        last = std::move(name);
      }
    }
  };
  count(MentionKind::kPlayer, knowledge.players().size());
  count(MentionKind::kClub, knowledge.clubs().size());
  return counts;
}

ExitStatus stats(Session& session, const KnowledgeBase& knowledge) {
  std::size_t spells = 0;
  for (const Player& player : knowledge.players()) spells += player.spells.size();
  const std::pair<const char*, std::size_t> counts[] = {
      {"players", knowledge.players().size()},
      {"spells", spells},
      {"clubs", knowledge.clubs().size()},
      {"competitions", knowledge.competitions().size()},
      {"countries", knowledge.countries().size()},
      {"outlets", knowledge.outlets().size()},
      {"people", knowledge.people().size()},
      {"names", knowledge.names().size()},
  };
  const Result<BasePlace> place = session.base_place();
  const std::string file = place ? place->file.string() : "";
  const auto sources = count_sources(knowledge);
  if (session.options().format == Format::kJson) {
    Json json = Json::object();
    json.set("file", file.empty() ? Json() : Json(file));
    for (const auto& [what, count] : counts) json.set(what, count);
    Json each = Json::object();
    for (const auto& [source, count] : sources) each.set(source, count);
    json.set("sources", std::move(each));
    session.print(print(json) + "\n");
    return kAllWell;
  }
  std::string text = file.empty() ? "what ships with hearsay\n" : file + "\n";
  for (const auto& [what, count] : counts) {
    text += fmt::format("{:>10} {}\n", count, what);
  }
  text += "players and clubs by who tells of them\n";
  for (const auto& [source, count] : sources) {
    text += fmt::format("{:>10} {}\n", count, source);
  }
  session.print(text);
  return kAllWell;
}

ExitStatus check(Session& session, const KnowledgeBase& knowledge) {
  const std::vector<Finding> findings = find_oddities(knowledge);
  const std::size_t limit = session.options().filter.limit.value_or(findings.size());
  const bool json = session.options().format == Format::kJson;
  for (std::size_t i = 0; i < findings.size() && i < limit; ++i) {
    const Finding& finding = findings[i];
    Json row = Json::object();
    row.set("kind", finding.kind);
    row.set("row", finding.key);
    row.set("what", finding.what);
    const std::string text =
        json ? print(row) + "\n"
             : fmt::format("{}: {}: {}\n", finding.key, finding.kind, finding.what);
    if (!session.print(text)) return kSomethingWrong;
  }
  if (findings.empty()) {
    if (!json) session.print("all of it fits together\n");
    return kAllWell;
  }
  session.complain(fmt::format("{} {}", findings.size(),
                               findings.size() == 1 ? "oddity" : "oddities") +
                   " found");
  return kSomethingWrong;
}

}  // namespace

ExitStatus kb_show(Session& session) {
  return with_knowledge(session, show);
}
ExitStatus kb_search(Session& session) {
  return with_knowledge(session, search);
}
ExitStatus kb_stats(Session& session) {
  return with_knowledge(session, stats);
}
ExitStatus kb_check(Session& session) {
  return with_knowledge(session, check);
}

}  // namespace hearsay::cli
