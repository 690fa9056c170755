// Tested by store_test.cc.

#include "hearsay/knowledge/check.h"

#include <map>
#include <utility>

#include "hearsay/base/fold.h"

namespace hearsay {
namespace {

constexpr auto kYoungest = std::chrono::years(13);  // to be at a club that counts
constexpr auto kOldest = std::chrono::years(60);

class Checker {
 public:
  explicit Checker(const KnowledgeBase& knowledge) : knowledge_(knowledge) {}

  std::vector<Finding> check() && {
    for (std::uint32_t id = 0; id < knowledge_.players().size(); ++id) {
      check_player(PlayerId{id});
    }
    for (std::uint32_t id = 0; id < knowledge_.clubs().size(); ++id)
      check_club(ClubId{id});
    return std::move(findings_);
  }

 private:
  void add(std::string_view kind, std::string key, std::string what) {
    findings_.push_back({kind, std::move(key), std::move(what)});
  }

  std::string key_of(PlayerId id) const {
    return "player " + std::string(knowledge_.key_of(MentionKind::kPlayer, id.value));
  }

  void check_player(PlayerId id) {
    const Player& player = knowledge_.player(id);
    check_contracts(id, player);
    if (!player.born_on) return;
    const Date born = *player.born_on;
    for (const Spell& spell : player.spells) {
      if (spell.from && *spell.from < born + kYoungest) {
        add("birth", key_of(id),
            std::string(player.name) + " was born on " + print(born) + " and was at " +
                name_of(spell) + " from " + print(*spell.from));
      } else if (spell.from && *spell.from > born + kOldest) {
        add("birth", key_of(id),
            std::string(player.name) + " was over 60 when he came to " + name_of(spell));
      }
    }
    const auto [before, fresh] = people_.try_emplace(
        {fold(player.name), born}, knowledge_.key_of(MentionKind::kPlayer, id.value));
    if (!fresh) {
      add("twins", key_of(id),
          std::string(player.name) + ", born " + print(born) + ", is also " +
              std::string(before->second));
    }
  }

  // Two contracts at a time; unknown days could be any.
  void check_contracts(PlayerId id, const Player& player) {
    const Spell* before = nullptr;
    for (const Spell& spell : player.spells) {
      if (spell.loan || !spell.from) continue;
      if (before != nullptr && (!before->to || *before->to >= *spell.from)) {
        add("overlap", key_of(id),
            std::string(player.name) + " is at " + name_of(*before) + " and from " +
                print(*spell.from) + " at " + name_of(spell));
      }
      before = &spell;
    }
  }

  void check_club(ClubId id) {
    const Club& club = knowledge_.club(id);
    if (!club.country) return;
    const std::string_view key = knowledge_.key_of(MentionKind::kClub, id.value);
    const auto [before, fresh] =
        clubs_.try_emplace({fold(club.name), club.country->value}, key);
    if (!fresh) {
      add("twins", "club " + std::string(key),
          std::string(club.name) + " stands in the same country as " +
              std::string(before->second));
    }
  }

  std::string name_of(const Spell& spell) const {
    return std::string(knowledge_.club(spell.club).name);
  }

  const KnowledgeBase& knowledge_;
  std::vector<Finding> findings_;
  std::map<std::pair<std::string, Date>, std::string_view> people_;
  std::map<std::pair<std::string, std::uint32_t>, std::string_view> clubs_;
};

}  // namespace

std::vector<Finding> find_oddities(const KnowledgeBase& knowledge) {
  return Checker(knowledge).check();
}

}  // namespace hearsay
