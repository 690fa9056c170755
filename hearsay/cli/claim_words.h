// The words and signs that stand for a claim wherever one is shown.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/cli/layout.h"
#include "hearsay/model/claim.h"
#include "hearsay/model/saga.h"

namespace hearsay::cli {

// Good for what is as good as done, bad for what is off.
Style stage_style(Stage stage);

// ●●●○○○○○ for talks; ✗─────── for a stage that is off the ladder. Always eight columns.
Piece ladder(Stage stage, const Terminal& terminal);

// "talks", "talks, denied".
Line stage_words(const Claim& claim);

// "Paris Saint-Germain → Inter Miami"; "stays at Chelsea" for a renewal; "leaves Chelsea"
// for an exit. As one line, or as two cells of which each can be cut: the club he may
// leave (empty where the other cell names it), and the rest.
Line move_words(const Claim& claim, const Terminal& terminal);
Line from_words(const Claim& claim);
Line to_words(const Claim& claim, const Terminal& terminal);

// The root of the news, marked. A person of the deal carries the part he plays: "Phil
// Neville (coach)". A page that names no root and has no name itself is "unnamed".
Line root_words(const Claim& claim);

// The same for a filed claim: a page without a name is called by where it came from.
Line root_words(const FiledClaim& filed);

// The last part of a path or URL: "/news/2023/ramos.txt" → "ramos.txt".
std::string last_part(std::string_view uri);

// Those between the root and the reader, the root's neighbour first; empty without any.
std::string carriers(const Claim& claim);

// "Sportskeeda ← Fichajes": from the page outward to the root.
Line chain(const Claim& claim, const Terminal& terminal);

// "fee 60m EUR", "contract until 2021-06", "option to extend, of Paris Saint-Germain".
std::vector<std::string> terms_words(const Terms& terms);

// The same as one line; empty without terms.
Line terms_line(const Terms& terms, const Terminal& terminal);

// In the terminal's quotation marks.
std::string quoted(std::string_view words, const Terminal& terminal);

// "36 documents", "1 document".
std::string counted(std::size_t count, std::string_view noun);

// The day; "undated" when it is not known.
std::string day_of(const std::optional<Moment>& moment);

}  // namespace hearsay::cli
