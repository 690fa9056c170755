// Words that lead to a source, and domains, which name one by themselves.

#include "hearsay/mention/sources.h"

#include <optional>
#include <string>

namespace hearsay::mention {

bool is_cited(const Scene& scene, TokenRange at) {
  const std::uint32_t start = scene.sentence(at.first).first_token;
  if (at.first == start) return false;
  const WordLists before = scene.lists(at.first - 1);
  if (scene.words.source_nouns.has(before)) return true;
  return scene.words.to.has(before) && at.first >= start + 2 &&
         scene.words.according.has(scene.lists(at.first - 2));
}

namespace {

// The word before may lead to a source: "via Sport", "told Sky".
bool has_source_word_before(const Scene& scene, TokenRange at) {
  const std::uint32_t start = scene.sentence(at.first).first_token;
  if (at.first == start) return false;
  std::uint32_t before = at.first - 1;
  if (scene.words.the.has(scene.lists(before)) && before > start) --before;
  if (scene.words.source_before.has(scene.lists(before))) return true;
  return scene.words.to.has(scene.lists(before)) && before > start &&
         scene.words.saying.has(scene.lists(before - 1));
}

}  // namespace

bool has_source_cue(const Scene& scene, TokenRange at) {
  const Sentence& sentence = scene.sentence(at.first);
  const std::uint32_t next = at.end;
  const bool closed =
      next >= sentence.end_token || scene.is(next, ")") || scene.is(next, "]");
  std::uint32_t verb = next;  // "can confirm"
  if (verb < sentence.end_token && scene.words.auxiliaries.has(scene.lists(verb))) ++verb;
  if (verb < sentence.end_token && scene.words.saying.has(scene.lists(verb))) return true;
  if (at.first == sentence.first_token) return false;
  const std::uint32_t before = at.first - 1;
  const bool opened =
      scene.is(before, "(") || scene.is(before, "[") || scene.is(before, "-");
  const bool in_bracket = scene.is(before, "(") || scene.is(before, "[");
  const bool goes_on = !closed && (scene.is(next, "-") || scene.is(next, "–") ||
                                   scene.is(next, ",") || scene.is(next, "/"));
  if (in_bracket && goes_on) return true;  // "(Sport - in Spanish)"
  return (closed && opened) || has_source_word_before(scene, at);
}

void find_domains(Scene& scene) {
  for (std::uint32_t i = 0; i < scene.size(); ++i) {
    if (scene.tokens[i].kind != TokenKind::kUrl || !scene.is_free({i, i + 1})) continue;
    std::string_view address = scene.text.slice(scene.tokens[i]);
    const bool bare = address.find('/') == std::string_view::npos;
    if (const std::size_t scheme = address.find("://");
        scheme != std::string_view::npos) {
      address.remove_prefix(scheme + 3);
    }
    if (address.starts_with("www.")) address.remove_prefix(4);
    address = address.substr(0, address.find('/'));
    const std::optional<OutletId> outlet = scene.knowledge.outlet_of_domain(address);
    const bool bracketed = i > 0 && scene.is(i - 1, "(");
    if (!outlet && !(bare && bracketed)) continue;
    std::string name(outlet ? scene.knowledge.outlet(*outlet).name : address);
    Mention& mention =
        scene.add({i, i + 1}, MentionKind::kOutlet, Naming::kHandle, std::move(name));
    mention.outlet = outlet;
    mention.provisional = !outlet;
    mention.why = "domain of the outlet";
  }
}

}  // namespace hearsay::mention
