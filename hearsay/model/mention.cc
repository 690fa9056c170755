// The words that readings, the ledger and tests use for the enums of a mention.

#include "hearsay/model/mention.h"

#include <array>
#include <cstddef>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 7> kKinds = {
    "player", "person", "club", "competition", "country", "nationality", "outlet",
};
constexpr std::array<std::string_view, 6> kNamings = {
    "full", "short", "nick", "handle", "description", "pronoun",
};
constexpr std::array<std::string_view, 6> kRoles = {
    "none", "player", "coach", "official", "agent", "journalist",
};

template <class Enum, std::size_t count>
std::string_view word_of(const std::array<std::string_view, count>& words, Enum value) {
  const auto place = static_cast<std::size_t>(value);
  return place < count ? words[place] : std::string_view("?");
}

}  // namespace

std::string_view to_string(MentionKind kind) {
  return word_of(kKinds, kind);
}
std::string_view to_string(Naming naming) {
  return word_of(kNamings, naming);
}
std::string_view to_string(Role role) {
  return word_of(kRoles, role);
}

}  // namespace hearsay
