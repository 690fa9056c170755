// The phrase book: single sentences of ours with the claims they make, in
// tests/phrasebook/<xx>.tsv. Who is meant is marked in the sentence, so that this test is
// of claims alone:
//
//     C{Arsenal} club   P{Max Aarons} player   P{he=Max Aarons}   O{Sport} outlet
//     J{…} journalist   M{…} coach   A{…} agent   L{MLS} league   N{Spain} country

#include "hearsay/claim/extract.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/base/tsv.h"

namespace hearsay::claim {
namespace {

const KnowledgeBase& knowledge() {
  static const Result<KnowledgeBase> base =
      KnowledgeBase::load(HEARSAY_SOURCE_DIR "/data");
  if (!base) throw std::runtime_error(base.error().message);
  return *base;
}

struct Marked {
  Text text;
  std::vector<Mention> mentions;
};

void mark_kind(char sign, Mention& mention) {
  static const std::map<char, std::pair<MentionKind, Role>> kinds = {
      {'C', {MentionKind::kClub, Role::kNone}},
      {'P', {MentionKind::kPlayer, Role::kPlayer}},
      {'O', {MentionKind::kOutlet, Role::kNone}},
      {'J', {MentionKind::kPerson, Role::kJournalist}},
      {'M', {MentionKind::kPerson, Role::kCoach}},
      {'A', {MentionKind::kPerson, Role::kAgent}},
      {'L', {MentionKind::kCompetition, Role::kNone}},
      {'N', {MentionKind::kCountry, Role::kNone}},
  };
  const auto& [kind, role] = kinds.at(sign);
  mention.kind = kind;
  mention.role = role;
}

// Takes the marks out of a sentence and makes mentions of them.
Marked unmark(std::string_view sentence) {
  Marked marked;
  std::string& bytes = marked.text.bytes;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (at + 1 >= sentence.size() || sentence[at + 1] != '{') {
      bytes += sentence[at];
      continue;
    }
    Mention mention;
    mark_kind(sentence[at], mention);
    const std::size_t end = sentence.find('}', at);
    const std::string_view inside = sentence.substr(at + 2, end - at - 2);
    const std::size_t equals = inside.find('=');
    const std::string_view written = inside.substr(0, equals);
    mention.name = equals == std::string_view::npos ? inside : inside.substr(equals + 1);
    if (equals != std::string_view::npos) mention.naming = Naming::kPronoun;
    mention.span = {bytes.size(), bytes.size() + written.size()};
    bytes += written;
    marked.mentions.push_back(std::move(mention));
    at = end;
  }
  return marked;
}

void add_sentences(Text& text) {
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
    const bool last = i + 1 == text.tokens.size();
    const std::string_view word = text.slice(text.tokens[i]);
    const bool stop = word == "." || word == "?" || word == "!";
    if (!last && !(stop && text.tokens[i + 1].space_before)) continue;
    text.sentences.push_back(
        {{text.tokens[first].span.begin, text.tokens[i].span.end}, first, i + 1, 0});
    first = i + 1;
  }
}

void finish(Marked& marked, std::string_view language) {
  Text& text = marked.text;
  text.language = language;
  text.map = OffsetMap::identity(text.bytes.size());
  text.blocks.push_back({{0, text.bytes.size()}, BlockKind::kParagraph, std::nullopt});
  text.tokens = tokenize(text.bytes);
  add_sentences(text);
  std::uint32_t token = 0;
  for (Mention& mention : marked.mentions) {
    while (text.tokens[token].span.begin < mention.span.begin) ++token;
    mention.first_token = token;
    while (token < text.tokens.size() && text.tokens[token].span.end <= mention.span.end)
      ++token;
    mention.end_token = token;
  }
}

// "interest Max Aarons: Norwich City > Arsenal [transfer] < Sport (outlet)"
std::string line_of(const Claim& claim) {
  std::string line(to_string(claim.stage));
  line += " " + claim.player + ": " + (claim.from.empty() ? "?" : claim.from) + " > " +
          (claim.to.empty() ? "exit" : claim.to) + " [" +
          std::string(to_string(claim.move)) + "]";
  if (claim.origin_kind != OriginKind::kSelf) line += " < " + claim.origin;
  if (claim.terms.fee) line += " " + print(*claim.terms.fee);
  if (!claim.terms.contract_until.empty()) line += " until " + claim.terms.contract_until;
  return line;
}

// What was considered and not kept, for the message of a failing row.
std::string dropped_of(const Extract& extract, const Text& text) {
  std::string lines;
  for (const Dropped& dropped : extract.dropped) {
    lines += "\n  dropped '" + std::string(text.slice(dropped.span)) + "' " +
             dropped.what + ": " + dropped.why;
  }
  return lines;
}

struct Read {
  std::string claims;
  std::string dropped;
};

Read read(std::string_view sentence, std::string_view language) {
  Marked marked = unmark(sentence);
  finish(marked, language);
  const Imprint imprint{
      .uri = "test",
      .title = {},
      .outlet = {},
      .authors = {},
      .published = Moment{parse_date("2024-01-15").value_or(Date{}), {}},
      .language = "en"};
  const Extract found = extract(marked.text, imprint, marked.mentions, knowledge());
  std::string lines;
  for (const Claim& claim : found.claims) {
    if (!lines.empty()) lines += " ; ";
    lines += line_of(claim);
  }
  return {lines, dropped_of(found, marked.text)};
}

class PhraseBookOfClaims : public testing::TestWithParam<const char*> {};

TEST_P(PhraseBookOfClaims, IsReadAsWritten) {
  const std::string language = GetParam();
  const std::string file = language + ".tsv";
  const auto table =
      Tsv::load(HEARSAY_SOURCE_DIR "/tests/phrasebook/" + file, {"sentence", "claims"});
  ASSERT_TRUE(table) << table.error().message;
  for (const Tsv::Row& row : table->rows()) {
    const Read found = read(row.cells[0], language);
    EXPECT_EQ(found.claims, row.cells[1])
        << file << ":" << row.line << ": " << row.cells[0] << found.dropped;
  }
}

// A row that is read by now belongs into the phrase book itself.
TEST(OpenPhrases, AreStillOpen) {
  const auto table = Tsv::load(HEARSAY_SOURCE_DIR "/tests/phrasebook/en_open.tsv",
                               {"sentence", "claims"});
  ASSERT_TRUE(table) << table.error().message;
  for (const Tsv::Row& row : table->rows()) {
    EXPECT_NE(read(row.cells[0], "en").claims, row.cells[1])
        << "en_open.tsv:" << row.line << ": move it to en.tsv";
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, PhraseBookOfClaims, testing::Values("de", "en", "es"),
                         [](const auto& language) {
                           return std::string(language.param);
                         });

}  // namespace
}  // namespace hearsay::claim
