// The people of one document: who was named in full, and what was said of him.
//
// Title and text share one cast, so a surname in the first line finds the full name of
// the headline, and the other way round.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/mention/cues.h"
#include "hearsay/mention/scene.h"

namespace hearsay::mention {

struct Member {
  std::string name;
  std::optional<PlayerId> player;
  std::optional<PersonId> person;
  bool provisional = false;
  Role role = Role::kNone;
  Position position =
      Position::kUnknown;  // as the text has it; else the knowledge base's
  std::optional<int> age;  // the same
  std::vector<CountryId> countries;
  std::vector<ClubId> clubs;  // his present ones, by the text and by the base
  std::vector<ClubId> former_clubs;
  std::optional<bool> woman;
  std::vector<WordKey> words;  // of his name
  int mentions = 0;
  std::uint32_t last_token = 0;

  // What a description may mean: somebody who moves, not somebody who coaches.
  MentionKind kind() const {
    return role == Role::kPlayer ? MentionKind::kPlayer : MentionKind::kPerson;
  }
};

class Cast {
 public:
  Cast(const KnowledgeBase& knowledge, std::optional<Date> now)
      : knowledge_(knowledge), now_(now) {}

  // The member for a row of the knowledge base; a new one when it is not there yet.
  std::int32_t member_for(PlayerId player);
  std::int32_t member_for(PersonId person);
  // The same for a row that was named in full. A player who became a coach has two rows
  // and is one: whoever is here under that name in the other table is meant.
  // `written` are the words of the text; they spare looking at the name when it is the
  // same.
  std::int32_t member_for_full(const NameUse& use, const Scene& scene,
                               TokenRange written);
  // A person nobody listed. REQUIRES: name has words.
  std::int32_t add_stranger(std::string name, std::vector<WordKey> words);

  // Adds what the words around one of a member's mentions tell.
  void learn(std::int32_t index, const Cues& cues);

  // Those whose name has this word.
  std::span<const std::int32_t> with_word(WordKey word) const;

  // Before another text of the same document: nobody stands in it yet, and those who are
  // here were named in the title.
  void forget_places() {
    in_title_ = members_.size();
    for (Member& member : members_) member.last_token = 0;
  }

  Member& operator[](std::int32_t member) {
    return members_[static_cast<std::size_t>(member)];
  }
  const Member& operator[](std::int32_t member) const {
    return members_[static_cast<std::size_t>(member)];
  }
  std::span<const Member> members() const { return members_; }
  std::span<const Member> title_members() const { return members().first(in_title_); }

 private:
  std::int32_t add(Member member);
  std::int32_t add_player(PlayerId player, std::vector<WordKey> words);
  std::int32_t add_person(PersonId person, std::vector<WordKey> words);
  std::int32_t find(const NameUse& use) const;  // kNothing when he is not here
  std::int32_t namesake(std::span<const WordKey> words) const;
  void fill_in(Member& member, const Player& row) const;
  void fill_in_career(Member& member) const;

  const KnowledgeBase& knowledge_;
  std::optional<Date> now_;
  std::vector<Member> members_;
  std::size_t in_title_ = 0;
  std::unordered_map<WordKey, std::vector<std::int32_t>> by_word_;
  std::unordered_map<PlayerId, std::int32_t> players_;
  std::unordered_map<PersonId, std::int32_t> persons_;
};

// The keys of the words of a name, without hyphens and points.
std::vector<WordKey> words_of(std::string_view name);
std::vector<WordKey> words_of(const Scene& scene, TokenRange at);

}  // namespace hearsay::mention
