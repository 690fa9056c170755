// From frames to claims: one row for each player and destination, with the furthest
// current stage, the root of the news, and the terms.
//
//     frames      "keen on" interest · "made a bid" offer · "turned it down" rejected
//     claim       rejected, by whoever was named first beside one of them

#include "hearsay/claim/extract.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "hearsay/claim/attribution.h"
#include "hearsay/claim/background.h"
#include "hearsay/claim/frame.h"
#include "hearsay/claim/quotes.h"
#include "hearsay/claim/referee.h"
#include "hearsay/claim/scene.h"
#include "hearsay/claim/terms.h"

namespace hearsay::claim {
namespace {

// Everything an article says of one player and one destination.
struct Deal {
  Subject player;
  Party to;  // empty for an exit
  Party from;
  Move move = Move::kUnknown;  // kRenewal and kExit make deals of their own
  std::vector<const Frame*> frames;
  std::optional<Verdict> verdict;  // of the referee; nothing when nobody trained one
};

class Assembler {
 public:
  Assembler(const Page& page, const Imprint& imprint, const KnowledgeBase& knowledge)
      : page_(page), knowledge_(knowledge), publisher_(publisher_of(imprint, knowledge)) {
    if (imprint.published) now_ = imprint.published->day;
  }

  std::vector<Pair> pairs() {
    const Frames frames = find_frames(page_);
    for (const Frame& frame : frames.frames) take(frame);
    return find_pairs({page_, now_, knowledge_}, frames, rulings(), true);
  }

  Extract run() {
    Frames frames = find_frames(page_);
    Extract extract;
    extract.dropped = std::move(frames.dropped);
    dropped_ = &extract.dropped;
    sources_ = find_sources(page_);
    facts_ = find_contract_facts(page_);
    for (const Frame& frame : frames.frames) take(frame);
    call_referee(frames);
    drop_needless();
    for (const Deal& deal : deals_) extract.claims.push_back(make_claim(deal));
    std::ranges::stable_sort(extract.claims, {},
                             [](const Claim& claim) { return claim.evidence.begin; });
    extract.quotes = find_quotes(page_);
    return extract;
  }

 private:
  // The rules propose, the referee weighs: he drops what the words around it speak
  // against, adds what no rule saw, and has the last word on the stage.
  void call_referee(const Frames& frames) {
    const Weights& weights = page_.lexicon.weights();
    if (weights.empty()) return;
    for (const Pair& pair : find_pairs({page_, now_, knowledge_}, frames, rulings())) {
      Verdict verdict = judge(pair, weights);
      Deal* deal = find_deal_of(pair);
      if (deal == nullptr && verdict.probability >= kLeastProbability)
        deal = add_seen(pair, verdict);
      if (deal != nullptr) deal->verdict = std::move(verdict);
    }
    std::erase_if(deals_, [this](const Deal& deal) {
      const float least = is_firm(deal) ? kLeastForFirm : kLeastProbability;
      if (!deal.verdict || deal.verdict->probability >= least) return false;
      drop(*deal.frames.front(), deal.player, deal.to,
           "the words around it speak against it");
      return true;
    });
  }

  static bool is_firm(const Deal& deal) {
    return std::ranges::any_of(deal.frames,
                               [](const Frame* frame) { return !frame->loose; });
  }

  // Renewals of one player are one deal whatever the club.
  Deal* find_deal_of(const Pair& pair) {
    if (pair.move != Move::kRenewal) return find_deal(pair.player, pair.to, pair.move);
    const auto found = std::ranges::find_if(deals_, [&](const Deal& deal) {
      return deal.player == pair.player && deal.move == Move::kRenewal;
    });
    return found == deals_.end() ? nullptr : &*found;
  }

