// One pass over the tokens: names of the knowledge base, and runs of capital words.
//
// A hit is only a possibility. `admits` asks whether the writing allows it: a name has a
// capital (unless its row says otherwise), a handle's name stands behind @ or #, and a
// word of all days at the start of a sentence is a name only if something else says so.

#include <algorithm>

#include "hearsay/mention/scene.h"
#include "hearsay/mention/tags.h"

namespace hearsay::mention {
namespace {

bool has_capital(std::string_view bytes) {
  return std::ranges::any_of(bytes, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_tag(const Token& token) {
  return token.kind == TokenKind::kHandle || token.kind == TokenKind::kHashtag;
}

bool is_written_as_name(const Scene& scene, TokenRange at) {
  const auto shows = [&scene](std::uint32_t i) {
    const Token& token = scene.tokens[i];
    return token.capital || is_tag(token) || has_capital(scene.text.slice(token));
  };
  if (at.size() == 1) return shows(at.first);
  const std::uint32_t last = at.end - 1;
  const bool number = scene.tokens[last].kind == TokenKind::kNumber;
  const bool joined = scene.is(last - 1, "-");  // "Heung-min"
  return (number || joined || shows(last)) &&
         (shows(at.first) || shows(at.first + 1) ||
          scene.tokens[at.first].kind == TokenKind::kNumber);
}

// The last token that a name starting at `at` may take: names do not cross sentences, and
// a tag stands alone.
std::uint32_t limit_of(const Scene& scene, std::uint32_t at) {
  return is_tag(scene.tokens[at]) ? at + 1 : scene.sentence(at).end_token;
}

bool is_doubtful(const Scene& scene, TokenRange at) {
  if (at.size() != 1 || !scene.words.ordinary.has(scene.lists(at.first))) return false;
  return at.first == scene.sentence(at.first).first_token ||
         scene.is_title_case(at.first) || scene.tokens[at.first].all_capitals ||
         (at.first > 0 && scene.tokens[at.first - 1].kind == TokenKind::kPunctuation);
}

// A capital word that could be part of somebody's name.
bool may_be_name_word(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.tokens[at];
  return token.kind == TokenKind::kWord && token.capital && token.span.size() > 1 &&
         !scene.words.not_person.has(scene.lists(at)) &&
         !scene.words.reserve_marks.has(scene.lists(at)) &&
         !scene.words.role(scene.lists(at));
}

// The surname of "Emil #Holm".
bool is_tagged_name(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.tokens[at];
  if (token.kind != TokenKind::kHashtag) return false;
  const std::string_view letters = scene.text.slice(token).substr(1);
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return letters.size() > 1 && is_capital(letters.front()) &&
         !scene.words.ordinary.has(scene.lists(at)) &&
         std::ranges::none_of(letters.substr(1),
                              [](char c) { return c >= 0 && c < 'a'; });
}

// "Under-21" is an age group, whoever else is called Under.
bool is_age_group(const Scene& scene, TokenRange at) {
  return at.end + 1 < scene.size() && scene.is(at.end, "-") &&
         scene.tokens[at.end + 1].kind == TokenKind::kNumber &&
         !scene.tokens[at.end].space_before && !scene.tokens[at.end + 1].space_before;
}

// "As Monaco know" is not AS Monaco: a sentence begins, and the rest is the same name.
bool is_small_word_before_name(const Scene& scene, const Hit& hit) {
  const Token& first = scene.tokens[hit.at.first];
  if (hit.at.size() < 2 || first.span.size() > 2 || first.all_capitals) return false;
  if (!scene.words.ordinary.has(scene.lists(hit.at.first))) return false;
  const NameIndex::Hit rest =
      scene.knowledge.names().longest(scene.tokens.first(hit.at.end), hit.at.first + 1);
  return std::ranges::any_of(rest.uses, [&](const NameUse& use) {
    return use.kind == hit.uses.front().kind && use.id == hit.uses.front().id;
  });
}

class RunFinder {
 public:
  explicit RunFinder(Scene& scene)
      : scene_(scene), hit_at_(scene.tokens.size(), kNothing) {
    for (std::size_t i = 0; i < scene.hits.size(); ++i) {
      const TokenRange at = scene.hits[i].at;
      std::fill(hit_at_.begin() + at.first, hit_at_.begin() + at.end,
                static_cast<std::int32_t>(i));
    }
  }

  void find() {
    for (std::uint32_t at = 0; at < scene_.size();) {
      if (!scene_.tokens[at].capital) {
        ++at;
        continue;
      }
      const std::uint32_t end = run_end(at);
      if (end == at) {
        ++at;
        continue;
      }
      keep({at, end});
      at = end;
    }
  }

 private:
  // Hits that may turn out to be a part of a longer name: a surname, or a given name that
  // is also a country or a club ("Jordan Zemura", "Milan Ristovski").
  bool is_weak(std::int32_t index) const {
    const Hit& hit = scene_.hits[static_cast<std::size_t>(index)];
    if (hit.at.size() > 3 || !hit.capital) return false;
    const bool given =
        hit.at.size() == 1 && scene_.words.given.has(scene_.lists(hit.at.first));
    return given || std::ranges::all_of(hit.uses, [](const NameUse& use) {
             const bool person =
                 use.kind == MentionKind::kPlayer || use.kind == MentionKind::kPerson;
             return (person && use.naming == Naming::kShort) ||
                    use.naming == Naming::kHandle;
           });
  }

  bool takes(std::uint32_t at, bool named) const {
    if (!may_be_name_word(scene_, at)) return named && is_tagged_name(scene_, at);
    if (hit_at_[at] != kNothing) return is_weak(hit_at_[at]);
    const Token& token = scene_.tokens[at];
    if (!scene_.words.ordinary.has(scene_.lists(at))) return true;
    return named && !scene_.is_title_case(at) && !token.all_capitals;
  }

  // The place behind a run that starts at `at`; `at` when none does.
  std::uint32_t run_end(std::uint32_t at) const {
    if (!takes(at, false)) return at;
    const std::uint32_t limit = scene_.sentence(at).end_token;
    const bool given = scene_.words.given.has(scene_.lists(at));
    std::uint32_t end = skip_hit(at);
    while (end < limit) {
      const std::uint32_t next = skip_joint(end, limit);
      const bool tagged = next < limit && is_tagged_name(scene_, next);
      if (next >= limit || !takes(next, given || next > end || tagged)) break;
      end = skip_hit(next);
    }
    return end;
  }

  std::uint32_t skip_hit(std::uint32_t at) const {
    if (hit_at_[at] == kNothing) return at + 1;
    return scene_.hits[static_cast<std::size_t>(hit_at_[at])].at.end;
  }

  // Over what joins two words of a name: a hyphen, "van der", the point of an initial.
  std::uint32_t skip_joint(std::uint32_t at, std::uint32_t limit) const {
    const Token& token = scene_.tokens[at];
    if (token.kind == TokenKind::kPunctuation) {
      const bool hyphen = scene_.is(at, "-") && !token.space_before;
      return hyphen && at + 1 < limit && !scene_.tokens[at + 1].space_before ? at + 1
                                                                             : limit;
    }
    std::uint32_t next = at;
    while (next < limit && next < at + 3 && !scene_.tokens[next].capital &&
           scene_.is_word(next) && scene_.words.particles.has(scene_.lists(next))) {
      ++next;
    }
    return next;
  }

  void keep(TokenRange at) {
    const bool titled = at.size() > 1 && scene_.words.titles.has(scene_.lists(at.first));
    if (titled) ++at.first;  // "Professor Alderson"
    Run run{at};
    for (std::uint32_t i = at.first; i < at.end; ++i) {
      if (hit_at_[i] == kNothing || hit_at_[i] == run.hit) continue;
      (run.hit == kNothing ? run.hit : run.second_hit) = hit_at_[i];
    }
    if (run.hit != kNothing && scene_.hits[static_cast<std::size_t>(run.hit)].at == at)
      return;
    for (std::uint32_t i = at.first; i < at.end; ++i) {
      if (hit_at_[i] != kNothing) {
        scene_.hits[static_cast<std::size_t>(hit_at_[i])].in_run = true;
      }
    }
    scene_.runs.push_back(run);
  }

  Scene& scene_;
  std::vector<std::int32_t> hit_at_;
};

}  // namespace

bool admits(const Scene& scene, const Hit& hit, const NameUse& use) {
  const Token& first = scene.tokens[hit.at.first];
  if (use.naming == Naming::kHandle) return is_tag(first);
  return hit.capital || !use.needs_capital;
}

namespace {

// Most tokens start no name, and their writing tells so: signs, and words of the language
// in small letters before another one.
bool starts_no_name(const Scene& scene, std::uint32_t at) {
  const Token& token = scene.tokens[at];
  if (token.kind != TokenKind::kWord) {
    return token.kind == TokenKind::kPunctuation || token.kind == TokenKind::kSymbol ||
           token.kind == TokenKind::kUrl;
  }
  if (token.capital || scene.lists(at).bits == 0 || at + 1 >= scene.size()) return false;
  const Token& next = scene.tokens[at + 1];
  return next.kind == TokenKind::kWord && !next.capital && scene.lists(at + 1).bits != 0;
}

}  // namespace

void find_hits(Scene& scene) {
  for (std::uint32_t at = 0; at < scene.size();) {
    if (starts_no_name(scene, at)) {
      ++at;
      continue;
    }
    const Token& token = scene.tokens[at];
    NameIndex::Hit name =
        scene.knowledge.names().longest(scene.tokens.first(limit_of(scene, at)), at);
    if (name.tokens == 0 && is_tag(token)) {
      name.uses = spelled_by_tag(scene.text.slice(token), scene.words, scene.knowledge);
      name.tokens = name.uses.empty() ? 0 : 1;
    }
    if (name.tokens == 0) {
      ++at;
      continue;
    }
    Hit hit;
    hit.at = {at, at + static_cast<std::uint32_t>(name.tokens)};
    hit.uses = name.uses;
    if (is_small_word_before_name(scene, hit)) {
      ++at;
      continue;
    }
    hit.capital = is_written_as_name(scene, hit.at);
    hit.doubtful = is_doubtful(scene, hit.at);
    const bool possible = !is_age_group(scene, hit.at) &&
                          std::ranges::any_of(hit.uses, [&](const NameUse& use) {
                            return admits(scene, hit, use);
                          });
    if (possible) scene.hits.push_back(hit);
    at = possible ? hit.at.end : at + 1;
  }
}

void find_runs(Scene& scene) {
  RunFinder(scene).find();
}

}  // namespace hearsay::mention
