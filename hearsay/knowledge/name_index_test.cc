#include "hearsay/knowledge/name_index.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

NameUse club(std::uint32_t id, Naming naming = Naming::kFull) {
  return {.kind = MentionKind::kClub, .id = id, .naming = naming};
}

NameIndex made() {
  NameIndex names;
  names.add("Inter", club(1, Naming::kShort));
  names.add("Inter Milan", club(1));
  names.add("Inter Miami", club(2));
  names.add("Inter Miami CF", club(2));
  names.add("Paris Saint-Germain", club(3));
  names.add("St. Pauli", club(4));
  names.add("Bodø/Glimt", club(5));
  names.add("Newell's Old Boys", club(6));
  names.add("D.C. United", club(7));
  names.add("ChelseaFC", club(8, Naming::kHandle));
  names.add("1. FC Köln", club(9));
  names.add("Brighton & Hove Albion", club(10));
  return names;
}

// The names of a text, from left to right, each as its words and the rows it stands for.
std::string names_in(const NameIndex& names, std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  std::string found;
  for (std::size_t at = 0; at < tokens.size();) {
    const NameIndex::Hit hit = names.longest(tokens, at);
    if (hit.tokens == 0) {
      ++at;
      continue;
    }
    const TextSpan span{tokens[at].span.begin, tokens[at + hit.tokens - 1].span.end};
    found +=
        std::string(found.empty() ? "" : " | ") + std::string(slice(text, span)) + "=";
    for (const NameUse& use : hit.uses) found += std::to_string(use.id);
    at += hit.tokens;
  }
  return found;
}

TEST(NameIndex, FindsTheLongestNameOfAText) {
  struct Row {
    const char* text;
    const char* found;
  };
  const Row rows[] = {
      {"Inter want him", "Inter=1"},
      {"Inter Milan and Inter Miami CF", "Inter Milan=1 | Inter Miami CF=2"},
      {"INTER MIAMI's owner", "INTER MIAMI=2"},
      {"Inter Turku", "Inter=1"},
      {"Paris Saint Germain, Paris Saint-Germain and Paris Saint‐Germain",
       "Paris Saint Germain=3 | Paris Saint-Germain=3 | Paris Saint‐Germain=3"},
      {"Paris - Saint Germain", ""},
      {"St Pauli, St. Pauli, ST.PAULI", "St Pauli=4 | St. Pauli=4 | ST.PAULI=4"},
      {"It is good for Inter. Miami wait.", "Inter=1"},
      {"Inter-Miami", "Inter-Miami=2"},
      {"bodo/glimt", "bodo/glimt=5"},
      {"Newell’s Old Boys", "Newell’s Old Boys=6"},
      {"D.C. United, D. C. United", "D.C. United=7 | D. C. United=7"},
      {"@ChelseaFC #chelseafc", "@ChelseaFC=8 | #chelseafc=8"},
      {"1. FC Koln, 1 FC Köln", "1. FC Koln=9 | 1 FC Köln=9"},
      {"Brighton & Hove", ""},
      {"", ""},
  };
  const NameIndex names = made();
  for (const Row& row : rows) EXPECT_EQ(names_in(names, row.text), row.found) << row.text;
}

TEST(NameIndex, FindsAWholeNameOnly) {
  const NameIndex names = made();
  ASSERT_EQ(names.find("inter miami").size(), 1U);
  EXPECT_EQ(names.find("inter miami").front(), club(2));
  EXPECT_TRUE(names.find("Inter Miami beach").empty());
  EXPECT_TRUE(names.find("Paris").empty());
  EXPECT_TRUE(names.find("").empty());
  EXPECT_TRUE(names.find(".").empty());
  EXPECT_TRUE(NameIndex().find("Inter").empty());
  EXPECT_EQ(NameIndex().longest(tokenize("Inter"), 0).tokens, 0U);
}

TEST(NameIndex, KeepsTheFirstUseOfARowAndTheOrderOfRows) {
  NameIndex names;
  for (std::uint32_t id = 0; id < 9; ++id) {
    names.add("Ramos", club(id, Naming::kShort));
    names.add("ramos", club(id, Naming::kNick));
  }
  ASSERT_EQ(names.find("Ramos").size(), 9U);
  for (std::uint32_t id = 0; id < 9; ++id) {
    EXPECT_EQ(names.find("Ramos")[id], club(id, Naming::kShort));
  }
  EXPECT_EQ(names.size(), 1U);
}

TEST(NameIndex, IgnoresNamesWithoutWords) {
  NameIndex names;
  names.add("", club(1));
  names.add(" - ", club(1));
  names.add("...", club(1));
  EXPECT_EQ(names.size(), 0U);
}

TEST(NameIndex, KeepsEveryNameWhileItGrows) {
  NameIndex names;
  constexpr std::uint32_t kCount = 20000;
  for (std::uint32_t id = 0; id < kCount; ++id) {
    names.add("First" + std::to_string(id % 97) + " Last" + std::to_string(id), club(id));
  }
  EXPECT_EQ(names.size(), kCount);
  for (std::uint32_t id = 0; id < kCount; ++id) {
    const auto uses =
        names.find("first" + std::to_string(id % 97) + " last" + std::to_string(id));
    ASSERT_EQ(uses.size(), 1U);
    ASSERT_EQ(uses.front().id, id);
  }
}

}  // namespace
}  // namespace hearsay
