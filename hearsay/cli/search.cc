// hearsay search: which articles have these words?

#include "hearsay/cli/command.h"
#include "hearsay/cli/document_rows.h"
#include "hearsay/cli/flags.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kUsualLimit = 20;

ExitStatus search(Session& session) {
  const auto ledger = session.open_ledger(false);
  if (!ledger) {
    session.complain(ledger.error().message);
    return kUnusable;
  }
  std::string words;
  for (const std::string& operand : session.options().operands) {
    words += (words.empty() ? "" : " ") + operand;
  }
  const std::size_t limit = session.options().filter.limit.value_or(kUsualLimit);
  return print_document_rows(session, (*ledger)->search(words, limit));
}

}  // namespace

const Command kSearch{
    .name = "search",
    .operands = "WORDS...",
    .least_operands = 1,
    .summary = "Finds articles by their words, the best first",
    .details =
        "Looks in the cleaned text, so look-alike letters do not hide a word. Shows "
        "20 articles unless --limit says otherwise.",
    .examples =
        "  hearsay search wage cap\n"
        "  hearsay search --limit 5 --json medical Miami\n",
    .groups = kLimit | kJson | kCsv,
    .run = search,
};

}  // namespace hearsay::cli
