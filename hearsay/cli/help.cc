// Help as it is printed, made from the tables of commands and flags; and the guess at
// what was meant by a word that is none of them.

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "hearsay/cli/command.h"
#include "hearsay/cli/flags.h"
#include "hearsay/cli/layout.h"

namespace hearsay::cli {
namespace {

constexpr std::array kCommands = {
    &kRead,  &kExplain, &kRestore,   &kAdd,    &kClaims,
    &kSagas, &kSaga,    &kDocuments, &kSearch, &kKnowledgeBase,
};

constexpr std::size_t kHelpWidth = 90;  // longer lines are hard to read

// "  --name VALUE    what it does", with the text wrapped in its own column.
std::string print_entry(const std::string& head, std::string_view help,
                        std::size_t column, const Terminal& terminal) {
  const std::size_t room = std::min(terminal.width, kHelpWidth) - column;
  std::string out;
  for (const Line& line : wrap({piece(help)}, std::max<std::size_t>(room, 20))) {
    const Line lead = pad({{"  " + (out.empty() ? head : ""), Style::kName}}, column);
    Line whole = lead;
    out += render(append(whole, line), terminal) + "\n";
  }
  return out;
}

std::string head_of(const Flag& flag) {
  std::string head;
  if (!flag.letter.empty()) head.append("-").append(flag.letter).append(", ");
  head.append("--").append(flag.name);
  if (!flag.value.empty()) head.append(" ").append(flag.value);
  return head;
}

std::string print_flags(const char* heading, std::uint32_t groups,
                        const Terminal& terminal) {
  std::string out;
  for (const Flag& flag : flags()) {
    if ((flag.group & groups) == 0) continue;
    out += print_entry(head_of(flag), flag.help, 20, terminal);
  }
  if (out.empty()) return out;
  return "\n" + styled(heading, Style::kBold, terminal) + "\n" + out;
}

// The number of letters to add, drop, change or swap to make one word the other.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> above(right.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::vector<std::size_t> row(right.size() + 1);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before = std::exchange(above, std::move(row));
  }
  return above.back();
}

}  // namespace

std::span<const Command* const> commands() {
  return kCommands;
}

std::string print_help(const Command& command, const Terminal& terminal) {
  const auto heading = [&](const char* text) {
    return "\n" + styled(text, Style::kBold, terminal) + "\n";
  };
  std::string usage = "hearsay " + std::string(command.name) + " [FLAGS]";
  if (!command.operands.empty()) usage.append(" ").append(command.operands);
  std::string out = std::string(command.summary) + "\n";
  out += heading("Usage") + "  " + usage + "\n";
  Terminal narrow = terminal;
  narrow.width = std::min(terminal.width, kHelpWidth);
  if (!command.details.empty()) {
    out += "\n" + paragraph({piece(command.details)}, 0, narrow);
  }
  out += print_flags("Flags", command.groups, terminal);
  out += print_flags("Flags of every command", kGlobal, terminal);
  out += heading("Examples") + std::string(command.examples);
  return out;
}

std::string print_short_help(const Terminal& terminal) {
  std::string out =
      "hearsay reads football-transfer news and keeps the books of the rumour mill.\n\n";
  out += styled("Usage", Style::kBold, terminal) + "\n  hearsay COMMAND [FLAGS] ...\n\n";
  out += styled("Commands", Style::kBold, terminal) + "\n";
  for (const Command* command : commands()) {
    out += print_entry(std::string(command->name), command->summary, 14, terminal);
  }
  out += "\n" + styled("Examples", Style::kBold, terminal) + "\n";
  out += "  hearsay read article.html            what does this page claim?\n";
  out += "  hearsay add news/                    remember a folder of articles\n";
  out +=
      "  hearsay saga \"Sergio Ramos\"          who said it first, who only repeated "
      "it?\n";
  out += "\n'hearsay COMMAND --help' tells more about one command.\n";
  return out;
}

std::optional<std::string_view> find_nearest(std::string_view typed,
                                             std::span<const std::string_view> known) {
  std::size_t least = std::numeric_limits<std::size_t>::max();
  std::optional<std::string_view> nearest;
  for (const std::string_view word : known) {
    const bool begins = typed.size() >= 2 && word.starts_with(typed);
    const std::size_t apart = begins ? 1 : distance(typed, word);
    if (apart < least && apart <= std::max<std::size_t>(1, word.size() / 3)) {
      least = apart;
      nearest = word;
    }
  }
  return nearest;
}

}  // namespace hearsay::cli
