#include "hearsay/text/clean.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/base/utf8.h"
#include "hearsay/text/normalise.h"
#include "hearsay/text/testing.h"

namespace hearsay::text {
namespace {

constexpr std::string_view kDisguised =
    "Rɑmos wιll ʝoιn Inter Miaмi, tҺe cƖub sɑid.\u00A0Messi кnows.\n\n"
    "TҺe мɑnager toƖd them &quot;no&quot;.";

TEST(Clean, TellsWhatItDid) {
  const Text text = cleaned(kDisguised);
  EXPECT_EQ(text.bytes,
            "Ramos will join Inter Miami, the club said. Messi knows.\n\n"
            "The manager told them \"no\".");
  EXPECT_EQ(text.language, "en");
  EXPECT_TRUE(text.obfuscated);
  EXPECT_GT(text.repaired_share, 0.5);
  ASSERT_FALSE(text.repairs.empty());
  const Repair& first = text.repairs.front();
  EXPECT_EQ(first.kind, RepairKind::kLookAlike);
  EXPECT_EQ(first.from, "ɑ");
  EXPECT_EQ(text.slice(first.span), "a");
}

TEST(Clean, LeadsBackToTheBytes) {
  const Text text = cleaned(kDisguised);
  const std::size_t at = text.bytes.find("manager");
  const RawSpan raw = text.raw({at, at + 7});
  EXPECT_EQ(slice(kDisguised, raw), "мɑnager");
  const std::size_t quote = text.bytes.find("\"no\"");
  EXPECT_EQ(slice(kDisguised, text.raw({quote, quote + 4})), "&quot;no&quot;");
}

TEST(Clean, MovesBlocksAndFindsSentences) {
  Article article;
  article.bytes = "TҺe cƖub\nɑre &amp; wιll Ƅe ɑ teɑm. Hɑʋe tҺey moʋed? Yes.";
  article.map = OffsetMap::identity(article.bytes.size());
  const std::size_t end = article.bytes.find('\n');
  article.blocks = {{{0, end}, BlockKind::kHeadline, {}},
                    {{end + 1, article.bytes.size()}, BlockKind::kParagraph, {}}};
  const Text text = test_cleaner().clean(article);
  ASSERT_EQ(text.blocks.size(), 2U);
  EXPECT_EQ(text.slice(text.blocks[0].span), "The club");
  ASSERT_EQ(text.sentences.size(), 4U);
  EXPECT_EQ(text.slice(text.sentences[1].span), "are & will be a team.");
  EXPECT_EQ(text.sentences[0].block, 0U);
  EXPECT_EQ(text.sentences[3].block, 1U);
}

TEST(Clean, CopiesCleanTextAsItIs) {
  const std::string_view plain =
      "Chelsea’s £36.5m bid for N'Golo Kanté – “done”, AT&T say.";
  const Text text = cleaned(plain);
  EXPECT_EQ(text.bytes, plain);
  EXPECT_TRUE(text.repairs.empty());
  EXPECT_FALSE(text.obfuscated);
  EXPECT_EQ(text.repaired_share, 0);
}

TEST(Clean, TellsADisguiseFromAStyle) {
  EXPECT_FALSE(cleaned("𝐎𝐅𝐅𝐈𝐂𝐈𝐀𝐋 𝐍𝐄𝐖𝐒 𝐍𝐎𝐖: Ramos will join Inter Miami in the summer.")
                   .obfuscated);
  EXPECT_TRUE(cleaned("𝐑amos wi𝐥l joi𝐧 Int𝐞r Mia𝐦i in the summer.").obfuscated);
  EXPECT_TRUE(cleaned("𝐑𝐚𝐦𝐨𝐬 𝐰𝐢𝐥𝐥 𝐣𝐨𝐢𝐧 𝐈𝐧𝐭𝐞𝐫 𝐌𝐢𝐚𝐦𝐢").obfuscated);
}

TEST(Clean, NamesTheFileAndTheLineOfABadTable) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "hearsay_bad_table";
  std::filesystem::create_directories(folder / "text");
  std::ofstream(folder / "text" / "look_alikes.tsv")
      << "code\treads\tkind\nU+0251\ta\tletters\n";
  const auto loaded = Cleaner::load(folder, std::vector<std::string_view>{});
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("look_alikes.tsv:2"), std::string::npos);
}

