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
  evidence.women = std::ranges::any_of(
      scene.tokens, [&](const Token& token) { return scene.words.women.has(token.key); });
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
}

std::vector<Mention> finished(Scene& scene, const Cast& cast) {
  for (std::size_t i = 0; i < scene.found.size(); ++i) {
    if (scene.members[i] == kNothing) continue;
    const Member& member = cast[scene.members[i]];
    scene.found[i].kind = member.kind();
    scene.found[i].role = member.role;
  }
  std::erase_if(scene.found,
                [&scene](const Mention& mention) { return scene.is_dropped(mention); });
  std::ranges::sort(scene.found, {}, &Mention::first_token);
  return std::move(scene.found);
}

}  // namespace

std::vector<Mention> find(const Text& text, const Imprint& imprint,
                          const KnowledgeBase& knowledge) {
  const Vocabulary words(lexicon_of(text, imprint, knowledge));
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

}  // namespace hearsay::mention
