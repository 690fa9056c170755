// Who and what the text speaks of at this point: what "he" and "the club" can mean.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "hearsay/mention/cast.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

// Somebody or some club that was named, in the order of the text.
struct Named {
  std::int32_t member = kNothing;   // of a person
  std::int32_t mention = kNothing;  // into Scene::found
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
  bool subject = false;  // its sentence begins with it
};

class Focus {
 public:
  explicit Focus(const Scene& scene) : scene_(scene) {}

  void see(std::int32_t index);

  // The last ones, newest last; never more than a fixed number, so that asking is cheap.
  std::span<const Named> people() const { return last(people_); }
  std::span<const Named> clubs() const { return last(clubs_); }

 private:
  static std::span<const Named> last(const std::vector<Named>& named);
  bool is_listed(const Mention& mention) const;
  bool starts_sentence(const Mention& mention) const;

  const Scene& scene_;
  std::vector<Named> people_;
  std::vector<Named> clubs_;
};

}  // namespace hearsay::mention
