// A row of the knowledge base of any kind, as JSON and as lines.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/json.h"
#include "hearsay/cli/terminal.h"
#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay::cli {

struct KnownRow {
  MentionKind kind = MentionKind::kPlayer;
  std::uint32_t id = 0;

  auto operator<=>(const KnownRow&) const = default;
};

// The rows that a name, a key ("sergio-ramos") or an id of a source ("wikidata:Q615")
// means, each once, the best known first.
std::vector<KnownRow> find_rows(const KnowledgeBase& knowledge, std::string_view name);

// The rows with a name that has all the words, or words that begin so; the best known
// first, at most `limit`.
std::vector<KnownRow> search_rows(const KnowledgeBase& knowledge, std::string_view words,
                                  std::size_t limit);

std::string_view name_of(const KnowledgeBase& knowledge, KnownRow row);
int notability_of(const KnowledgeBase& knowledge, KnownRow row);

// One line of what it is: "Spain, defender, born 1986-03-30".
std::string describe(const KnowledgeBase& knowledge, KnownRow row);

Json row_json(const KnowledgeBase& knowledge, KnownRow row);
std::string print_row(const KnowledgeBase& knowledge, KnownRow row,
                      const Terminal& terminal);

}  // namespace hearsay::cli
