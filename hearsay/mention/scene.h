// What is known of one text while its mentions are being found.
//
//     tokens   Chelsea and England winger Raheem Sterling , 26
//     hits     ~~~~~~~     ~~~~~~~        ~~~~~~~~~~~~~~~        names of the knowledge
//     base runs                                ~~~~~~~~~~~~~~~        or capital words of
//     a stranger found    club        country        player
//
// Steps add to `found`, and no two mentions share a token. The order of the steps is in
// find.cc; each is linear in the number of tokens.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/mention/vocabulary.h"
#include "hearsay/model/mention.h"
#include "hearsay/model/text.h"

namespace hearsay::mention {

struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;  // half open

  std::uint32_t size() const { return end - first; }
  bool operator==(const TokenRange&) const = default;
};

// A name of the knowledge base that stands in the text; what it means here is still open.
struct Hit {
  TokenRange at;
  std::span<const NameUse> uses;
  bool capital = false;   // written as a name
  bool doubtful = false;  // one ordinary word where every word would have a capital
  bool in_run = false;    // part of a longer name: "Gonçalo Ramos" is no Sergio Ramos
};

// Capital words in a row that the knowledge base does not know as one name.
struct Run {
  TokenRange at;
  std::int32_t hit = -1;  // the hit that it swallowed, a surname as a rule
  std::int32_t second_hit = -1;
};

constexpr std::int32_t kNothing = -1;

class Scene {
 public:
  // Everything given must outlive the scene.
  Scene(const Text& of, std::optional<Date> today, const KnowledgeBase& base,
        const Vocabulary& vocabulary);

  const Text& text;
  std::optional<Date> now;
  const KnowledgeBase& knowledge;
  const Vocabulary& words;
  std::span<const Token> tokens;

  std::vector<Hit> hits;  // ascending
  std::vector<Run> runs;  // ascending

  // What was found so far, in the order of finding; `members` stands beside it.
  std::vector<Mention> found;
  std::vector<std::int32_t> members;  // into the cast, for people

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  WordKey key(std::uint32_t at) const { return tokens[at].key; }
  // The word lists that the token stands in.
  WordLists lists(std::uint32_t at) const { return lists_[at]; }
  bool is_word(std::uint32_t at) const { return tokens[at].kind == TokenKind::kWord; }
  // One punctuation or symbol character: is(at, ","). REQUIRES: characters is not empty.
  bool is(std::uint32_t at, std::string_view characters) const {
    const TextSpan span = tokens[at].span;
    if (span.size() != characters.size()) return false;
    return text.bytes[span.begin] == characters.front() &&
           (span.size() == 1 || text.slice(span) == characters);
  }
  const Sentence& sentence(std::uint32_t at) const {
    return text.sentences[sentence_of_[at]];
  }
  std::uint32_t sentence_number(std::uint32_t at) const { return sentence_of_[at]; }
  // Most words of its sentence have a capital, so a capital tells nothing.
  bool is_title_case(std::uint32_t at) const { return title_case_[sentence_of_[at]]; }

  bool is_free(TokenRange range) const;
  // The mention that covers a token; null for none. Good until the next add().
  const Mention* mention_at(std::uint32_t at) const {
    return cover_[at] == kNothing ? nullptr
                                  : &found[static_cast<std::size_t>(cover_[at])];
  }
  std::int32_t member_at(std::uint32_t at) const {
    return cover_[at] == kNothing ? kNothing
                                  : members[static_cast<std::size_t>(cover_[at])];
  }

  std::string_view slice(TokenRange range) const {
    return text.slice(
        TextSpan{tokens[range.first].span.begin, tokens[range.end - 1].span.end});
  }

  // REQUIRES: is_free(range).
  Mention& add(TokenRange range, MentionKind kind, Naming naming, std::string name,
               std::int32_t member = kNothing);

  // Takes back the mentions within a range: a larger one takes their place.
  void drop(TokenRange range);

 private:
  std::vector<WordLists> lists_;            // by token
  std::vector<std::uint32_t> sentence_of_;  // by token
  std::vector<bool> title_case_;            // by sentence
  std::vector<std::int32_t> cover_;         // by token: into `found`
};

// Finds the hits and runs of a scene.
void find_hits(Scene& scene);
void find_runs(Scene& scene);

// Whether `use` may be meant by `hit` as it is written.
bool admits(const Scene& scene, const Hit& hit, const NameUse& use);

}  // namespace hearsay::mention
