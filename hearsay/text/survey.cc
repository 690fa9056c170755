#include "hearsay/text/survey.h"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "hearsay/base/utf8.h"
#include "hearsay/text/mojibake.h"

namespace hearsay::text {
namespace {

bool is_plain(char c) {
  return (c >= 0x20 && c < 0x7F && c != '&') || c == '\n' || c == '\t';
}

class Surveyor {
 public:
  Surveyor(std::string_view bytes, const LookAlikes& look_alikes)
      : bytes_(bytes), look_alikes_(look_alikes) {}

  Survey run() && {
    for (at_ = skip_plain(bytes_, 0); at_ < bytes_.size();
         at_ = skip_plain(bytes_, at_)) {
      if (static_cast<unsigned char>(bytes_[at_]) < 0x80) {
        found_.edits = true;  // '&' may begin an entity; controls are taken out
        ++at_;
      } else {
        judge_run();
      }
    }
    return found_;
  }

 private:
  // Characters over U+007F come together in most languages.
  void judge_run() {
    while (at_ < bytes_.size() && static_cast<unsigned char>(bytes_[at_]) >= 0x80) {
      judge(decode_at(bytes_, at_));
    }
  }

  void judge(const CodePoint& point) {
    found_.valid = found_.valid && point.valid;
    if (point.valid) {
      found_.edits = found_.edits || is_mojibake_lead(point.value);
      judge(look_alikes_.concern(point.value));
    }
    at_ += point.bytes;
  }

  void judge(Concern concern) {
    switch (concern) {
      case Concern::kNone:
      case Concern::kForeign:
        return;
      case Concern::kNatural:
        ++found_.naturals;
        return;
      case Concern::kEdit:
        found_.edits = true;
        return;
      case Concern::kCompose:
        found_.compose = found_.suspects = true;
        return;
      case Concern::kSuspect:
        found_.suspects = true;
        return;
    }
  }

  // Double encoding shows as such a letter with another character over 0x7F behind it.
  bool is_mojibake_lead(char32_t character) const {
    const std::size_t next = at_ + 2;
    return may_lead_mojibake(character) && next < bytes_.size() &&
           static_cast<unsigned char>(bytes_[next]) >= 0x80;
  }

  std::string_view bytes_;
  const LookAlikes& look_alikes_;
  std::size_t at_ = 0;
  Survey found_;
};

#if defined(__SSE2__)
// One bit for each of 16 bytes that is not plain.
unsigned odd_bytes(const char* at) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));  // NOLINT
  const __m128i low =
      _mm_cmplt_epi8(block, _mm_set1_epi8(0x20));  // signed: over 0x7F too
  const __m128i white = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('\n')),
                                     _mm_cmpeq_epi8(block, _mm_set1_epi8('\t')));
  const __m128i sign = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('&')),
                                    _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F)));
  const __m128i odd = _mm_or_si128(_mm_andnot_si128(white, low), sign);
  return static_cast<unsigned>(_mm_movemask_epi8(odd));
}
#endif

}  // namespace

std::size_t skip_plain(std::string_view bytes, std::size_t at) {
#if defined(__SSE2__)
  for (; at + 16 <= bytes.size(); at += 16) {
    const unsigned odd = odd_bytes(bytes.data() + at);
    if (odd != 0) return at + static_cast<std::size_t>(std::countr_zero(odd));
  }
#endif
  while (at < bytes.size() && is_plain(bytes[at])) ++at;
  return at;
}

Survey survey(std::string_view bytes, const LookAlikes& look_alikes) {
  return Surveyor(bytes, look_alikes).run();
}

}  // namespace hearsay::text