  // A deal that only the referee saw; null when it cannot be one.
  Deal* add_seen(const Pair& pair, const Verdict& verdict) {
    if (pair.to.competition && !knowledge_.competition(*pair.to.competition).league)
      return nullptr;
    const Sentence& sentence = page_.text.sentences[pair.sentence];
    Frame& frame = seen_.emplace_back();
    frame.players = {pair.player};
    if (pair.move == Move::kUnknown) frame.buyers = {pair.to};
    if (pair.move != Move::kUnknown) frame.move = pair.move;
    frame.stage = verdict.stage;
    frame.sentence = pair.sentence;
    frame.first_token = frame.head_token = sentence.first_token;
    frame.end_token = sentence.end_token;
    frame.rule = "claim_weights.tsv: " + verdict.reasons;
    const Party from = seller_of(frame, 0);
    if (from == pair.to && pair.move == Move::kUnknown) return nullptr;  // he is there
    if (from.name.empty() && pair.move == Move::kRenewal) return nullptr;
    Deal& deal =
        deal_for(pair.player, pair.move == Move::kRenewal ? from : pair.to, pair.move);
    deal.from = from;
    deal.frames.push_back(&frame);
    return &deal;
  }

  // What the rules made of each player and destination.
  std::vector<Ruling> rulings() const {
    std::vector<Ruling> rulings;
    rulings.reserve(deals_.size());
    for (const Deal& deal : deals_) {
      rulings.push_back({deal.player, deal.to, deal.move, deciding_frame(deal).stage});
    }
    return rulings;
  }

  TextSpan words_of(const Frame& frame) const {
    return {page_.token(frame.first_token).span.begin,
            page_.token(frame.end_token - 1).span.end};
  }

  void drop(const Frame& frame, const Subject& player, const Party& to, std::string why) {
    dropped_->push_back({words_of(frame),
                         player.name + " → " + (to.name.empty() ? "exit" : to.name) +
                             " (" + std::string(to_string(frame.stage)) + ")",
                         std::move(why)});
  }

  // Files a frame under each player and each destination it names.
  void take(const Frame& frame) {
    for (std::size_t i = 0; i < frame.players.size(); ++i) {
      const Subject& player = frame.players[i];
      const Party from = seller_of(frame, i);
      if (frame.move == Move::kRenewal || frame.move == Move::kExit) {
        take_stay_or_exit(frame, player, from);
        continue;
      }
      for (const Party& to : frame.buyers) take_move(frame, player, from, to);
    }
  }

  void take_move(const Frame& frame, const Subject& player, const Party& from,
                 const Party& to) {
    if (to.competition && !knowledge_.competition(*to.competition).league) {
      drop(frame, player, to, "a cup is played for, not moved to");
      return;
    }
    const bool returns = frame.stage == Stage::kDone;
    if (to == from && !returns) {
      drop(frame, player, to, "he is there already");
      return;
    }
    if (auto why = background_of({page_, now_, knowledge_}, frame, player, to)) {
      drop(frame, player, to, std::move(*why));
      return;
    }
    Deal& deal = deal_for(player, to, Move::kUnknown);
    if (deal.from.name.empty() && !(from == to)) deal.from = from;
    deal.frames.push_back(&frame);
  }

  void take_stay_or_exit(const Frame& frame, const Subject& player, const Party& from) {
    if (auto why = background_of({page_, now_, knowledge_}, frame, player, from)) {
      drop(frame, player, Party{}, std::move(*why));
      return;
    }
    const Move move = frame.move.value_or(Move::kExit);
    const bool stays = move == Move::kRenewal;
    const bool vague = stays || frame.stage == Stage::kLinked;
    if (vague && from.name.empty()) {
      drop(frame, player, Party{}, "no club for it is in sight");
      return;
    }
    Deal& deal = deal_for(player, stays ? from : Party{}, move);
    if (deal.from.name.empty()) deal.from = from;
    deal.frames.push_back(&frame);
  }

  Deal* find_deal(const Subject& player, const Party& to, Move move) {
    for (Deal& deal : deals_) {
      if (deal.player == player && deal.to == to && deal.move == move) return &deal;
    }
    return nullptr;
  }

  Deal& deal_for(const Subject& player, const Party& to, Move move) {
    if (Deal* deal = find_deal(player, to, move)) return *deal;
    Deal& deal = deals_.emplace_back();
    deal.player = player;
    deal.to = to;
    deal.move = move;
    return deal;
  }

  // The club the player may leave: as the sentence says, as the article says elsewhere,
  // or as the knowledge base has it on the day.
  Party seller_of(const Frame& frame, std::size_t index) const {
    const Subject& player = frame.players[index];
    if (!frame.sellers.empty()) {
      const Party& said = frame.sellers.size() == frame.players.size()
                              ? frame.sellers[index]
                              : frame.sellers.front();
      if (!said.name.empty()) return said;
    }
    for (const Home& home : page_.homes) {
      if (home.player->name == player.name) return party_of(*home.club);
    }
    if (player.player && now_) return club_before(*player.player, *now_, frame.buyers);
    return {};
  }

