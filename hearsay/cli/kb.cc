// hearsay kb: who and what does hearsay know, and how is it told more?

#include "hearsay/cli/kb.h"

#include <algorithm>
#include <array>
#include <vector>

#include "hearsay/cli/flags.h"

namespace hearsay::cli {
namespace {

struct Action {
  std::string_view name;
  std::string_view needs;  // operands that it cannot do without
  bool takes;              // operands at all
  ExitStatus (*run)(Session& session);
};

constexpr std::array kActions = {
    Action{"import", "SOURCE...", true, kb_import},
    Action{"build", "", false, kb_build},
    Action{"show", "NAME", true, kb_show},
    Action{"search", "WORDS", true, kb_search},
    Action{"stats", "", false, kb_stats},
    Action{"check", "", false, kb_check},
};

ExitStatus unknown_action(Session& session, const std::string& word) {
  std::vector<std::string_view> names;
  names.reserve(kActions.size());
  for (const Action& action : kActions) names.push_back(action.name);
  std::string message = "'kb' has no action '" + word + "'";
  if (const auto nearest = find_nearest(word, names)) {
    message.append("; did you mean '").append(*nearest).append("'?");
  } else {
    message += "; there are import, build, show, search, stats, check";
  }
  session.complain(message);
  return kUnusable;
}

ExitStatus knowledge_base(Session& session) {
  const std::vector<std::string>& operands = session.options().operands;
  const auto action = std::ranges::find(kActions, operands.front(), &Action::name);
  if (action == kActions.end()) return unknown_action(session, operands.front());
  const std::string name = "'hearsay kb " + operands.front() + "'";
  if (!action->needs.empty() && operands.size() < 2) {
    session.complain(name + " needs " + std::string(action->needs) +
                     "; 'hearsay kb --help' shows examples");
    return kUnusable;
  }
  if (!action->takes && operands.size() > 1) {
    session.complain(name + " takes no '" + operands[1] + "', only flags");
    return kUnusable;
  }
  return action->run(session);
}

}  // namespace

std::string kb_words(const Session& session) {
  const std::vector<std::string>& operands = session.options().operands;
  std::string words;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    words += (words.empty() ? "" : " ") + operands[i];
  }
  return words;
}

const Command kKnowledgeBase{
    .name = "kb",
    .operands = "import|build|show|search|stats|check [...]",
    .least_operands = 1,
    .summary = "Shows, checks and grows what hearsay knows of players and clubs",
    .details =
        "import SOURCE... adds CSV tables, a Wikidata dump or openfootball's clubs to "
        "your base; build makes it anew, after an edit of kb.local beside it; show NAME "
        "tells all of a player, club, outlet; search WORDS lists who is called so; stats "
        "counts; check lists what does not fit together.",
    .examples =
        "  hearsay kb import players.csv.gz clubs.csv.gz spells.csv.gz\n"
        "  bzcat latest-all.json.bz2 | hearsay kb import -\n"
        "  hearsay kb show \"Sergio Ramos\"\n"
        "  hearsay kb search --json real madrid\n",
    .groups = kKnowledge | kLimit | kJson,
    .run = knowledge_base,
};

}  // namespace hearsay::cli
