// Compiled bytes: they say what the tables say, the same each time, and bytes that were
// changed anywhere are refused with one clear word.

#include "hearsay/knowledge/compiled.h"

#include <algorithm>
#include <cstring>
#include <string>

#include <gtest/gtest.h>

#include "hearsay/base/hash.h"
#include "hearsay/knowledge/compile.h"
#include "hearsay/knowledge/compiled_reader.h"
#include "hearsay/knowledge/loader.h"
#include "hearsay/knowledge/testing.h"

namespace hearsay {
namespace {

std::string made_bytes() {
  const Tables tables = testing_tables();
  const Result<Draft> draft = KnowledgeLoader(tables).load();
  EXPECT_TRUE(draft) << draft.error().message;
  const Result<std::string> bytes = compile(*draft, "stamp", "imported");
  EXPECT_TRUE(bytes);
  return *bytes;
}

Result<KnowledgeBase> open_bytes(std::string bytes) {
  return CompiledReader(MappedFile::of(std::move(bytes), "test.kb")).read();
}

// The message of a failure; "opened" when there was none.
std::string outcome(std::string bytes) {
  const Result<KnowledgeBase> base = open_bytes(std::move(bytes));
  return base ? "opened" : base.error().message;
}

// Sets the sums right again, so that what they hide is looked at.
std::string resealed(std::string bytes) {
  FileHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  for (std::size_t place = 0; place < kSectionCount; ++place) {
    SectionEntry entry;
    char* at = bytes.data() + sizeof header + place * sizeof entry;
    std::memcpy(&entry, at, sizeof entry);
    entry.sum = checksum(std::string_view(bytes).substr(entry.begin, entry.bytes));
    std::memcpy(at, &entry, sizeof entry);
  }
  header.head_sum = 0;
  std::memcpy(bytes.data(), &header, sizeof header);
  header.head_sum = checksum(std::string_view(bytes).substr(
      0, sizeof header + kSectionCount * sizeof(SectionEntry)));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

SectionEntry entry_of(const std::string& bytes, Section section) {
  SectionEntry entry;
  std::memcpy(&entry,
              bytes.data() + sizeof(FileHeader) +
                  static_cast<std::size_t>(section) * sizeof entry,
              sizeof entry);
  return entry;
}

TEST(Compiled, SaysWhatTheTablesSay) {
  const Result<KnowledgeBase> base = open_bytes(made_bytes());
  ASSERT_TRUE(base) << base.error().message;
  ASSERT_EQ(base->players().size(), 2U);
  const Player& ramos = base->player(PlayerId{1});
  EXPECT_EQ(ramos.name, "Sergio Ramos");
  EXPECT_EQ(print(*ramos.born_on), "1986-03-30");
  ASSERT_EQ(ramos.spells.size(), 2U);
  EXPECT_FALSE(ramos.spells[0].from);
  EXPECT_EQ(print(*ramos.spells[1].from), "2005-08-31");
  EXPECT_EQ(base->key_of(MentionKind::kPlayer, 1), "sergio-ramos");
  EXPECT_EQ(base->sources_of(MentionKind::kPlayer, 1), "hearsay");
  ASSERT_EQ(base->names().find("RAMOS").size(), 1U);
  EXPECT_EQ(base->names().find("ramos").front().id, 1U);
  const auto names = base->names_of(MentionKind::kClub, 1);
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0].text, "Sevilla");
  EXPECT_EQ(names[2].text, "Nervión");
  EXPECT_EQ(base->outlet_of_domain("www.bbc.co.uk"), OutletId{0});
}

TEST(Compiled, IsTheSameEachTime) {
  EXPECT_TRUE(made_bytes() == made_bytes());
}

TEST(Compiled, OutlivesTheMoveOfTheBase) {
  Result<KnowledgeBase> base = open_bytes(made_bytes());
  ASSERT_TRUE(base);
  const KnowledgeBase moved = std::move(*base);
  EXPECT_EQ(moved.names().find("Sevilla FC").size(), 1U);
  EXPECT_EQ(moved.player(PlayerId{1}).spells.size(), 2U);
}

TEST(Compiled, RefusesWhatIsNone) {
  const std::string bytes = made_bytes();
  std::string other_version = bytes;
  other_version[8] = 99;
  const std::string remedy =
      "; make it anew with 'hearsay kb build', or import again into a new file";
  EXPECT_EQ(outcome(""), "test.kb: this is no compiled knowledge base");
  EXPECT_EQ(outcome(std::string(2000, 'x')),
            "test.kb: this is no compiled knowledge base");
  EXPECT_EQ(outcome(other_version),
            "test.kb: was written by another version of hearsay" + remedy);
  EXPECT_EQ(
      outcome(bytes + "x"),
      "test.kb: this compiled knowledge base is damaged: bytes follow its end" + remedy);
  for (const std::size_t size : {std::size_t{9}, bytes.size() / 2, bytes.size() - 1}) {
    EXPECT_EQ(outcome(bytes.substr(0, size)),
              "test.kb: this compiled knowledge base is damaged: it is cut off" + remedy)
        << size;
  }
}

TEST(Compiled, SeesEveryByteThatChanged) {
  const std::string bytes = made_bytes();
  const SectionEntry imported = entry_of(bytes, Section::kImported);
  std::size_t gaps = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 7) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x20);
    const bool opened = outcome(changed) == "opened";
    if (at >= imported.begin) {
      const MappedFile file = MappedFile::of(changed, "test.kb");
      EXPECT_TRUE(opened && !read_imported(file)) << at;
    } else if (opened) {
      ++gaps;  // padding between sections is read by nobody
    }
  }
  EXPECT_LT(gaps, 20U);
}

TEST(Compiled, LooksAtEveryPlaceBehindRightSums) {
  const std::string bytes = made_bytes();
  for (const Section section :
       {Section::kTextList, Section::kCountries, Section::kCompetitions, Section::kClubs,
        Section::kOutlets, Section::kPeople, Section::kPlayers, Section::kNations,
        Section::kSpells, Section::kDomains, Section::kNames, Section::kEdges,
        Section::kNodes, Section::kUses}) {
    const SectionEntry entry = entry_of(bytes, section);
    ASSERT_GT(entry.bytes, 0U) << static_cast<int>(section);
    std::string changed = bytes;
    std::fill_n(changed.begin() + static_cast<std::ptrdiff_t>(entry.begin), entry.bytes,
                '\x7F');
    EXPECT_NE(outcome(resealed(changed)), "opened") << static_cast<int>(section);
  }
  EXPECT_EQ(outcome(resealed(bytes)), "opened");
}

TEST(Compiled, TellsItsStampAndItsRecords) {
  const MappedFile file = MappedFile::of(made_bytes(), "test.kb");
  EXPECT_EQ(find_stamp(file), "stamp");
  EXPECT_EQ(*read_imported(file), "imported");
  EXPECT_EQ(find_stamp(MappedFile::of("nothing", "x")), std::nullopt);
}

}  // namespace
}  // namespace hearsay