TEST(MatchKey, IsTheSameForDisguisesOnly) {
  const Cleaner& cleaner = test_cleaner();
  const auto plain = cleaner.match_key("Ramos will join Inter Miami, the club said.");
  EXPECT_EQ(cleaner.match_key("Rɑmos wιll joιn Inter Miaмi, tҺe cƖub sɑid."), plain);
  EXPECT_EQ(cleaner.match_key("RAMOS will\u00A0join\u200B Inter Miami – the club said!"),
            plain);
  EXPECT_NE(cleaner.match_key("Ramos will leave Inter Miami, the club said."), plain);
}

// Random text from pieces that are likely to hurt.
std::string random_text(std::mt19937& chance) {
  static const std::vector<std::string_view> pieces = {
      "the ",    "club ",  "Ramos",  " ",
      "\n",      "\r\n",   "а",      "Ɩ",
      "ɑ",       "т",      "Σ",      "&amp;",
      "&#8217;", "&",      "amp;",   "\u0301",
      "\u200D",  "\u200B", "\uFE0F", "1",
      "\u20E3",  "🇬",      "🇧",      "Ã",
      "§",       "â€™",    "€",      "\xFF",
      "\xC3",    "\xE9",   "\u00AD", "𝐑",
      "Ｒ",      "ü",      "й",      "口",
      "'",       ".",      "\"",     "[",
      "]",       "/",      "I",      "l",
      "\u1100",  "\u1161", "\u0323", "K",
      "й",       "ẛ̣",      "\u0085", "\xED\xA0\x80",
      "👩",      "\u115F"};
  std::string text;
  const std::size_t length = chance() % 40;
  for (std::size_t i = 0; i < length; ++i) text += pieces[chance() % pieces.size()];
  return text;
}

TEST(CleanLaws, HoldForRandomText) {
  std::mt19937 chance(20230301);
  for (int i = 0; i < 4000; ++i) {
    const std::string given = random_text(chance);
    const Cleaned once = test_cleaner().restore(given);
    ASSERT_TRUE(is_utf8(once.bytes)) << given;
    ASSERT_FALSE(compose(once.bytes)) << "not NFC: " << given;
    ASSERT_EQ(test_cleaner().restore(once.bytes).bytes, once.bytes) << given;
    ASSERT_EQ(once.map.origin_size(), given.size());
    ASSERT_EQ(once.map.made_size(), once.bytes.size());
    for (const Repair& repair : once.repairs)
      ASSERT_LE(repair.span.end, once.bytes.size());
  }
}

TEST(CleanLaws, BringEveryUnchangedByteHome) {
  std::mt19937 chance(7);
  for (int i = 0; i < 1000; ++i) {
    const std::string given = random_text(chance);
    const Cleaned made = test_cleaner().restore(given);
    for (std::size_t at = 0; at < made.bytes.size(); ++at) {
      const auto home = made.map.origin(at, at + 1);
      ASSERT_LE(home.end, given.size());
      const bool kept =
          home.end == home.begin + 1 && made.map.made(home.begin, home.end).end ==
                                            made.map.made(home.begin, home.end).begin + 1;
      const bool ascii = static_cast<unsigned char>(given[home.begin]) < 0x80 &&
                         given[home.begin] != '\r';
      if (kept && ascii && static_cast<unsigned char>(made.bytes[at]) < 0x80) {
        ASSERT_EQ(made.bytes[at], given[home.begin]) << given;
      }
    }
  }
}

TEST(CleanLaws, GiveEveryTokenOneSentence) {
  std::mt19937 chance(11);
  for (int i = 0; i < 500; ++i) {
    const Text text = cleaned(random_text(chance) + ". " + random_text(chance));
    std::uint32_t token = 0;
    for (const Sentence& sentence : text.sentences) {
      ASSERT_EQ(sentence.first_token, token);
      ASSERT_LT(sentence.first_token, sentence.end_token);
      token = sentence.end_token;
    }
    ASSERT_EQ(token, text.tokens.size());
  }
}

}  // namespace
}  // namespace hearsay::text
