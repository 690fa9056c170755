// Three characters tell: a block of sixteen is compared with itself shifted by one and by
// two, so that sixteen places are judged at once.
//
//     .o.  -o-             letters that are parted
//     aI   _Ia             a capital inside a word, or one that may be l at its start
//     a1a  a11  a1_  _1a   a digit inside a word, or at its edge
//     rn   vv              two letters for one
//     _ln                 l before a consonant at the start of a word

#include "hearsay/text/trick_places.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace hearsay::text {
namespace {

constexpr std::string_view kConsonants = "bcdfgkmnprstvxz";

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z');
}
bool is_wordly(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_parting(char c) {
  return c == '.' || c == '-' || c == '_' || c == '*';
}

// A digit that may stand for a letter: inside a word, at its end, or at its start.
bool is_digit_place(char first, char third) {
  if (is_letter(first))
    return is_letter(third) || third == '0' || third == '1' || !is_wordly(third);
  return !is_wordly(first) && is_letter(third);
}

bool is_place(char first, char second, char third) {
  if (first == third && is_parting(first)) return is_letter(second) || second < 0;
  if (second == 'I') return is_small(first) || (!is_wordly(first) && is_small(third));
  if (second == '0' || second == '1') return is_digit_place(first, third);
  if (second == 'l')
    return !is_wordly(first) && kConsonants.find(third) != std::string_view::npos;
  return (first == 'r' && second == 'n') ||
         (first == second && (first == 'v' || first == 'V'));
}

#if defined(__SSE2__)
__m128i load(const char* at) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));  // NOLINT
}
__m128i is(__m128i block, char c) {
  return _mm_cmpeq_epi8(block, _mm_set1_epi8(c));
}
__m128i both(__m128i a, __m128i b) {
  return _mm_and_si128(a, b);
}
__m128i either(__m128i a, __m128i b) {
  return _mm_or_si128(a, b);
}

// One bit for each of 16 places that may be one; is_place has the last word.
unsigned likely_places(const char* at) {
  const __m128i first = load(at);
  const __m128i second = load(at + 1);
  const __m128i third = load(at + 2);
  const __m128i sign = either(either(is(first, '.'), is(first, '-')),
                              either(is(first, '_'), is(first, '*')));
  const __m128i parted = both(sign, _mm_cmpeq_epi8(first, third));
  const __m128i swapped =
      either(is(second, 'I'), either(is(second, '0'), is(second, '1')));
  const __m128i inside = both(swapped, _mm_cmpgt_epi8(first, _mm_set1_epi8('@')));
  const __m128i blank = _mm_cmplt_epi8(first, _mm_set1_epi8('0'));
  const __m128i begins = both(blank, both(either(swapped, is(second, 'l')),
                                          _mm_cmpgt_epi8(third, _mm_set1_epi8('@'))));
  const __m128i vees = either(is(first, 'v'), is(first, 'V'));
  const __m128i pairs = either(both(is(first, 'r'), is(second, 'n')),
                               both(vees, _mm_cmpeq_epi8(first, second)));
  return static_cast<unsigned>(
      _mm_movemask_epi8(either(either(parted, inside), either(begins, pairs))));
}
#endif

}  // namespace

std::size_t next_trick(std::string_view bytes, std::size_t at) {
  if (at == 0 && bytes.size() > 1 && is_place(' ', bytes[0], bytes[1])) return 0;
#if defined(__SSE2__)
  for (; at + 18 <= bytes.size(); at += 16) {
    for (unsigned likely = likely_places(bytes.data() + at); likely != 0;
         likely &= likely - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(likely));
      if (is_place(bytes[place], bytes[place + 1], bytes[place + 2])) return place;
    }
  }
#endif
  for (; at + 1 < bytes.size(); ++at) {
    const char third = at + 2 < bytes.size() ? bytes[at + 2] : ' ';
    if (is_place(bytes[at], bytes[at + 1], third)) return at;
  }
  return bytes.size();
}

}  // namespace hearsay::text
