#include "hearsay/pipeline/print_json.h"

#include "hearsay/base/json.h"
#include "hearsay/model/mention.h"

namespace hearsay::pipeline {
namespace {

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json or_null(const std::optional<std::string>& text) {
  return text ? or_null(*text) : Json();
}

Json or_null(const std::optional<Money>& money) {
  return money ? Json(print(*money)) : Json();
}

Json or_null(const std::optional<Moment>& moment) {
  return moment ? Json(print(*moment)) : Json();
}

void set_span(Json& object, TextSpan span, RawSpan raw) {
  object.set("begin", span.begin);
  object.set("end", span.end);
  object.set("raw_begin", raw.begin);
  object.set("raw_end", raw.end);
}

Json document_of(const Reading& reading) {
  const Imprint& imprint = reading.imprint;
  Json document = Json::object();
  document.set("id", reading.id);
  document.set("uri", or_null(imprint.uri));
  document.set("title", or_null(imprint.title));
  document.set("outlet", or_null(imprint.outlet));
  document.set("published_on", or_null(imprint.published));
  document.set("language", or_null(imprint.language));
  document.set("repairs", reading.text.repairs.size());
  document.set("obfuscated", reading.text.obfuscated);
  return document;
}

Json option_of(const std::optional<ContractOption>& option) {
  if (!option) return {};
  Json object = Json::object();
  object.set("kind", option->kind == OptionKind::kExtend ? "extend" : "buy");
  object.set("obligation", option->obligation);
  object.set("holder", or_null(option->holder));
  object.set("years", option->years > 0 ? Json(option->years) : Json());
  object.set("fee", or_null(option->fee));
  return object;
}

Json terms_of(const Terms& terms) {
  Json object = Json::object();
  object.set("fee", or_null(terms.fee));
  object.set("contract_until", or_null(terms.contract_until));
  object.set("contract_ending", terms.contract_ending);
  object.set("contract_years",
             terms.contract_years ? Json(*terms.contract_years) : Json());
  object.set("wage", or_null(terms.wage));
  object.set("wage_period", or_null(terms.wage_period));
  object.set("option", option_of(terms.option));
  return object;
}

Json claim_of(const Claim& claim, const Text& text) {
  Json object = Json::object();
  object.set("player", claim.player);
  object.set("from", or_null(claim.from));
  object.set("to", or_null(claim.to));
  object.set("move", to_string(claim.move));
  object.set("stage", to_string(claim.stage));
  object.set("denied", claim.denied);
  object.set("certainty", to_string(claim.certainty));
  Json& voices = object.set("voices", Json::array());
  for (const std::string& voice : claim.voices) voices.push(voice);
  object.set("origin", or_null(claim.origin));
  object.set("origin_kind", to_string(claim.origin_kind));
  object.set("terms", terms_of(claim.terms));
  Json& evidence = object.set("evidence", Json::object());
  evidence.set("text", text.slice(claim.evidence));
  set_span(evidence, claim.evidence, claim.raw_evidence);
  return object;
}

Json quote_of(const Quote& quote, const Text& text) {
  Json object = Json::object();
  object.set("speaker", quote.speaker);
  object.set("to", or_null(quote.to));
  object.set("text", text.slice(quote.span));
  set_span(object, quote.span, quote.raw);
  return object;
}

Json posts_of(const Text& text) {
  Json posts = Json::array();
  for (const auto& block : text.blocks) {
    if (block.kind != BlockKind::kPost || block.span.empty()) continue;
    Json& post = posts.push(Json::object());
    post.set("author", block.post ? or_null(block.post->author) : Json());
    post.set("handle", block.post ? or_null(block.post->handle) : Json());
    post.set("posted_on", block.post ? or_null(block.post->posted) : Json());
    post.set("text", text.slice(block.span));
    set_span(post, block.span, text.raw(block.span));
  }
  return posts;
}

Json mentions_of(const Reading& reading) {
  Json mentions = Json::array();
  for (const Mention& mention : reading.mentions) {
    Json& object = mentions.push(Json::object());
    object.set("kind", to_string(mention.kind));
    object.set("name", mention.name);
    object.set("naming", to_string(mention.naming));
    object.set("role",
               mention.role == Role::kNone ? Json() : Json(to_string(mention.role)));
    object.set("provisional", mention.provisional);
    object.set("text", reading.text.slice(mention.span));
    set_span(object, mention.span, reading.text.raw(mention.span));
  }
  return mentions;
}

}  // namespace

std::string print_json(const Reading& reading, JsonOptions options) {
  Json object = Json::object();
  object.set("document", document_of(reading));
  Json& claims = object.set("claims", Json::array());
  for (const Claim& claim : reading.claims) claims.push(claim_of(claim, reading.text));
  Json& quotes = object.set("quotes", Json::array());
  for (const Quote& quote : reading.quotes) quotes.push(quote_of(quote, reading.text));
  object.set("posts", posts_of(reading.text));
  if (options.mentions) object.set("mentions", mentions_of(reading));
  if (options.text) object.set("text", reading.text.bytes);
  return print(object);
}

}  // namespace hearsay::pipeline
