#include "hearsay/claim/chain.h"

#include <algorithm>

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kMostSkipped = 7;  // small words between two links of a chain

struct GovernorHit {
  const Governor* governor = nullptr;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
};

struct PredicateHit {
  const Predicate* predicate = nullptr;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
};

class ChainFinder {
 public:
  ChainFinder(const Page& page, const Scene& scene)
      : page_(page),
        sentence_(*scene.sentence),
        auxiliary_(page.lexicon.words("auxiliary")),
        be_(page.lexicon.words("be")),
        gerund_(page.lexicon.words("gerund")) {}

  std::vector<Chain> run() {
    find_predicates();
    if (predicates_.empty()) return {};
    find_governors();
    std::vector<Chain> chains;
    chains.reserve(predicates_.size());
    for (const PredicateHit& hit : predicates_) chains.push_back(make_chain(hit));
    drop_governing(chains);
    return chains;
  }

 private:
  void find_predicates() {
    const PhraseTable<Predicate>& table = page_.lexicon.predicates();
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token; ++at) {
      if (page_.named[at]) continue;
      const auto hit = table.book.longest(page_.text.tokens, at, sentence_.end_token);
      if (!hit) continue;
      if (is_compound(hit->first_token, hit->end_token)) continue;
      predicates_.push_back({&table.rows[hit->row], hit->first_token, hit->end_token});
    }
    keep_longest();
  }

  // Part of a hyphenated word is no predicate: "left-back", "buy-out".
  bool is_compound(std::uint32_t first, std::uint32_t end) const {
    const bool behind = end + 1 < sentence_.end_token && is_hyphen(end) &&
                        !page_.token(end + 1).space_before;
    const bool before =
        first > sentence_.first_token + 1 && is_hyphen(first - 1) &&
        page_.text.slice(page_.token(first - 2)).size() > 2;  // not "re-sign"
    return behind || before;
  }

  bool is_hyphen(std::uint32_t token) const {
    return !page_.token(token).space_before &&
           page_.text.slice(page_.token(token)) == "-";
  }

  // Of overlapping predicates the longer one stays, of equal ones the earlier.
  void keep_longest() {
    std::vector<PredicateHit> kept;
    for (const PredicateHit& hit : predicates_) {
      if (kept.empty() || hit.first_token >= kept.back().end_token) {
        kept.push_back(hit);
        continue;
      }
      const auto length = [](const PredicateHit& h) {
        return h.end_token - h.first_token;
      };
      if (length(hit) > length(kept.back())) kept.back() = hit;
    }
    std::erase_if(kept, [](const PredicateHit& hit) {
      return hit.predicate->telling == Telling::kNothing;
    });
    predicates_ = std::move(kept);
  }

  void find_governors() {
    const PhraseTable<Governor>& table = page_.lexicon.governors();
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token; ++at) {
      if (page_.named[at]) continue;
      const auto hit = table.book.longest(page_.text.tokens, at, sentence_.end_token);
      if (!hit) continue;
      governors_.push_back({&table.rows[hit->row], hit->first_token, hit->end_token});
    }
  }

  // The governor that ends right before `token`, the longest one; null for none.
  const GovernorHit* governor_before(std::uint32_t token) const {
    const GovernorHit* best = nullptr;
    for (const GovernorHit& hit : governors_) {
      if (hit.end_token != token) continue;
      if (best == nullptr || hit.first_token < best->first_token) best = &hit;
    }
    return best;
  }

  Chain make_chain(const PredicateHit& hit) {
    const Predicate& predicate = *hit.predicate;
    Chain chain;
    chain.predicate = &predicate;
    chain.first_token = hit.first_token;
    chain.head_token = hit.first_token;
    chain.end_token = hit.end_token;
    chain.stage = predicate.stage;
    chain.rule = predicate.place;
    chain.passive = predicate.passive && is_passive(hit.first_token);
    std::uint32_t token = hit.first_token;
    bool conditional = false;
    std::uint32_t skipped = 0;
    while (token > sentence_.first_token && skipped <= kMostSkipped) {
      if (const GovernorHit* before = governor_before(token)) {
        apply(*before->governor, chain);
        conditional = conditional || before->governor->conditional;
        token = before->first_token;
        chain.first_token = token;
        skipped = 0;
      } else if (may_skip(token - 1)) {
        --token;
        ++skipped;
      } else {
        break;
      }
    }
    if (!chain.governed) weaken_unfinished(chain);
    conditional = conditional || is_under_condition(chain.first_token);
    if (conditional && predicate.telling != Telling::kWish) {
      chain.stage.reset();
      chain.dropped = "a condition, not a claim";
    }
    negate(chain);
    return chain;
  }

  // An act that nothing governs is done only when its verb is finite: "to sign" and
  // "signing" alone tell of no finished move, "are signing" of one that is under way.
  void weaken_unfinished(Chain& chain) const {
    if (chain.predicate->telling != Telling::kAct || chain.stage != Stage::kDone) return;
    const bool gerund = gerund_.has(page_.token(chain.head_token).key);
    std::uint32_t token = chain.head_token;
    while (token > sentence_.first_token &&
           page_.is(token - 1, page_.lexicon.words("adverb"))) {
      --token;
    }
    if (token == sentence_.first_token) {
      if (gerund) chain.weak = true;
    } else if (gerund && page_.is(token - 1, be_)) {
      chain.stage = Stage::kAdvanced;
    } else if (gerund || page_.is(token - 1, page_.lexicon.words("infinitive"))) {
      chain.weak = true;
    }
    if (chain.weak) chain.stage = Stage::kLinked;
  }

  // "If Beckham convinces the Real Madrid captain to join, …": a condition opened before
  // the chain and not closed by a comma.
  bool is_under_condition(std::uint32_t token) const {
    const WordSet& conditions = page_.lexicon.words("condition");
    for (; token > sentence_.first_token; --token) {
      if (page_.is(token - 1, conditions)) return true;
      if (page_.text.slice(page_.token(token - 1)) == ",") return false;
    }
    return false;
  }

  void apply(const Governor& governor, Chain& chain) const {
    const Telling telling = chain.predicate->telling;
    const std::optional<Stage>& stage = telling == Telling::kAct    ? governor.act
                                        : telling == Telling::kStep ? governor.step
                                        : telling == Telling::kWish
                                            ? governor.wish
                                            : std::optional<Stage>();
    if (stage) {
      chain.stage = stage;
      chain.governed = true;
    }
    if (governor.certainty) chain.certainty = governor.certainty;
    if (governor.negates) chain.negated = !chain.negated;
    chain.rule = governor.place + " + " + chain.rule;
  }

  // What is left of a predicate when it is said not to be so.
  static void negate(Chain& chain) {
    if (!chain.negated || !chain.stage) return;
    switch (chain.predicate->telling) {
      case Telling::kWish:
        chain.stage = Stage::kCooled;
        break;
      case Telling::kAct:
        if (chain.predicate->move == Move::kExit)
          chain.stage = Stage::kDenied;
        else if (chain.governed)
          chain.stage = Stage::kCooled;
        else
          chain.stage.reset();
        break;
      case Telling::kStep:
      case Telling::kEnd:
      case Telling::kNothing:
        chain.stage.reset();
        break;
    }
    if (!chain.stage) chain.dropped = "it is said not to be so";
  }

  bool may_skip(std::uint32_t token) const {
    const Token& word = page_.token(token);
    if (page_.is(token, auxiliary_)) return true;
    if (word.kind == TokenKind::kNumber || word.kind == TokenKind::kSymbol) return true;
    const std::string_view bytes = page_.text.slice(word);
    return bytes == "-" || bytes == "\"" || bytes == "'" || bytes == "‘" ||
           bytes == "’" || bytes == "“" || bytes == "”";
  }

  // "was signed": a form of "be" before it, and itself no gerund.
  bool is_passive(std::uint32_t token) const {
    if (gerund_.has(page_.token(token).key)) return false;
    for (std::uint32_t back = 1; back <= 3 && token >= sentence_.first_token + back;
         ++back) {
      if (page_.is(token - back, be_)) return true;
      if (!page_.is(token - back, auxiliary_)) return false;
    }
    return false;
  }

  // A predicate that only governs another one ("want" in "want to sign") tells nothing.
  static void drop_governing(std::vector<Chain>& chains) {
    std::vector<Chain> kept;
    for (std::size_t i = 0; i < chains.size(); ++i) {
      const bool governs = std::ranges::any_of(
          chains.begin() + static_cast<std::ptrdiff_t>(i) + 1, chains.end(),
          [&](const Chain& later) { return later.first_token < chains[i].end_token; });
      if (!governs) kept.push_back(std::move(chains[i]));
    }
    chains = std::move(kept);
  }

  const Page& page_;
  const Sentence& sentence_;
  const WordSet& auxiliary_;
  const WordSet& be_;
  const WordSet& gerund_;
  std::vector<PredicateHit> predicates_;
  std::vector<GovernorHit> governors_;
};

}  // namespace

std::vector<Chain> find_chains(const Page& page, const Scene& scene) {
  return ChainFinder(page, scene).run();
}

}  // namespace hearsay::claim
