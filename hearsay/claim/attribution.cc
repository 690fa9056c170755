#include "hearsay/claim/attribution.h"

#include <algorithm>
#include <optional>

namespace hearsay::claim {
namespace {

constexpr std::uint32_t kFarthestRight = 7;  // words between a cue and its source
constexpr std::uint32_t kFarthestLeft = 9;
constexpr std::size_t kLongestPost = 6;        // sentences
constexpr std::uint32_t kFarthestPartner = 4;  // between a journalist and his outlet

bool is_voice(const Mention& mention) {
  return mention.kind == MentionKind::kOutlet || mention.kind == MentionKind::kPerson ||
         mention.kind == MentionKind::kPlayer || mention.kind == MentionKind::kClub;
}

OriginKind kind_of(const Mention& mention) {
  switch (mention.kind) {
    case MentionKind::kOutlet:
      return OriginKind::kOutlet;
    case MentionKind::kClub:
      return OriginKind::kClub;
    case MentionKind::kPlayer:
      return OriginKind::kPlayer;
    default:
      break;
  }
  switch (mention.role) {
    case Role::kJournalist:
      return OriginKind::kJournalist;
    case Role::kCoach:
      return OriginKind::kCoach;
    case Role::kAgent:
      return OriginKind::kAgent;
    case Role::kPlayer:
      return OriginKind::kPlayer;
    default:
      return OriginKind::kOfficial;
  }
}

class SourceFinder {
 public:
  explicit SourceFinder(const Page& page) : page_(page) {}

  std::vector<SentenceSources> run() {
    std::vector<SentenceSources> all(page_.text.sentences.size());
    std::vector<Source> last;
    std::uint32_t block = 0;
    bool in_block = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Sentence& sentence = page_.text.sentences[i];
      if (i == 0 || sentence.block != block) in_block = false;
      block = sentence.block;
      read(sentence, last, all[i]);
      if (!all[i].named.empty()) {
        last = all[i].named;
        in_block = true;
      } else if (in_block && !all[i].nobody) {
        all[i].named = last;
        for (Source& source : all[i].named) source.carried = true;
      }
    }
    read_brackets(all);
    if (all.size() <= kLongestPost) read_handles(all);
    return all;
  }

 private:
  void read(const Sentence& sentence, const std::vector<Source>& last,
            SentenceSources& out) {
    const PhraseTable<Cue>& table = page_.lexicon.cues();
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (page_.named[at]) continue;
      const auto hit = table.book.longest(page_.text.tokens, at, sentence.end_token);
      if (!hit) continue;
      apply(table.rows[hit->row], *hit, sentence, last, out);
      at = hit->end_token - 1;
    }
  }

  void apply(const Cue& cue, const PhraseBook::Hit& hit, const Sentence& sentence,
             const std::vector<Source>& last, SentenceSources& out) {
    switch (cue.side) {
      case CueSide::kNobody:
        out.nobody = true;
        return;
      case CueSide::kSame:
        out.named.insert(out.named.end(), last.begin(), last.end());
        return;
      case CueSide::kRight:
        read_right(cue, hit, sentence, out);
        return;
      case CueSide::kLeft:
        read_left(cue, hit, sentence, out);
        return;
    }
  }

  void read_right(const Cue& cue, const PhraseBook::Hit& hit, const Sentence& sentence,
                  SentenceSources& out) {
    const Mention* first = voice_behind(hit.end_token, sentence.end_token);
    const bool speech = cue.kind == CueKind::kSpeech;
    const bool by_trade = first != nullptr && (first->kind == MentionKind::kOutlet ||
                                               first->kind == MentionKind::kPerson);
    if (first != nullptr && !by_trade && first->first_token > hit.end_token + 1) return;
    if (first == nullptr || (first->kind == MentionKind::kPlayer && !speech)) {
      // "according to the player": somebody of the deal; "tell" without an outlet: nobody
      if (first == nullptr || speech) return;
    }
    if (first->kind == MentionKind::kClub && cue.kind != CueKind::kReport) return;
    if (speech) {
      const Mention* speaker = voice_before(hit.first_token, sentence.first_token);
      if (speaker == nullptr || speaker->kind == MentionKind::kOutlet) return;
      if (first->kind != MentionKind::kOutlet) return;
      push(out, {first->name, speaker->name}, kind_of(*speaker), cue, *speaker);
      return;
    }
    push_with_partner(*first, cue, sentence, out);
    // "according to Marca and Sport": every further name joined to the first
    const Mention* next = first;
    while ((next = joined_to(*next, sentence)) != nullptr) {
      push_with_partner(*next, cue, sentence, out);
    }
  }

