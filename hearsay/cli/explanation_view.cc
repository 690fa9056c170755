// Why a reading says what it says.
//
//     1  interest: Sergio Ramos, Paris Saint-Germain → Inter Miami
//        “«Inter Miami» are «interested in» signing «Sergio Ramos».”
//
//        stage   interest      “interested in”   predicates.tsv:31
//        player  Sergio Ramos  “Sergio Ramos”    object of “signing”
//        meant   “the Spaniard” is Sergio Ramos: Spanish, and at the club named
//                not Gerard Piqué: …

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/display_width.h"
#include "hearsay/cli/reading_view.h"
#include "hearsay/cli/table.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kIndent = 3;

// The stretches of the evidence that carried the claim: ascending, disjoint.
std::vector<TextSpan> carrying_words(const Claim& claim) {
  std::vector<TextSpan> spans;
  for (const Because& because : claim.because) {
    if (!because.words.empty() && claim.evidence.contains(because.words)) {
      spans.push_back(because.words);
    }
  }
  std::ranges::sort(spans);
  std::vector<TextSpan> joined;
  for (const TextSpan& span : spans) {
    if (!joined.empty() && span.begin <= joined.back().end) {
      joined.back().end = std::max(joined.back().end, span.end);
    } else {
      joined.push_back(span);
    }
  }
  return joined;
}

Piece marked(std::string_view words, const Terminal& terminal) {
  Piece shown = piece(words, Style::kMark);
  if (terminal.colour) return shown;
  const Signs& sign = signs(terminal);
  shown.text = std::string(sign.open_mark) + shown.text + std::string(sign.close_mark);
  return shown;
}

Line marked_evidence(const Reading& reading, const Claim& claim,
                     const Terminal& terminal) {
  const Text& text = reading.text;
  Line line{{std::string(signs(terminal).open_quote), Style::kPlain}};
  std::size_t at = claim.evidence.begin;
  for (const TextSpan& span : carrying_words(claim)) {
    line.push_back(piece(text.slice(TextSpan{at, span.begin})));
    line.push_back(marked(text.slice(span), terminal));
    at = span.end;
  }
  line.push_back(piece(text.slice(TextSpan{at, claim.evidence.end})));
  line.push_back({std::string(signs(terminal).close_quote), Style::kPlain});
  return line;
}

std::string indented(const std::string& lines, std::size_t indent) {
  std::string out;
  std::size_t at = 0;
  while (at < lines.size()) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size() - 1) + 1;
    out.append(indent, ' ').append(lines, at, end - at);
    at = end;
  }
  return out;
}

std::string print_reasons(const Reading& reading, const Claim& claim,
                          const Terminal& terminal) {
  Table table({{"FIELD", Align::kLeft, 6},
               {"VALUE", Align::kLeft, 12},
               {"WORDS", Align::kLeft, 14},
               {"RULE", Align::kLeft, 16}});
  for (const Because& because : claim.because) {
    const std::string words =
        because.words.empty() ? "" : quoted(reading.text.slice(because.words), terminal);
    table.add({{piece(because.field)},
               {piece(because.value, Style::kBold)},
               {{words, Style::kPlain}},
               {piece(because.rule, Style::kDim)}});
  }
  if (table.empty()) return "";
  Terminal narrow = terminal;
  narrow.width = terminal.width - kIndent;
  return indented(table.print(narrow), kIndent);
}

bool tells_who(const Mention& mention) {
  return mention.kind == MentionKind::kPlayer || mention.kind == MentionKind::kPerson ||
         mention.kind == MentionKind::kClub || mention.kind == MentionKind::kOutlet;
}

// Each name once, in the evidence and wherever else a reason points.
std::vector<const Mention*> named_in(const Reading& reading, const Claim& claim) {
  std::vector<const Mention*> found;
  for (const Mention& mention : reading.mentions) {
    const bool near = claim.evidence.contains(mention.span) ||
                      std::ranges::any_of(claim.because, [&](const Because& because) {
                        return because.words.overlaps(mention.span);
                      });
    const auto same = [&](const Mention* other) {
      return other->name == mention.name &&
             reading.text.slice(other->span) == reading.text.slice(mention.span);
    };
    if (near && tells_who(mention) && std::ranges::none_of(found, same)) {
      found.push_back(&mention);
    }
  }
  return found;
}

std::string print_who(const Reading& reading, const Claim& claim,
                      const Terminal& terminal) {
  std::string out;
  for (const Mention* mention : named_in(reading, claim)) {
    Line line{
        {quoted(reading.text.slice(mention->span), terminal) + " is ", Style::kPlain},
        piece(mention->name, Style::kBold)};
    if (!mention->why.empty()) line.push_back(piece(": " + mention->why));
    out += paragraph(line, kIndent, terminal);
    for (const std::string& other : mention->rejected) {
      out += paragraph({piece("not " + other, Style::kDim)}, kIndent + 2, terminal);
    }
  }
  return out;
}

std::string print_claim(const Reading& reading, const Claim& claim, std::size_t number,
                        const Terminal& terminal) {
  Line head = stage_words(claim);
  append(head, {{": ", Style::kPlain}, piece(claim.player, Style::kBold), {", ", {}}});
  append(head, move_words(claim, terminal));
  append(head, {{" (" + std::string(to_string(claim.move)) + ", " +
                     std::string(to_string(claim.certainty)) + ")",
                 Style::kDim}});
  std::string out = paragraph(head, kIndent, terminal);
  const std::string label = std::to_string(number);
  out.replace(0, std::min(label.size(), kIndent),
              label);  // in the blanks before the line
  Line sayers{{"said by ", Style::kDim}};
  append(sayers, chain(claim, terminal));
  if (claim.origin.empty()) sayers = {{"no root is named", Style::kDim}};
  out += paragraph(sayers, kIndent, terminal);
  out += paragraph(marked_evidence(reading, claim, terminal), kIndent, terminal);
  for (const std::string& part :
       {print_reasons(reading, claim, terminal), print_who(reading, claim, terminal)}) {
    if (!part.empty()) out += "\n" + part;
  }
  return out;
}

std::string print_dropped(const Reading& reading, const Terminal& terminal) {
  std::string out = styled("CONSIDERED AND DROPPED", Style::kDim, terminal) + "\n";
  for (const Dropped& dropped : reading.dropped) {
    out += paragraph({piece(dropped.what, Style::kBold), piece(": " + dropped.why)},
                     kIndent, terminal);
    if (dropped.span.empty()) continue;
    const std::string words = quoted(reading.text.slice(dropped.span), terminal);
    out += paragraph({{words, Style::kDim}}, kIndent, terminal);
  }
  return out;
}

}  // namespace

std::string print_explanation(const Reading& reading, const Terminal& terminal) {
  std::string out = print_head(reading, terminal);
  std::size_t number = 0;
  for (const Claim& claim : reading.claims) {
    out += "\n" + print_claim(reading, claim, ++number, terminal);
  }
  if (reading.claims.empty())
    out += "\n" + styled("no claims", Style::kDim, terminal) + "\n";
  if (!reading.dropped.empty()) out += "\n" + print_dropped(reading, terminal);
  return out;
}

}  // namespace hearsay::cli