  // The club the knowledge base has him at; where it has the move already that the frame
  // tells of, the club before.
  Party club_before(PlayerId player, Date now, const std::vector<Party>& buyers) const {
    const auto bought_by = [&](ClubId club) {
      return std::ranges::any_of(buyers,
                                 [&](const Party& to) { return to.club == club; });
    };
    std::optional<ClubId> club = knowledge_.club_of(player, now);
    for (const Spell& spell : knowledge_.player(player).spells) {
      if (!spell.from || spell.loan || *spell.from + kNewsworthy < now) continue;
      if (club == spell.club && bought_by(spell.club))
        club = knowledge_.club_of(player, *spell.from - std::chrono::days(2));
    }
    if (!club) return {};
    return {std::string(knowledge_.club(*club).name), club, std::nullopt};
  }

  // An exit beside a named destination, a league beside a club of it, a weak word beside
  // a firm one: the better one stays.
  void drop_needless() {
    for (Deal& deal : deals_) {
      if (is_firm(deal))
        std::erase_if(deal.frames, [](const Frame* frame) { return frame->loose; });
    }
    std::erase_if(deals_, [this](const Deal& deal) {
      const char* why = is_needless(deal);
      if (why == nullptr) return false;
      drop(*deal.frames.front(), deal.player, deal.to, why);
      return true;
    });
  }

  const char* is_needless(const Deal& deal) const {
    for (const Deal& other : deals_) {
      if (&other == &deal || !(other.player == deal.player)) continue;
      const bool other_moves = other.move == Move::kUnknown && !other.to.name.empty();
      if (deal.move == Move::kExit && other_moves && is_alive(other)) {
        return "an exit beside a named destination";
      }
      if (deal.to.name.starts_with('[') && other.to.club &&
          holds(deal.to, *other.to.club)) {
        return "a league beside a club of it";
      }
      const bool stays_and_leaves =
          (deal.move == Move::kExit && other.move == Move::kRenewal) ||
          (deal.move == Move::kRenewal && other.move == Move::kExit);
      if (stays_and_leaves && furthest_of(deal) < furthest_of(other)) {
        return "he cannot both stay and leave: the further one stands";
      }
    }
    return nullptr;
  }

  static Stage furthest_of(const Deal& deal) {
    if (deal.verdict)
      return is_on_ladder(deal.verdict->stage) ? deal.verdict->stage : Stage::kLinked;
    Stage furthest = Stage::kLinked;
    for (const Frame* frame : deal.frames) {
      if (is_on_ladder(frame->stage)) furthest = std::max(furthest, frame->stage);
    }
    return furthest;
  }

  static bool is_alive(const Deal& deal) {
    if (deal.verdict) return is_on_ladder(deal.verdict->stage);
    return std::ranges::any_of(
        deal.frames, [](const Frame* frame) { return is_on_ladder(frame->stage); });
  }

  // Whether a league or country in brackets is where the club plays.
  bool holds(const Party& place, ClubId club_id) const {
    const Club& club = knowledge_.club(club_id);
    const std::string_view name(place.name.data() + 1, place.name.size() - 2);
    if (club.league && knowledge_.competition(*club.league).name == name) return true;
    return club.country && knowledge_.country(*club.country).name == name;
  }

  Claim make_claim(const Deal& deal) const {
    Claim claim;
    claim.player = deal.player.name;
    claim.player_id = deal.player.player;
    claim.to = deal.to.name;
    claim.to_id = deal.to.club;
    claim.from = deal.from.name;
    claim.from_id = deal.from.club;
    const Frame& deciding = deciding_frame(deal);
    claim.stage = deal.verdict ? deal.verdict->stage : deciding.stage;
    claim.evidence = page_.text.sentences[deciding.sentence].span;
    claim.raw_evidence = page_.text.raw(claim.evidence);
    const bool overruled = deal.verdict && claim.stage != deciding.stage;
    claim.because.push_back(
        {"stage", std::string(to_string(claim.stage)),
         overruled ? "claim_weights.tsv: " + deal.verdict->reasons : deciding.rule,
         words_of(deciding)});
    fill_origin(deal, deciding, claim);
    fill_terms(deal, claim);
    fill_move(deal, claim);
    fill_certainty(deal, deciding, claim);
    claim.denied = claim.stage == Stage::kDenied;
    return claim;
  }