  void read_left(const Cue& cue, const PhraseBook::Hit& hit, const Sentence& sentence,
                 SentenceSources& out) {
    const Mention* voice = voice_before(hit.first_token, sentence.first_token);
    if (voice == nullptr) return;
    if (voice->kind == MentionKind::kClub) {
      if (cue.kind == CueKind::kReport) return;
      out.official = true;
      push(out, {voice->name}, OriginKind::kClub, cue, *voice);
      return;
    }
    if (cue.kind == CueKind::kOfficial && voice->kind == MentionKind::kOutlet) return;
    push_with_partner(*voice, cue, sentence, out);
  }

  // A voice together with the outlet or journalist that stands right beside it.
  void push_with_partner(const Mention& voice, const Cue& cue, const Sentence& sentence,
                         SentenceSources& out) {
    const Mention* partner = partner_of(voice, sentence);
    if (partner == nullptr) {
      push(out, {voice.name}, kind_of(voice), cue, voice);
      return;
    }
    const bool voice_is_outlet = voice.kind == MentionKind::kOutlet;
    const Mention& outlet = voice_is_outlet ? voice : *partner;
    const Mention& person = voice_is_outlet ? *partner : voice;
    push(out, {outlet.name, person.name}, kind_of(person), cue, voice);
  }

  const Mention* partner_of(const Mention& voice, const Sentence& sentence) const {
    const auto at = static_cast<std::size_t>(&voice - page_.mentions.data());
    const auto fits = [&](const Mention& other) {
      const bool pair =
          (voice.kind == MentionKind::kOutlet && other.kind == MentionKind::kPerson &&
           other.role == Role::kJournalist) ||
          (voice.kind == MentionKind::kPerson && voice.role == Role::kJournalist &&
           other.kind == MentionKind::kOutlet);
      return pair && other.first_token >= sentence.first_token &&
             other.first_token < sentence.end_token;
    };
    if (at + 1 < page_.mentions.size()) {
      const Mention& next = page_.mentions[at + 1];
      if (fits(next) && next.first_token - voice.end_token <= kFarthestPartner)
        return &next;
    }
    if (at > 0) {
      const Mention& before = page_.mentions[at - 1];
      if (fits(before) && voice.first_token - before.end_token <= kFarthestPartner) {
        return &before;
      }
    }
    return nullptr;
  }

  const Mention* joined_to(const Mention& voice, const Sentence& sentence) const {
    const auto at = static_cast<std::size_t>(&voice - page_.mentions.data());
    if (at + 1 >= page_.mentions.size()) return nullptr;
    const Mention& next = page_.mentions[at + 1];
    if (next.kind != MentionKind::kOutlet || next.first_token >= sentence.end_token) {
      return nullptr;
    }
    bool joined = false;
    for (std::uint32_t token = voice.end_token; token < next.first_token; ++token) {
      if (!page_.is(token, page_.lexicon.words("join"))) return nullptr;
      joined = true;
    }
    return joined ? &next : nullptr;
  }

  const Mention* voice_behind(std::uint32_t from, std::uint32_t end) const {
    const auto found =
        std::ranges::lower_bound(page_.mentions, from, {}, &Mention::first_token);
    for (auto mention = found; mention != page_.mentions.end(); ++mention) {
      if (mention->first_token >= std::min(end, from + kFarthestRight)) return nullptr;
      if (is_voice(*mention) && mention->naming != Naming::kPronoun) return &*mention;
    }
    return nullptr;
  }

  const Mention* voice_before(std::uint32_t before, std::uint32_t begin) const {
    auto mention =
        std::ranges::lower_bound(page_.mentions, before, {}, &Mention::first_token);
    while (mention != page_.mentions.begin()) {
      --mention;
      if (mention->first_token < begin || mention->end_token + kFarthestLeft < before)
        break;
      if (is_voice(*mention) && is_subject(*mention, before)) return &*mention;
    }
    return nullptr;
  }

  // Whether the voice is the subject of the verb at `verb`. A person may be explained in
  // between ("Neville, the Miami coach, has admitted"), everybody else stands right
  // before it; a possessive ("his") never speaks.
  bool is_subject(const Mention& voice, std::uint32_t verb) const {
    if (voice.naming == Naming::kPronoun) return voice.end_token == verb;
    if (voice.kind == MentionKind::kPerson) return true;
    const WordSet& small = page_.lexicon.words("auxiliary");
    for (std::uint32_t at = voice.end_token; at < verb; ++at) {
      if (!page_.is(at, small)) return false;
    }
    return true;
  }

