// Which letters a character may stand for, and what else must be known of a character.
//
//     Һ  U+04BA  h H      letter      Cyrillic, but drawn like h
//     𝐑  U+1D411 R        plain       one of a styled alphabet: certain
//     ᴜ  U+1D1C  u U      caseless    a small capital tells nothing of the case
//     ü  U+00FC  u        natural     written by people; a disguise only in a disguised
//     text
//
// Read from data/text/look_alikes.tsv; immutable, any number of threads may ask.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/base/error.h"

namespace hearsay::text {

enum class LookAlikeKind : std::uint8_t {
  kLetter,
  kPlain,
  kCaseless,
  kNatural,
  kMark,
  kSign
};

// One way to read a character, with what speaks against it (natural logarithms, 0 is
// free).
struct LetterReading {
  std::array<char, 4> letters{};  // in small letters
  std::uint8_t size = 0;
  float small_cost = 0;
  float capital_cost = 0;

  std::string_view text() const { return {letters.data(), size}; }
};

struct LookAlike {
  char32_t character = 0;
  LookAlikeKind kind = LookAlikeKind::kLetter;
  std::uint32_t first_reading = 0;
  std::uint32_t end_reading = 0;
};

// What a character asks for; ASCII is always kNone.
enum class Concern : std::uint8_t {
  kNone,     // nothing: signs, emoji, letters that compose with nothing
  kNatural,  // a Latin letter with a mark; may also begin text that was encoded twice
  kForeign,  // a letter of another script that looks like none of ours
  kEdit,     // to be taken out or replaced whatever stands around it
  kCompose,  // a mark, or not in NFC
  kSuspect,  // looks like a letter of ours
};

// What a character makes of the word it stands in; words hold the bits of all of theirs.
enum Part : std::uint16_t {
  kAscii = 1,        // letters of ASCII
  kNaturalPart = 2,  // Latin letters with marks
  kOddLatin = 4,     // Latin letters that no common orthography has: ɑ Ɩ ʋ ᴜ
  kCyrillic = 8,
  kGreek = 16,
  kOtherScript = 32,
  kStyled = 64,  // mathematical, full-width and the like
  kCaselessPart = 128,
  kMarkPart = 256,  // marks that NFC leaves
  kSignPart = 512,
  kUnreadable = 1024,  // a letter that looks like none of ours
  kRegional = 2048,    // the letters of which flags are made
};
constexpr std::uint16_t kForeignScript = kCyrillic | kGreek | kOtherScript;

class LookAlikes {
 public:
  static constexpr char32_t kEnd = 0x20000;  // characters from here on concern nobody

  static Result<LookAlikes> load(const std::filesystem::path& table);

  const LookAlike* find(char32_t character) const {
    if (character >= kEnd) return nullptr;
    const std::uint16_t row = rows_of_[character];
    return row == 0 ? nullptr : &rows_[row];
  }

  std::span<const LetterReading> readings(const LookAlike& row) const {
    return std::span(readings_).subspan(row.first_reading,
                                        row.end_reading - row.first_reading);
  }

  // The Part that a character over U+007F is; 0 when it belongs to no word.
  std::uint16_t part(char32_t character) const {
    return character < kEnd ? parts_[character] : std::uint16_t{0};
  }

  Concern concern(char32_t character) const {
    return character < kEnd ? concerns_[character] : concern_far(character);
  }

 private:
  LookAlikes();
  static Concern concern_far(char32_t character);
  void add(char32_t character, LookAlikeKind kind,
           std::span<const std::string_view> reads);

  std::vector<std::uint16_t> rows_of_;  // by character; 0 for none
  std::vector<Concern> concerns_;       // by character
  std::vector<std::uint16_t> parts_;    // by character
  std::vector<LookAlike> rows_{1};
  std::vector<LetterReading> readings_;
};

// The text with each look-alike as its first reading, to tell the language by; letters
// that people write (ü) stay. REQUIRES: bytes is UTF-8.
std::string appearance(std::string_view bytes, const LookAlikes& look_alikes);

// Characters that take no room or steer direction: taken out, but for those that are part
// of an emoji or of a script that needs them (normalise.cc decides).
bool is_invisible(char32_t character);

// A space that is not U+0020.
bool is_odd_space(char32_t character);

}  // namespace hearsay::text
