// Which names of an imported row may stand for it, and how surely. Inside of merging
// only.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/knowledge/edit_table.h"
#include "hearsay/knowledge/import_words.h"

namespace hearsay {

// The form in which names are compared: folded, without points and hyphens.
std::string comparable(std::string_view name);

// "CA Sarmiento (Junin)" → "CA Sarmiento"
std::string_view without_brackets(std::string_view name);

enum class Worth : std::uint8_t {
  kNone,     // single letters, figures, initials: it would be found everywhere
  kContext,  // one word, ordinary words, a town, or somebody else's name
  kSure,
};

class NameJudge {
 public:
  explicit NameJudge(const ImportWords& words) : words_(words) {}

  // Takes the names of a table: what they are, an imported row may not be called surely.
  void learn(const EditTable& table, const std::vector<std::string_view>& columns);
  void learn(std::string_view name) { ++taken_[comparable(name)]; }

  Worth judge(std::string_view name) const;

 private:
  const ImportWords& words_;
  std::unordered_map<std::string, int> taken_;
};

}  // namespace hearsay
