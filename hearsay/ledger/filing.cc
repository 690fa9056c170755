#include "hearsay/ledger/filing.h"

#include <algorithm>

namespace hearsay::ledger {

FiledDocument file_document(const Reading& reading) {
  FiledDocument document;
  document.id = reading.id;
  document.uri = reading.imprint.uri;
  document.title = reading.imprint.title.value_or("");
  document.outlet = reading.imprint.outlet.value_or("");
  document.published = reading.imprint.published;
  document.language = reading.text.language;
  document.repairs = static_cast<std::int64_t>(reading.text.repairs.size());
  document.obfuscated = reading.text.obfuscated;
  document.claims = static_cast<std::int64_t>(reading.claims.size());
  return document;
}

std::vector<FiledClaim> file_claims(const Reading& reading) {
  std::vector<FiledClaim> claims;
  claims.reserve(reading.claims.size());
  for (const Claim& claim : reading.claims) {
    FiledClaim filed;
    filed.document = reading.id;
    filed.uri = reading.imprint.uri;
    filed.title = reading.imprint.title.value_or("");
    filed.outlet = reading.imprint.outlet.value_or("");
    filed.published = reading.imprint.published;
    filed.obfuscated = reading.text.obfuscated;
    filed.evidence = words_at(reading.text, claim.evidence);
    filed.claim = claim;
    filed.claim.player_id.reset();
    filed.claim.from_id.reset();
    filed.claim.to_id.reset();
    filed.claim.because.clear();
    claims.push_back(std::move(filed));
  }
  return claims;
}

std::vector<FiledQuote> file_quotes(const Reading& reading) {
  std::vector<FiledQuote> quotes;
  quotes.reserve(reading.quotes.size());
  for (const Quote& quote : reading.quotes) {
    FiledQuote filed;
    filed.document = reading.id;
    filed.outlet = reading.imprint.outlet.value_or("");
    filed.published = reading.imprint.published;
    filed.speaker = quote.speaker;
    filed.to = quote.to;
    filed.words = words_at(reading.text, quote.span);
    filed.span = quote.span;
    filed.raw = quote.raw;
    quotes.push_back(std::move(filed));
  }
  return quotes;
}

std::string_view words_at(const Text& text, TextSpan span) {
  const std::size_t begin = std::min(span.begin, text.bytes.size());
  const std::size_t end = std::clamp(span.end, begin, text.bytes.size());
  return std::string_view(text.bytes).substr(begin, end - begin);
}

std::size_t word_count(const Text& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text.tokens, [](const Token& token) {
        return token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber;
      }));
}

}  // namespace hearsay::ledger
