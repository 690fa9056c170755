#include "hearsay/claim/signs.h"

#include <algorithm>

namespace hearsay::claim {
namespace {

constexpr std::array<std::string_view, 5> kCounts = {"0", "1", "2", "3", "4"};

}  // namespace

std::string name_of(Unit unit, Bond bond, Kind kind) {
  std::string name(kUnits[static_cast<std::size_t>(unit)]);
  name += '.';
  name += kBonds[static_cast<std::size_t>(bond)];
  name += '.';
  name += kKinds[static_cast<std::size_t>(kind)];
  return name;
}

SignKey key_of(Unit unit, Bond bond, Kind kind) {
  using Table = std::array<std::array<std::array<SignKey, kKinds.size()>, kBonds.size()>,
                           kUnits.size()>;
  static const Table table = [] {
    Table made;
    for (std::size_t u = 0; u < kUnits.size(); ++u) {
      for (std::size_t b = 0; b < kBonds.size(); ++b) {
        for (std::size_t k = 0; k < kKinds.size(); ++k) {
          made[u][b][k] = sign_kind(
              name_of(static_cast<Unit>(u), static_cast<Bond>(b), static_cast<Kind>(k)));
        }
      }
    }
    return made;
  }();
  return table[static_cast<std::size_t>(unit)][static_cast<std::size_t>(bond)]
              [static_cast<std::size_t>(kind)];
}

WordKey stage_key(Stage stage) {
  static const std::array<WordKey, kStageCount> keys = [] {
    std::array<WordKey, kStageCount> made{};
    for (std::size_t i = 0; i < kStageCount; ++i) {
      made[i] = word_key(to_string(static_cast<Stage>(i)));
    }
    return made;
  }();
  return keys[static_cast<std::size_t>(stage)];
}

std::string_view count_word(std::size_t count) {
  return kCounts[std::min(count, kCounts.size() - 1)];
}

WordKey count_key(std::size_t count) {
  static const std::array<WordKey, kCounts.size()> keys = [] {
    std::array<WordKey, kCounts.size()> made{};
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = word_key(kCounts[i]);
    return made;
  }();
  return keys[std::min(count, kCounts.size() - 1)];
}

}  // namespace hearsay::claim
