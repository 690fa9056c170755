// Which of the clubs of a short name is meant: "United", "Inter", "Racing".

#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/mention/cast.h"
#include "hearsay/mention/evidence.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

struct ClubChoice {
  const NameUse* use = nullptr;  // null when the name is no club's
  int points = 0;
  std::vector<std::string> rejected;
};

class ClubChooser {
 public:
  // Everything given must outlive the chooser; `cast` may be null.
  ClubChooser(const Scene& scene, const Evidence& evidence, const Cast* cast)
      : scene_(scene), evidence_(evidence), cast_(cast) {}

  ClubChoice choose(const Hit& hit);

  // Whether the club was named already, and not in the same list: in "Rangers, Derby and
  // QPR" Rangers are another club.
  bool is_spoken_of(TokenRange at, ClubId id) const {
    return evidence_.count(id) > 0 && !is_listed_beside(at, id);
  }

 private:
  // What the words before a name say of it: "MLS side Inter".
  struct Introduction {
    std::optional<CompetitionId> league;
    std::optional<CountryId> country;
  };

  Introduction introduction_of(TokenRange at) const;
  int points_of(const NameUse& use, std::uint32_t last_token,
                const Introduction& introduction) const;
  int points_of_company(ClubId id, const Club& club) const;
  bool names_town(std::string_view city) const;
  // Once, before the first choice among several.
  void look_around();
  bool is_listed_beside(TokenRange at, ClubId id) const;
  void see_people();
  void see_towns();

  const Scene& scene_;
  const Evidence& evidence_;
  const Cast* cast_;
  bool looked_ = false;
  std::unordered_map<ClubId, int> by_people_;  // clubs of those who are named
  std::vector<WordKey> towns_;                 // capital words that name no club, sorted
};

}  // namespace hearsay::mention
