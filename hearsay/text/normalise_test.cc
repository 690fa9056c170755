#include "hearsay/text/normalise.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "hearsay/text/testing.h"

namespace hearsay::text {
namespace {

struct Row {
  std::string_view given;
  std::string_view wanted;
};

TEST(Normalise, TakesOutWhatNobodySees) {
  const Row rows[] = {
      {"a\u200Bb\u00ADc\uFEFFd\u2060e", "abcde"},
      {"one\u00A0two\u2009three\u3000four", "one two three four"},
      {"one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"},
      {"a\x01"
       "b\x7F"
       "c",
       "abc"},
      {"\u202Aleft\u202C", "left"},
      {"می\u200Cخواهم", "می\u200Cخواهم"},
      {"क\u094D\u200Dष", "क\u094D\u200Dष"},
      {"👨\u200D👩 a\u200Db", "👨\u200D👩 ab"},
      {"⚪\uFE0F a\uFE0F", "⚪\uFE0F a"},
      {"1\u20E30\u20E30\u20E3 million", "100 million"},
      {"1\uFE0F\u20E35\uFE0F\u20E3 men", "15 men"},
      {"1\uFE0F\u20E3 first", "1\uFE0F\u20E3 first"},
      {"Cafe\u0301 Nun\u0303ez", "Café Nuñez"},
      {"Mbappe\u200B\u0301", "Mbappé"},
      {"\u212Bngstr\u00F6m", "\u00C5ngström"},
  };
  for (const Row& row : rows) EXPECT_EQ(restored(row.given), row.wanted);
}

TEST(Normalise, ReadsEntitiesThatWereLeft) {
  const Row rows[] = {
      {"Brighton &amp; Hove", "Brighton & Hove"},
      {"&amp;amp;", "&"},
      {"&amp;lt;b&amp;gt;", "<b>"},
      {"it&#8217;s &#x27;so&#39; &#146;90s", "it’s 'so' ’90s"},
      {"Atl&eacute;tico&nbsp;Madrid", "Atlético Madrid"},
      {"AT&T; R&D & co; &nosuch; &#0; &#xD800; &",
       "AT&T; R&D & co; &nosuch; &#0; &#xD800; &"},
  };
  for (const Row& row : rows) EXPECT_EQ(restored(row.given), row.wanted);
}

TEST(Normalise, RepairsTextThatWasEncodedTwice) {
  const Row rows[] = {
      {"GonÃ§alo", "Gonçalo"},
      {"itâ€™s â€œdoneâ€\u009D â€“ â‚¬45m Â£3m", "it’s “done” – €45m £3m"},
      {"\u00E2\u0080\u0093", "–"},
      {"MÃ¼ller, SÃ£o Paulo, PelÃ©", "Müller, São Paulo, Pelé"},
      {"ðŸ”¥", "🔥"},
      // What could be meant stays.
      {"“A IRMÔ", "“A IRMÔ"},
      {"voilà… é”", "voilà… é”"},
      {"Âge, Écran, Ñu", "Âge, Écran, Ñu"},
  };
  for (const Row& row : rows) EXPECT_EQ(restored(row.given), row.wanted);
}

TEST(Normalise, EndsRunsOfMarksThatNoWritingHas) {
  std::string noise = "a";
  for (int i = 0; i < 100000; ++i) noise += "\u0301";
  EXPECT_LT(restored(noise).size(), 200U);
}

TEST(Decode, MakesUtf8OfAnything) {
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"\xEF\xBB\xBFtext", "text"},
      {"Atl\xE9tico \x80"
       "5m",
       "Atlético €5m"},
      {"caf\xC3\xA9 and caf\xE9", "café and café"},
      {"\xFF\xFEH\0i\0"sv, "Hi"},
      {"\xFE\xFF\0H\0i"sv, "Hi"},
      {"\x81", "\uFFFD"},
      {"", ""},
      // Windows-1251, which only the statistics tell.
      {"\xD1\xE5\xF0\xF5\xE8\xEE \xD0\xE0\xEC\xEE\xF1 \xED\xE5 "
       "\xEF\xE5\xF0\xE5\xF8\xB8\xEB \xE2 "
       "\xEA\xEB\xF3\xE1, \xF1\xEE\xEE\xE1\xF9\xE0\xE5\xF2 \xE8\xE7\xE4\xE0\xED\xE8\xE5.",
       "Серхио Рамос не перешёл в клуб, сообщает издание."},
  };
  for (const Row& row : rows) EXPECT_EQ(restored(row.given), row.wanted);
}

}  // namespace
}  // namespace hearsay::text
