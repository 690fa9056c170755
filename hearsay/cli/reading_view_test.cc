#include "hearsay/cli/reading_view.h"

#include <gtest/gtest.h>

#include "hearsay/cli/saga_sample.h"

namespace hearsay::cli {
namespace {

TextSpan span_of(const Text& text, std::string_view words) {
  const std::size_t begin = text.bytes.find(words);
  return {begin, begin + words.size()};
}

// One paragraph, one claim, one quote, one thing dropped.
Reading sample_reading() {
  Reading reading;
  reading.imprint.uri = "ramos.txt";
  reading.imprint.title = "Ramos offered to Miami";
  reading.imprint.outlet = "Sportskeeda";
  reading.imprint.published = parse_moment("2023-03-01");
  reading.imprint.language = "en";
  Text& text = reading.text;
  text.bytes =
      "Inter Miami have offered terms to the Spaniard, Fichajes report. \"We like him,\" "
      "the "
      "coach said. Messi may follow.";
  text.blocks = {{{0, text.bytes.size()}, BlockKind::kParagraph, std::nullopt}};

  Claim claim;
  claim.player = "Sergio Ramos";
  claim.from = "Paris Saint-Germain";
  claim.to = "Inter Miami";
  claim.move = Move::kFree;
  claim.stage = Stage::kOffer;
  claim.voices = {"Sportskeeda", "Fichajes"};
  claim.origin = "Fichajes";
  claim.origin_kind = OriginKind::kOutlet;
  claim.terms.contract_ending = true;
  claim.evidence = {0, text.bytes.find(" \"We")};
  claim.because = {
      {"stage", "offer", "predicates.tsv:31", span_of(text, "have offered terms to")},
      {"player", "Sergio Ramos", "object", span_of(text, "the Spaniard")},
      {"move", "free", "contract runs out", {}}};
  reading.claims = {claim};

  Mention mention;
  mention.span = span_of(text, "the Spaniard");
  mention.naming = Naming::kDescription;
  mention.name = "Sergio Ramos";
  mention.why = "Spanish, and his contract ends";
  mention.rejected = {"Gerard Piqué: retired"};
  reading.mentions = {mention};
  reading.quotes = {{"the coach", "The Athletic", span_of(text, "We like him,"), {}}};
  reading.dropped = {{span_of(text, "may follow"), "Lionel Messi → Inter Miami (linked)",
                      "no verb of moving"}};
  return reading;
}

TEST(ReadingView, ShowsClaimsWithTheirEvidence) {
  EXPECT_EQ(print_reading(sample_reading(), {}, plain_terminal()),
            R"(Ramos offered to Miami
Sportskeeda · 2023-03-01 · en · ramos.txt

STAGE  PLAYER        FROM                 TO             HOW
offer  Sergio Ramos  Paris Saint-Germain  → Inter Miami  free
       Sportskeeda ← Fichajes · reported · contract running out
       “Inter Miami have offered terms to the Spaniard, Fichajes report.”

QUOTES
the coach to The Athletic: “We like him,”
)");
}

TEST(ReadingView, ShowsTextAndMentionsWhenAsked) {
  const std::string view = print_reading(
      sample_reading(), {.text = true, .mentions = true}, plain_terminal(100));
  EXPECT_NE(view.find(R"(
NAMED         WHO IS MEANT  KIND    BY           WHY
the Spaniard  Sergio Ramos  player  description  Spanish, and his contract ends
)"),
            std::string::npos)
      << view;
  EXPECT_TRUE(view.ends_with(R"(
  Inter Miami have offered terms to the Spaniard, Fichajes report. "We like him," the coach said.
  Messi may follow.
)")) << view;
}

TEST(ReadingView, TellsOfRepairsAndOfNothing) {
  Reading reading = sample_reading();
  reading.imprint = {};
  reading.imprint.uri = "x\x1b[2J.txt";
  reading.text.language = "en";
  reading.text.obfuscated = true;
  reading.text.repairs.resize(412);
  reading.claims.clear();
  reading.quotes.clear();
  EXPECT_EQ(print_reading(reading, {}, plain_terminal()),
            R"(Inter Miami have offered terms to the Spaniard, Fichajes report. "We…
undated · en · x [2J.txt
look-alike letters repaired: 412; somebody meant to hide this text

no claims
)");
}

TEST(Explanation, ShowsWhatCarriedAClaim) {
  EXPECT_EQ(print_explanation(sample_reading(), plain_terminal()),
            R"(Ramos offered to Miami
Sportskeeda · 2023-03-01 · en · ramos.txt

1  offer: Sergio Ramos, Paris Saint-Germain → Inter Miami (free, reported)
   said by Sportskeeda ← Fichajes
   “Inter Miami «have offered terms to» «the Spaniard», Fichajes report.”

   FIELD   VALUE         WORDS                    RULE
   stage   offer         “have offered terms to”  predicates.tsv:31
   player  Sergio Ramos  “the Spaniard”           object
   move    free                                   contract runs out

   “the Spaniard” is Sergio Ramos: Spanish, and his contract ends
     not Gerard Piqué: retired

CONSIDERED AND DROPPED
   Lionel Messi → Inter Miami (linked): no verb of moving
   “may follow”
)");
}

TEST(Explanation, MarksWordsByColourWhereThereIsSome) {
  Terminal terminal = plain_terminal(100);
  terminal.colour = true;
  const std::string view = print_explanation(sample_reading(), terminal);
  EXPECT_NE(view.find("Inter Miami \x1b[1;4mhave offered terms to\x1b[0m "),
            std::string::npos);
  EXPECT_EQ(view.find("«"), std::string::npos);
}

}  // namespace
}  // namespace hearsay::cli
