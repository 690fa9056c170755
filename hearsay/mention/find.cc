// The order of the steps: names, the clubs beyond doubt, full names of people, strangers,
// then everything short by what the document has shown, and last what names nobody.
//
// The title goes through the same steps before the text, for its people and clubs; only
// the text gives mentions.

#include "hearsay/mention/find.h"

#include <algorithm>
#include <utility>

#include "hearsay/mention/descriptions.h"
#include "hearsay/mention/people.h"
#include "hearsay/mention/scene.h"
#include "hearsay/mention/sources.h"
#include "hearsay/mention/strangers.h"
#include "hearsay/mention/things.h"
#include "hearsay/mention/vocabulary.h"

namespace hearsay::mention {
namespace {

const Lexicon* lexicon_of(const Text& text, const Imprint& imprint,
                          const KnowledgeBase& knowledge) {
  const auto find = [&knowledge](std::string_view language) {
    const Lexicon* lexicon = knowledge.lexicon(language);
    return lexicon ? lexicon : knowledge.lexicon(language.substr(0, language.find('-')));
  };
  if (const Lexicon* lexicon = find(text.language)) return lexicon;
  if (imprint.language) {
    if (const Lexicon* lexicon = find(*imprint.language)) return lexicon;
  }
  const std::vector<std::string_view> languages = knowledge.languages();
  return text.language == "und" && !languages.empty() ? find(languages.front()) : nullptr;
}

Text text_of_title(const std::string& title) {
  Text text;
  text.bytes = title;
  text.tokens = tokenize(title);
  Sentence sentence;
  sentence.span = {0, title.size()};
  sentence.end_token = static_cast<std::uint32_t>(text.tokens.size());
  text.sentences.push_back(sentence);
  return text;
}

void look_for_women(const Scene& scene, Evidence& evidence) {
  if (evidence.women) return;
  for (std::uint32_t i = 0; i < scene.size() && !evidence.women; ++i) {
    evidence.women = scene.words.women.has(scene.lists(i));
  }
}

void find_names(Scene& scene, Evidence& evidence, Cast& cast) {
  find_hits(scene);
  find_runs(scene);
  look_for_women(scene, evidence);
  find_certain_things(scene, evidence);
  find_full_people(scene, evidence, cast);
  find_likely_things(scene, evidence, cast, false);
  find_strangers(scene, evidence, cast);
  find_likely_things(scene, evidence, cast, true);
  find_short_people(scene, evidence, cast);
  find_left_over_things(scene, evidence);
}

std::vector<Mention> finished(Scene& scene, const Cast& cast) {
  for (std::size_t i = 0; i < scene.found.size(); ++i) {
    if (scene.members[i] == kNothing) continue;
    const Member& member = cast[scene.members[i]];
    scene.found[i].kind = member.kind();
    scene.found[i].role = member.role;
  }
  std::vector<Mention> mentions;
  mentions.reserve(scene.found.size());
  for (std::uint32_t at = 0; at < scene.size();) {  // no two share a token
    const Mention* mention = scene.mention_at(at);
    at = mention == nullptr ? at + 1 : mention->end_token;
    if (mention == nullptr) continue;
    const auto index = static_cast<std::size_t>(mention - scene.found.data());
    mentions.push_back(std::move(scene.found[index]));
  }
  return mentions;
}

}  // namespace

Finder::Finder(const KnowledgeBase& knowledge) {
  vocabularies_.emplace_back(nullptr);
  for (const std::string_view language : knowledge.languages()) {
    vocabularies_.emplace_back(knowledge.lexicon(language));
  }
}

std::vector<Mention> Finder::find(const Text& text, const Imprint& imprint,
                                  const KnowledgeBase& knowledge) const {
  const auto known = std::ranges::find(
      vocabularies_, lexicon_of(text, imprint, knowledge), &Vocabulary::lexicon);
  const Vocabulary& words = known == vocabularies_.end() ? vocabularies_.front() : *known;
  const std::optional<Date> now =
      imprint.published ? std::optional(imprint.published->day) : std::nullopt;
  Cast cast(knowledge, now);
  Evidence evidence;
  if (imprint.title) {
    const Text title = text_of_title(*imprint.title);
    Scene scene(title, now, knowledge, words);
    find_names(scene, evidence, cast);
    cast.forget_places();
    evidence.forget_places();
  }
  Scene scene(text, now, knowledge, words);
  find_domains(scene);
  find_names(scene, evidence, cast);
  find_references(scene, cast);
  return finished(scene, cast);
}

std::vector<Mention> find(const Text& text, const Imprint& imprint,
                          const KnowledgeBase& knowledge) {
  return Finder(knowledge).find(text, imprint, knowledge);
}

}  // namespace hearsay::mention
