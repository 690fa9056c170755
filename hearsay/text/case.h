// Small and capital letters, and the shape a word has by them: word, Word, WORD,
// McTominay.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::text {

enum class Shape : std::uint8_t { kSmall, kCapital, kCapitals, kMixed };

bool is_letter(char32_t character);
bool is_capital(char32_t character);
char32_t to_small(char32_t character);
char32_t to_capital(char32_t character);

// REQUIRES (of all below): word is UTF-8.
std::string to_small(std::string_view word);
std::string without_marks(std::string_view word);  // "gündoğan" → "gundogan"
Shape shape_of(std::string_view word);             // a single capital letter is kCapital

// Where the run of letters that starts at `at` ends; `at` when no letter stands there.
std::size_t word_end(std::string_view bytes, std::size_t at);

}  // namespace hearsay::text
