// Numbers that know what they number.

#pragma once

#include <cstdint>
#include <functional>

namespace hearsay {

// The place of a Thing in the table that holds it. Ids of two kinds do not mix.
// They are good only within one loaded table: never store one, store the name or key.
template <class Thing>
struct Id {
  std::uint32_t value = 0;

  bool operator==(const Id&) const = default;
  auto operator<=>(const Id&) const = default;
};

using PlayerId = Id<struct PlayerRow>;
using ClubId = Id<struct ClubRow>;
using OutletId = Id<struct OutletRow>;
using PersonId = Id<struct PersonRow>;  // journalists, coaches, officials, agents
using CompetitionId = Id<struct CompetitionRow>;
using CountryId = Id<struct CountryRow>;

}  // namespace hearsay

template <class Thing>
struct std::hash<hearsay::Id<Thing>> {
  std::size_t operator()(hearsay::Id<Thing> id) const noexcept {
    return std::hash<std::uint32_t>{}(id.value);
  }
};
