#include "hearsay/text/judgement.h"

#include <algorithm>
#include <bit>
#include <string>

#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include "hearsay/base/utf8.h"
#include "hearsay/text/points.h"
#include "hearsay/text/restore.h"

namespace hearsay::text {
namespace {

constexpr std::uint16_t kLetterParts =
    kOddLatin | kForeignScript | kCaselessPart | kSignPart | kMarkPart;
constexpr std::uint16_t kOurs = kAscii | kNaturalPart;

bool only(std::uint16_t parts, std::uint16_t allowed) {
  return (parts & ~allowed) == 0;
}

bool is_foreign_word(const Puzzle& puzzle) {
  return (puzzle.word.parts & kForeignScript) != 0 && (puzzle.word.parts & kOurs) == 0;
}

// Two regional indicators are a flag when they spell a country.
bool is_country(char32_t first, char32_t second) {
  constexpr char32_t kFirst = 0x1F1E6;
  const std::array<char, 3> code = {static_cast<char>('A' + (first - kFirst)),
                                    static_cast<char>('A' + (second - kFirst)), '\0'};
  const std::string_view wanted(code.data(), 2);
  for (const char* const* country = uloc_getISOCountries(); *country != nullptr;
       ++country) {
    if (wanted == *country) return true;
  }
  return wanted == "EU" || wanted == "UN" || wanted == "XK" || wanted == "AC" ||
         wanted == "TA" || wanted == "IC" || wanted == "EA" || wanted == "CP" ||
         wanted == "DG";
}

// ℹ and Ⓜ are signs by themselves.
bool is_sign(std::string_view written) {
  const Point point = point_at(written, 0);
  return point.bytes == written.size() &&
         u_hasBinaryProperty(static_cast<UChar32>(point.value), UCHAR_EMOJI) != 0;
}

}  // namespace

bool is_flags(const SuspectWord& word, std::string_view written) {
  const bool pairs = (word.parts & kRegional) != 0 && (word.parts & kAscii) == 0 &&
                     word.characters % 2 == 0;
  char32_t first = 0;
  for (std::size_t at = 0; pairs && at < written.size();) {
    const Point point = point_at(written, at);
    at += point.bytes;
    if (first != 0 && !is_country(first, point.value)) return false;
    first = first == 0 ? point.value : 0;
  }
  return pairs;
}

bool is_obfuscated(std::size_t repaired_words, std::size_t words) {
  return repaired_words >= 3 && repaired_words * 50 >= words;
}

bool is_obfuscated(const Restoration& restoration) {
  const std::size_t words = restoration.word_count;
  const std::size_t hidden = restoration.repaired_count - restoration.styled_count;
  return is_obfuscated(hidden, words) ||
         (restoration.styled_count > 2 && restoration.styled_count * 2 > words);
}

Judgement::Judgement(const std::vector<Puzzle>& puzzles, std::size_t word_count)
    : word_count_(word_count) {
  for (const Puzzle& puzzle : puzzles) weigh(puzzle);
  const bool orthography = odd_latin_.genuine > odd_latin_.disguised;
  std::size_t repaired = mixed_known_ - (orthography ? odd_latin_.disguised : 0);
  for (const Script& script : scripts_) {
    if (script.disguised > script.genuine) repaired += script.disguised;
  }
  obfuscated_ = is_obfuscated(repaired, word_count_);
}

const Judgement::Script& Judgement::script_of(std::uint16_t parts) const {
  return scripts_[(parts & kCyrillic) != 0 ? 0U : (parts & kGreek) != 0 ? 1U : 2U];
}

bool Judgement::genuine(std::uint16_t parts) const {
  const Script& script = script_of(parts);
  return (parts & kForeignScript) != 0 && script.genuine > 2 * script.disguised;
}

bool Judgement::disguises(std::uint16_t parts) const {
  const Script& script = script_of(parts);
  return (parts & kForeignScript) == 0 || script.disguised >= script.genuine;
}

void Judgement::weigh(const Puzzle& puzzle) {
  const std::uint16_t parts = puzzle.word.parts;
  const bool known = puzzle.readable && puzzle.spelling.known;
  if ((parts & kStyled) != 0 && puzzle.word.characters > 1) styled_ += puzzle.times;
  if (is_foreign_word(puzzle)) {
    if (puzzle.word.characters < 3) return;
    auto& script = const_cast<Script&>(script_of(parts));  // NOLINT
    (known ? script.disguised : script.genuine) += puzzle.times;
  } else if (known && puzzle.word.characters > 2 && (parts & kLetterParts) != 0 &&
             !puzzle.word.bracketed && !puzzle.flags) {
    mixed_known_ += puzzle.times;
    if ((parts & kRegional) != 0) regional_ += puzzle.times;
  }
  const bool odd = (parts & kOddLatin) != 0 && only(parts, kOurs | kOddLatin);
  if (odd && puzzle.word.characters > 2 && !puzzle.word.bracketed) {
    (known ? odd_latin_.disguised : odd_latin_.genuine) += puzzle.times;
  }
}

bool Judgement::accepts_foreign(const Puzzle& puzzle) const {
  const Script& script = script_of(puzzle.word.parts);
  if (script.disguised < script.genuine) return false;
  if (obfuscated_) return puzzle.spelling.known || script.disguised >= 4 * script.genuine;
  if (!puzzle.spelling.known || script.genuine > 0) return false;
  return puzzle.word.characters > 3 || (mixed_known_ > 0 && puzzle.word.characters > 0);
}

bool Judgement::accepts_mixed(const Puzzle& puzzle) const {
  const std::uint16_t parts = puzzle.word.parts;
  if (obfuscated_) return (parts & kSignPart) == 0 || puzzle.spelling.known;
  if (only(parts, kOurs | kOddLatin) && odd_latin_.genuine > odd_latin_.disguised)
    return false;
  if (puzzle.spelling.known && puzzle.word.characters > 2) return true;
  const bool cyrillic_inside = (parts & kCyrillic) != 0 && (parts & kOurs) != 0;
  return cyrillic_inside && scripts_[0].genuine == 0 && puzzle.word.characters > 2;
}

bool Judgement::accepts_regional(const Puzzle& puzzle) const {
  if (!only(puzzle.word.parts, kRegional | kCaselessPart)) return obfuscated_;
  if (puzzle.flags) return obfuscated_ && regional_ > 0 && puzzle.spelling.known;
  return puzzle.word.characters > 2 || obfuscated_;
}

bool Judgement::accepts(const Puzzle& puzzle, std::string_view written) const {
  const std::uint16_t parts = puzzle.word.parts;
  if (!puzzle.readable) return false;
  if (only(parts, kOurs)) return true;  // read only where marks are doubted
  if ((parts & kRegional) != 0) return accepts_regional(puzzle);
  if (only(parts, kOurs | kStyled)) {
    const bool sign = puzzle.word.characters == 1 && (is_sign(written) || styled_ == 0);
    return !sign;
  }
  if (puzzle.word.bracketed && !obfuscated_) return false;
  if (only(parts, kOurs | kMarkPart | kStyled)) {
    return obfuscated_ || puzzle.spelling.known;
  }
  if (is_foreign_word(puzzle)) return accepts_foreign(puzzle);
  const bool small_capitals = only(parts, kOurs | kCaselessPart | kStyled | kOddLatin) &&
                              (parts & kCaselessPart) != 0;
  if (small_capitals && puzzle.word.characters > 3) return true;
  return accepts_mixed(puzzle);
}

}  // namespace hearsay::text