  // The frame whose stage stands: the furthest on the ladder, unless what came later or
  // weighs more took the deal off it.
  static const Frame& deciding_frame(const Deal& deal) {
    if (deal.verdict) {
      const auto same = std::ranges::find_if(deal.frames, [&](const Frame* frame) {
        return frame->stage == deal.verdict->stage;
      });
      if (same != deal.frames.end()) return **same;
    }
    const Frame* furthest = nullptr;
    const Frame* off = nullptr;
    for (const Frame* frame : deal.frames) {
      if (!is_on_ladder(frame->stage)) {
        off = frame;
      } else if (furthest == nullptr || frame->stage > furthest->stage) {
        furthest = frame;
      }
    }
    if (furthest == nullptr) return off == nullptr ? *deal.frames.front() : *off;
    if (off == nullptr) return *furthest;
    return takes_off(*off, *furthest, deal) ? *off : *furthest;
  }

  static bool takes_off(const Frame& off, const Frame& furthest, const Deal& deal) {
    const Frame& last = *deal.frames.back();
    const bool later_step = last.sentence != off.sentence && is_on_ladder(last.stage) &&
                            last.stage >= Stage::kTalks &&
                            last.first_token > off.first_token;
    switch (off.stage) {
      case Stage::kCollapsed:
        return furthest.stage != Stage::kDone;
      case Stage::kRejected:
        return furthest.stage <= Stage::kOffer && !later_step;
      case Stage::kCooled:
      case Stage::kDenied:
        return furthest.stage <= Stage::kTalks && !later_step;
      default:
        return false;
    }
  }

  void fill_origin(const Deal& deal, const Frame& deciding, Claim& claim) const {
    if (!publisher_.name.empty()) claim.voices.push_back(publisher_.name);
    const Source* source = source_of(deal, deciding);
    if (source != nullptr) {
      for (const std::string& voice : longest_chain(*source)) {
        if (claim.voices.empty() || claim.voices.back() != voice)
          claim.voices.push_back(voice);
      }
      const bool own = source->chain.back() == publisher_.name;
      claim.origin = source->chain.back();
      claim.origin_kind = own && !publisher_.is_root ? OriginKind::kSelf : source->kind;
      claim.because.push_back({"origin", claim.origin, source->rule, source->words});
      return;
    }
    claim.origin = publisher_.name;
    claim.origin_kind = publisher_.is_root ? publisher_.kind : OriginKind::kSelf;
  }

  // The chain to the same root with the most links: whom he told it may be said
  // elsewhere.
  const std::vector<std::string>& longest_chain(const Source& source) const {
    const std::vector<std::string>* longest = &source.chain;
    for (const SentenceSources& sources : sources_) {
      for (const Source& other : sources.named) {
        if (other.chain.back() == source.chain.back() &&
            other.chain.size() > longest->size()) {
          longest = &other.chain;
        }
      }
    }
    return *longest;
  }

  // The source beside the deciding frame, else the first one beside any frame of the
  // deal.
  const Source* source_of(const Deal& deal, const Frame& deciding) const {
    if (const Source* source = pick(deal, sources_[deciding.sentence])) return source;
    for (const Frame* frame : deal.frames) {
      if (const Source* source = pick(deal, sources_[frame->sentence])) return source;
    }
    return nullptr;
  }

  // A club only speaks for its own deals, a player for himself.
  static const Source* pick(const Deal& deal, const SentenceSources& sources) {
    for (const Source& source : sources.named) {
      const std::string& root = source.chain.back();
      if (source.kind == OriginKind::kClub && root != deal.to.name &&
          root != deal.from.name) {
        continue;
      }
      if (source.kind == OriginKind::kPlayer && root != deal.player.name) continue;
      return &source;
    }
    return nullptr;
  }

