#include "hearsay/text/intruders.h"

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/points.h"

namespace hearsay::text {
namespace {

constexpr std::size_t kFewestOwn = 2;  // letters of the word's own script

}  // namespace

Result<Intruders> Intruders::load(const std::filesystem::path& table) {
  Intruders found;
  if (!std::filesystem::exists(table)) return found;
  const Result<Tsv> rows = Tsv::load(table, {"script", "latin", "letter"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    const bool greek = row.cells[0] == "Greek";
    if (!greek && row.cells[0] != "Cyrillic")
      return std::unexpected(rows->error_at(row, 0, "Cyrillic or Greek"));
    const std::string_view latin = row.cells[1];
    if (latin.size() != 1 || !is_letter(static_cast<unsigned char>(latin[0])))
      return std::unexpected(rows->error_at(row, 1, "one letter of ASCII"));
    const CodePoint letter = decode_at(row.cells[2], 0);
    if (row.cells[2].empty() || !letter.valid || letter.bytes != row.cells[2].size())
      return std::unexpected(rows->error_at(row, 2, "one letter"));
    (greek ? found.greek_ : found.cyrillic_)[static_cast<unsigned char>(latin[0])] =
        letter.value;
  }
  return found;
}

std::optional<Spelling> Intruders::send_home(std::string_view word,
                                             std::uint16_t parts) const {
  const bool cyrillic =
      parts == (kAscii | kCyrillic) || parts == (kAscii | kCyrillic | kUnreadable);
  const bool greek =
      parts == (kAscii | kGreek) || parts == (kAscii | kGreek | kUnreadable);
  if (!cyrillic && !greek) return std::nullopt;
  const Letters& letters = greek ? greek_ : cyrillic_;
  Spelling home;
  std::size_t latin = 0;
  std::size_t leading_capitals = 0;
  std::size_t count = 0;
  bool foreign_capital = false;  // so capitals are no abbreviation with an ending
  for (std::size_t at = 0; at < word.size(); ++count) {
    const Point point = point_at(word, at);
    at += point.bytes;
    char32_t letter = point.value;
    if (letter < 0x80) {
      if (is_capital(letter) && latin == count) ++leading_capitals;
      ++latin;
      letter = letters[letter];
      if (letter == 0) return std::nullopt;
    }
    foreign_capital = foreign_capital || (point.value >= 0x80 && is_capital(point.value));
    const std::size_t before = home.text.size();
    append_utf8(home.text, letter);
    home.sizes[count] = static_cast<std::uint8_t>(home.text.size() - before);
  }
  const bool abbreviation = leading_capitals > 1 && !foreign_capital;
  if (count - latin < kFewestOwn || abbreviation) return std::nullopt;
  return home;
}

}  // namespace hearsay::text