  void push(SentenceSources& out, std::vector<std::string> chain, OriginKind kind,
            const Cue& cue, const Mention& voice) {
    for (const Source& known : out.named) {
      if (known.chain.back() == chain.back()) return;
    }
    out.named.push_back({std::move(chain), kind, voice.span, cue.place, false});
  }

  // In a short post that names nobody else, a handle of the trade is whose news it is:
  // "Talks under way. @SkySportDE".
  void read_handles(std::vector<SentenceSources>& all) const {
    const bool named = std::ranges::any_of(
        all, [](const SentenceSources& one) { return !one.named.empty(); });
    if (named) return;
    for (const Mention& mention : page_.mentions) {
      const bool trade =
          mention.kind == MentionKind::kOutlet || mention.role == Role::kJournalist;
      if (!trade || mention.naming != Naming::kHandle) continue;
      const Source source{
          {mention.name}, kind_of(mention), mention.span, "handle", false};
      for (SentenceSources& sentence : all) sentence.named = {source};
      return;
    }
  }

  // "… to Barcelona. (Mundo Deportivo)": outlets in a bracket that ends a block.
  void read_brackets(std::vector<SentenceSources>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool ends_block = i + 1 == all.size() || page_.text.sentences[i + 1].block !=
                                                         page_.text.sentences[i].block;
      if (!ends_block) continue;
      std::vector<Source> sources = bracket_of(page_.text.sentences[i]);
      if (sources.empty()) continue;
      for (std::size_t j = i + 1; j-- > 0;) {
        if (page_.text.sentences[j].block != page_.text.sentences[i].block) break;
        const bool party_speaks = !all[j].named.empty() &&
                                  !all[j].named.front().carried &&
                                  (all[j].named.front().kind == OriginKind::kPlayer ||
                                   all[j].named.front().kind == OriginKind::kAgent ||
                                   all[j].named.front().kind == OriginKind::kCoach ||
                                   all[j].named.front().kind == OriginKind::kOfficial);
        if (!party_speaks) all[j].named = sources;
      }
    }
  }

  std::vector<Source> bracket_of(const Sentence& sentence) const {
    std::vector<Source> sources;
    std::uint32_t token = sentence.end_token;
    while (token > sentence.first_token && !is_sign(token - 1, ")")) {
      if (!is_sign(token - 1, ".")) return sources;
      --token;
    }
    const std::uint32_t end = token;
    while (token > sentence.first_token && !is_sign(token - 1, "(")) --token;
    const auto first =
        std::ranges::lower_bound(page_.mentions, token, {}, &Mention::first_token);
    for (auto mention = first; mention != page_.mentions.end(); ++mention) {
      if (mention->first_token >= end) break;
      if (mention->kind != MentionKind::kOutlet && mention->role != Role::kJournalist)
        continue;
      sources.push_back(
          {{mention->name}, kind_of(*mention), mention->span, "bracket", false});
    }
    return sources;
  }

  bool is_sign(std::uint32_t token, std::string_view sign) const {
    return page_.text.slice(page_.token(token)) == sign;
  }

  const Page& page_;
};

bool is_single_item(std::string_view outlet) {
  return outlet.starts_with('@') || (outlet.find('.') != std::string_view::npos &&
                                     outlet.find(' ') == std::string_view::npos);
}

}  // namespace

std::vector<SentenceSources> find_sources(const Page& page) {
  return SourceFinder(page).run();
}

Publisher publisher_of(const Imprint& imprint, const KnowledgeBase& knowledge) {
  if (!imprint.outlet) return {};
  const std::string& outlet = *imprint.outlet;
  Publisher publisher{.name = outlet, .is_root = is_single_item(outlet)};
  if (const auto listed = knowledge.outlet_of_domain(outlet)) {
    publisher.name = knowledge.outlet(*listed).name;
  }
  if (!publisher.is_root) return publisher;
  publisher.kind = OriginKind::kOutlet;
  for (const NameUse& use :
       knowledge.names().find(outlet.substr(outlet.starts_with('@')))) {
    if (use.kind == MentionKind::kPerson) {
      publisher.name = knowledge.person(PersonId{use.id}).name;
      publisher.kind = OriginKind::kJournalist;
    } else if (use.kind == MentionKind::kOutlet) {
      publisher.name = knowledge.outlet(OutletId{use.id}).name;
    }
  }
  return publisher;
}

}  // namespace hearsay::claim