  void fill_terms(const Deal& deal, Claim& claim) const {
    for (const Frame* frame : deal.frames) {
      const Sentence& sentence = page_.text.sentences[frame->sentence];
      for (const Sum& sum : find_sums(page_, sentence)) {
        if (!sum.wage_period.empty()) {
          if (claim.terms.wage) continue;
          claim.terms.wage = sum.money;
          claim.terms.wage_period = sum.wage_period;
        } else if (!claim.terms.fee) {
          claim.terms.fee = sum.money;
        }
      }
    }
    for (const ContractFact& fact : facts_) {
      if (fact.player == deal.player.name) add_fact(fact, claim);
    }
  }

  static void add_fact(const ContractFact& fact, Claim& claim) {
    if (claim.terms.contract_until.empty()) claim.terms.contract_until = fact.until;
    claim.terms.contract_ending = claim.terms.contract_ending || fact.ending;
    if (!claim.terms.contract_years) claim.terms.contract_years = fact.years;
    if (!claim.terms.option) claim.terms.option = fact.option;
    claim.because.push_back({"terms", fact.until, "terms.tsv", fact.words});
  }

  void fill_move(const Deal& deal, Claim& claim) const {
    if (deal.move != Move::kUnknown) {
      claim.move = deal.move;
      return;
    }
    for (const Frame* frame : deal.frames) {
      if (frame->move) {
        claim.move = *frame->move;
        return;
      }
    }
    for (const Frame* frame : deal.frames) {
      if (const auto move = move_sign_in(page_.text.sentences[frame->sentence])) {
        claim.move = *move;
        return;
      }
    }
    const bool free =
        (claim.terms.contract_ending || ends_soon(claim.terms)) && !claim.terms.fee;
    claim.move = free ? Move::kFree : Move::kTransfer;
  }

  // A contract that ends within a year of the article.
  bool ends_soon(const Terms& terms) const {
    const auto year = terms.contract_until.substr(0, 4);
    const auto month =
        terms.contract_until.size() >= 7 ? terms.contract_until.substr(5, 2) : "06";
    const auto end = parse_date(year + "-" + month + "-28");
    return now_ && end && *end >= *now_ && *end <= *now_ + std::chrono::days(366);
  }

  std::optional<Move> move_sign_in(const Sentence& sentence) const {
    const PhraseTable<MoveSign>& table = page_.lexicon.moves();
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const auto hit = table.book.longest(page_.text.tokens, at, sentence.end_token);
      if (hit) return table.rows[hit->row].move;
    }
    return std::nullopt;
  }

  void fill_certainty(const Deal& deal, const Frame& deciding, Claim& claim) const {
    const bool party = claim.origin_kind == OriginKind::kClub ||
                       claim.origin_kind == OriginKind::kPlayer ||
                       claim.origin_kind == OriginKind::kAgent ||
                       claim.origin_kind == OriginKind::kCoach;
    const bool hedged = std::ranges::any_of(
        deal.frames, [](const Frame* frame) { return frame->certainty.has_value(); });
    if (party)
      claim.certainty = Certainty::kConfirmed;
    else if (hedged || sources_[deciding.sentence].nobody)
      claim.certainty = Certainty::kRumoured;
    else if (claim.stage == Stage::kLinked)
      claim.certainty = Certainty::kSpeculated;
    else
      claim.certainty = Certainty::kReported;
  }

  const Page& page_;
  const KnowledgeBase& knowledge_;
  Publisher publisher_;
  std::optional<Date> now_;
  std::vector<SentenceSources> sources_;
  std::vector<ContractFact> facts_;
  std::vector<Deal> deals_;
  std::deque<Frame> seen_;  // what only the referee saw
  std::vector<Dropped> own_dropped_;
  std::vector<Dropped>* dropped_ = &own_dropped_;
};

}  // namespace

Extract extract(const Text& text, const Imprint& imprint,
                std::span<const Mention> mentions, const KnowledgeBase& knowledge) {
  const Lexicon* lexicon = knowledge.lexicon(text.language);
  if (lexicon == nullptr) return {};
  const Page page = look_at(text, mentions, *lexicon);
  return Assembler(page, imprint, knowledge).run();
}

std::vector<Pair> named_pairs(const Text& text, const Imprint& imprint,
                              std::span<const Mention> mentions,
                              const KnowledgeBase& knowledge) {
  const Lexicon* lexicon = knowledge.lexicon(text.language);
  if (lexicon == nullptr) return {};
  const Page page = look_at(text, mentions, *lexicon);
  return Assembler(page, imprint, knowledge).pairs();
}

}  // namespace hearsay::claim
