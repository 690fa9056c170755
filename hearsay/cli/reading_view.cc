// The view of one reading:
//
//     Sergio Ramos offered to Inter Miami
//     Sportskeeda · 2023-03-01 · en · ramos.txt
//
//     STAGE  PLAYER        FROM                 TO             HOW
//     offer  Sergio Ramos  Paris Saint-Germain  → Inter Miami  free
//            Sportskeeda ← Fichajes · reported · contract running out
//            “The evidence, as a reader would quote it.”

#include "hearsay/cli/reading_view.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/display_width.h"
#include "hearsay/cli/table.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kFirstWords = 70;  // columns of text that stand for a missing title

std::size_t look_alikes(const Reading& reading) {
  return static_cast<std::size_t>(
      std::ranges::count(reading.text.repairs, RepairKind::kLookAlike, &Repair::kind));
}

Line title_of(const Reading& reading, const Terminal& terminal) {
  if (reading.imprint.title) return {piece(*reading.imprint.title, Style::kBold)};
  const std::string words = printable(reading.text.bytes.substr(0, 4 * kFirstWords));
  return {{fit(words, kFirstWords, signs(terminal).ellipsis), Style::kBold}};
}

std::string print_claims(const Reading& reading, const Terminal& terminal) {
  Table table({{"STAGE", Align::kLeft, 9},
               {"PLAYER", Align::kLeft, 12, false, 15},
               {"FROM", Align::kLeft, 10, false, 19},
               {"TO", Align::kLeft, 14, false, 21},
               {"HOW", Align::kLeft, 8, true}});
  for (const Claim& claim : reading.claims) {
    Line sayers = chain(claim, terminal);
    join(sayers, {piece(to_string(claim.certainty))}, terminal);
    join(sayers, terms_line(claim.terms, terminal), terminal);
    const std::string words = quoted(reading.text.slice(claim.evidence), terminal);
    table.add({stage_words(claim),
               {piece(claim.player, Style::kBold)},
               from_words(claim),
               to_words(claim, terminal),
               {piece(to_string(claim.move))}},
              {std::move(sayers), {{words, Style::kDim}}});
  }
  return table.print(terminal);
}

std::string print_quotes(const Reading& reading, const Terminal& terminal) {
  std::string out = styled("QUOTES", Style::kDim, terminal) + "\n";
  for (const Quote& quote : reading.quotes) {
    Line line{piece(quote.speaker, Style::kBold)};
    if (!quote.to.empty()) line.push_back(piece(" to " + quote.to));
    line.push_back(
        {": " + quoted(reading.text.slice(quote.span), terminal), Style::kPlain});
    out += paragraph(line, 0, terminal);
  }
  return out;
}

std::string print_mentions(const Reading& reading, const Terminal& terminal) {
  Table table({{"NAMED", Align::kLeft, 10},
               {"WHO IS MEANT", Align::kLeft, 12},
               {"KIND", Align::kLeft, 6},
               {"BY", Align::kLeft, 5, true},
               {"WHY", Align::kLeft, 16, true}});
  for (const Mention& mention : reading.mentions) {
    table.add({{piece(reading.text.slice(mention.span))},
               {piece(mention.name, Style::kBold)},
               {piece(to_string(mention.kind))},
               {piece(to_string(mention.naming))},
               {piece(mention.why, Style::kDim)}});
  }
  return table.print(terminal);
}

std::string print_text(const Reading& reading, const Terminal& terminal) {
  std::string out;
  for (const auto& block : reading.text.blocks) {
    const bool heads =
        block.kind == BlockKind::kHeadline || block.kind == BlockKind::kHeading;
    Line line{
        piece(reading.text.slice(block.span), heads ? Style::kBold : Style::kPlain)};
    if (block.post)
      line.insert(line.begin(), piece(block.post->author + ": ", Style::kDim));
    if (!out.empty()) out += "\n";
    out += paragraph(line, 2, terminal);
  }
  return out;
}

}  // namespace

std::string print_head(const Reading& reading, const Terminal& terminal) {
  const Imprint& imprint = reading.imprint;
  Line line;
  if (imprint.outlet) join(line, {piece(*imprint.outlet)}, terminal);
  join(line, {piece(day_of(imprint.published))}, terminal);
  join(line, {piece(imprint.language.value_or(reading.text.language))}, terminal);
  join(line, {piece(imprint.uri, Style::kDim)}, terminal);
  std::string out =
      paragraph(title_of(reading, terminal), 0, terminal) + paragraph(line, 0, terminal);
  if (const std::size_t repaired = look_alikes(reading); repaired > 0) {
    std::string words = "look-alike letters repaired: " + std::to_string(repaired);
    if (reading.text.obfuscated) words += "; somebody meant to hide this text";
    out += paragraph({{words, Style::kFair}}, 0, terminal);
  }
  return out;
}

std::string print_reading(const Reading& reading, ReadingParts parts,
                          const Terminal& terminal) {
  std::string out = print_head(reading, terminal) + "\n";
  out += reading.claims.empty() ? styled("no claims", Style::kDim, terminal) + "\n"
                                : print_claims(reading, terminal);
  if (!reading.quotes.empty()) out += "\n" + print_quotes(reading, terminal);
  if (parts.mentions && !reading.mentions.empty()) {
    out += "\n" + print_mentions(reading, terminal);
  }
  if (parts.text) out += "\n" + print_text(reading, terminal);
  return out;
}

}  // namespace hearsay::cli
