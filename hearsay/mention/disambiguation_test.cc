// The disambiguation tables: tests/disambiguation/<language>.tsv, one case a row, against
// the knowledge that ships.
//
//     date        title  text                               phrase  meant
//     2023-09-01         Ramos, 22, has left Benfica.       Ramos   player Gonçalo Ramos
//
// `phrase` is looked for in `text`, the last place of it counts, and what covers its last
// letter must be `meant`: the kind (with ? for what nobody listed), the usual name, and
// the year (and month) of birth where two share both; or `nobody`, when it is no person,
// club or outlet. A ¶ in the text begins a paragraph.

#include <cctype>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "hearsay/base/tsv.h"
#include "hearsay/mention/find.h"
#include "hearsay/mention/tiny_world_test.h"

namespace hearsay::mention {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = HEARSAY_SOURCE_DIR;
constexpr std::string_view kParagraph = "¶";
constexpr std::size_t kFewestEnglishCases = 350;

const KnowledgeBase& shipped() {
  static const Result<KnowledgeBase> knowledge = KnowledgeBase::load(kSource / "data");
  if (!knowledge) {
    ADD_FAILURE() << knowledge.error().message;
    std::abort();
  }
  return *knowledge;
}

const Finder& finder() {
  static const Finder finder(shipped());
  return finder;
}

struct Case {
  std::string_view date;
  std::string_view title;
  std::string_view text;
  std::string_view phrase;
  std::string_view meant;
  std::string place;  // "en.tsv:12"
};

std::string with_lines(std::string_view text) {
  std::string lines(text);
  for (std::size_t at = lines.find(kParagraph); at != std::string::npos;
       at = lines.find(kParagraph, at)) {
    lines.replace(at, kParagraph.size(), 1, '\n');
  }
  return lines;
}

// "player Luis Suárez", "club? Barcelona B"; with the day of birth for players only:
// "player Luis Suárez 1997-12-02".
std::string described(const Mention& mention, bool with_birth) {
  std::string line(to_string(mention.kind));
  line.append(mention.provisional ? "? " : " ").append(mention.name);
  if (!with_birth || !mention.player) return line;
  const std::optional<Date>& born_on = shipped().player(*mention.player).born_on;
  return born_on ? line.append(" ").append(print(*born_on)) : line;
}

// What the text means by the phrase; why it does, for the message.
struct Answer {
  std::string meant = "nobody";
  std::string meant_with_birth = "nobody";
  std::string why;
};

// Where the phrase stands last as whole words.
std::size_t last_place(std::string_view words, std::string_view phrase) {
  const auto is_letter = [&words](std::size_t at) {
    return at < words.size() && std::isalpha(static_cast<unsigned char>(words[at])) != 0;
  };
  std::size_t at = words.rfind(phrase);
  while (at != std::string_view::npos && is_letter(at + phrase.size())) {
    at = at == 0 ? std::string_view::npos : words.rfind(phrase, at - 1);
  }
  return at;
}

Answer answer_of(const Case& row, const std::string& language) {
  const std::string words = with_lines(row.text);
  const std::size_t begin = last_place(words, row.phrase);
  if (begin == std::string::npos) return {"no such phrase", "no such phrase", {}};
  const std::size_t last = begin + row.phrase.size() - 1;
  Text text = text_of(words);
  text.language = language;
  Imprint imprint;
  imprint.published = parse_moment(row.date);
  if (!row.title.empty()) imprint.title = row.title;
  for (const Mention& mention : finder().find(text, imprint, shipped())) {
    if (mention.span.begin > last || mention.span.end <= last) continue;
    const bool answers = mention.country || mention.competition;
    if (answers && row.meant == "nobody") continue;
    Answer answer{described(mention, false), described(mention, true), mention.why};
    for (const std::string& other : mention.rejected)
      answer.why.append("; ").append(other);
    return answer;
  }
  return {};
}

std::size_t expect_all(const fs::path& path) {
  const Result<Tsv> table = Tsv::load(path, {"date", "title", "text", "phrase", "meant"});
  if (!table) {
    ADD_FAILURE() << table.error().message;
    return 0;
  }
  for (const Tsv::Row& row : table->rows()) {
    const Case sample{
        row.cells[0], row.cells[1],
        row.cells[2], row.cells[3],
        row.cells[4], path.filename().string() + ":" + std::to_string(row.line)};
    const Answer answer = answer_of(sample, path.stem().string());
    const bool namesake =
        answer.meant_with_birth.starts_with(std::string(sample.meant) + "-");
    if (answer.meant == sample.meant || namesake) continue;
    ADD_FAILURE() << sample.place << ": " << sample.date << " " << sample.text << "\n  "
                  << sample.phrase << " > " << answer.meant_with_birth << ", expected "
                  << sample.meant << "\n  " << answer.why;
  }
  return table->rows().size();
}

TEST(Disambiguation, FindsWhoIsMeantInEnglish) {
  EXPECT_GE(expect_all(kSource / "tests/disambiguation/en.tsv"), kFewestEnglishCases);
}

TEST(Disambiguation, FindsWhoIsMeantInOtherLanguages) {
  std::size_t cases = 0;
  for (const auto& file : fs::directory_iterator(kSource / "tests/disambiguation")) {
    if (file.path().extension() != ".tsv" || file.path().stem() == "en") continue;
    cases += expect_all(file.path());
  }
  EXPECT_GE(cases, 10U);
}

}  // namespace
}  // namespace hearsay::mention
