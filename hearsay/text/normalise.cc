// What looks invisible may be needed: a joiner makes one emoji of several and shapes
// Persian and Indic words, a variation selector belongs to its sign. Those stay; between
// letters of ours they are noise.

#include "hearsay/text/normalise.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "hearsay/base/utf8.h"
#include "hearsay/text/look_alikes.h"
#include "hearsay/text/mojibake.h"
#include "hearsay/text/survey.h"

namespace hearsay::text {
namespace {

constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kEmojiSelector = 0xFE0F;

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status);
}

// Scripts whose words are written with joiners and non-joiners.
bool needs_joiners(char32_t c) {
  const UScriptCode script = script_of(c);
  return script != USCRIPT_LATIN && script != USCRIPT_CYRILLIC &&
         script != USCRIPT_GREEK && script != USCRIPT_COMMON &&
         script != USCRIPT_INHERITED && u_isalpha(static_cast<UChar32>(c));
}

bool is_mark(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_emoji(char32_t c) {
  return c >= 0xA9 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI) != 0;
}

class Normaliser {
 public:
  Normaliser(std::string_view bytes, const Entities& entities)
      : bytes_(bytes), entities_(entities), out_(bytes) {}

  std::optional<Rewritten> run() && {
    for (at_ = skip_plain(bytes_, 0); at_ < bytes_.size();
         at_ = skip_plain(bytes_, at_)) {
      const auto lead = static_cast<unsigned char>(bytes_[at_]);
      if (lead < 0x80)
        take_ascii(bytes_[at_]);
      else
        take(decode_at(bytes_, at_));
    }
    if (!out_.changed()) return std::nullopt;
    return std::move(out_).finish();
  }

 private:
  void put(std::size_t size, std::string_view made, RepairKind kind) {
    out_.replace(at_, at_ + size, made, kind);
    at_ += size;
  }

  void take_ascii(char c) {
    if (c == '&') {
      const auto entity = entities_.find(bytes_, at_);
      if (entity)
        put(entity->bytes, entity->characters, RepairKind::kEntity);
      else
        ++at_;
    } else if (c == '\r') {
      const bool pair = at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '\n';
      out_.change(at_, at_ + 1, pair ? "" : "\n");
      ++at_;
    } else if (c == '\v' || c == '\f') {
      put(1, "\n", RepairKind::kForm);
    } else {
      put(1, "", RepairKind::kInvisible);
    }
  }

  void take(const CodePoint& point) {
    const char32_t c = point.value;
    if (c < 0xA0) {
      std::string character;
      append_utf8(character, from_windows_1252(static_cast<unsigned char>(c)));
      put(point.bytes, character, RepairKind::kEncoding);
    } else if (is_odd_space(c)) {
      put(point.bytes, " ", RepairKind::kForm);
    } else if (c == 0x2028 || c == 0x2029) {
      put(point.bytes, "\n", RepairKind::kForm);
    } else if (may_lead_mojibake(c)) {
      take_lead(point);
    } else if (c == kKeycap || c == kEmojiSelector) {
      take_behind_sign(point);
    } else if (is_invisible(c) && !is_needed(point)) {
      put(point.bytes, "", RepairKind::kInvisible);
    } else {
      at_ += point.bytes;
    }
  }

  void take_lead(const CodePoint& point) {
    const auto twice = find_twice_encoded(bytes_, at_);
    if (!twice) {
      at_ += point.bytes;
      return;
    }
    std::string character;
    if (twice->character == 0xA0)
      character = " ";
    else if (!is_invisible(twice->character))
      append_utf8(character, twice->character);
    put(twice->bytes, character, RepairKind::kEncoding);
  }

  // A keycap or a selector: "1⃣0⃣0⃣" is a number in disguise, "1️⃣ first" is a sign.
  void take_behind_sign(const CodePoint& point) {
    const char32_t base = key_before(at_);
    const bool key = base < 0x80 && u_isalnum(static_cast<UChar32>(base)) != 0;
    const bool selects = is_emoji(base) || base == '#' || base == '*' ||
                         (key && keycap_follows(at_ + point.bytes));
    const bool sign = point.value == kKeycap || selects;
    const bool stays = sign && (!key || !stands_in_row());
    if (stays) {
      at_ += point.bytes;
    } else {
      put(point.bytes, "", key ? RepairKind::kForm : RepairKind::kInvisible);
    }
  }

  bool keycap_follows(std::size_t at) const {
    return at < bytes_.size() && decode_at(bytes_, at).value == kKeycap;
  }

  // Whether the keycap at or behind at_ has a letter or digit right beside it.
  bool stands_in_row() const {
    std::size_t end = at_;
    while (end < bytes_.size()) {
      const CodePoint next = decode_at(bytes_, end);
      if (next.value != kKeycap && next.value != kEmojiSelector) break;
      end += next.bytes;
    }
    const bool behind =
        end < bytes_.size() &&
        u_isalnum(static_cast<UChar32>(decode_at(bytes_, end).value)) != 0;
    std::size_t key = at_;
    while (key > 0) {
      key = floor_boundary(bytes_, key - 1);
      if (static_cast<unsigned char>(bytes_[key]) < 0x80) break;
    }
    const char32_t left = before(key);
    const char32_t joined =
        left == kKeycap ? key_before(floor_boundary(bytes_, key - 1)) : left;
    return behind || u_isalnum(static_cast<UChar32>(joined)) != 0;
  }

  // What stands before, selectors not counted.
  char32_t key_before(std::size_t at) const {
    const char32_t left = before(at);
    return left == kEmojiSelector ? before(floor_boundary(bytes_, at - 1)) : left;
  }

  char32_t before(std::size_t at) const {
    return at == 0 ? U' ' : decode_at(bytes_, floor_boundary(bytes_, at - 1)).value;
  }

  // Whether an invisible character does its work where it stands.
  bool is_needed(const CodePoint& point) const {
    const char32_t left = before(at_);
    const std::size_t end = at_ + point.bytes;
    const char32_t right = end < bytes_.size() ? decode_at(bytes_, end).value : U' ';
    const char32_t c = point.value;
    if (c == 0x200D) {
      const bool emoji = (is_emoji(left) || left == kEmojiSelector) && is_emoji(right);
      return emoji || ((needs_joiners(left) || is_mark(left)) && needs_joiners(right));
    }
    if (c == 0x200C)
      return (needs_joiners(left) || is_mark(left)) && needs_joiners(right);
    if (is_between(c, 0xE0020, 0xE007F)) return is_flag_tag();
    if (is_between(c, 0xFE00, 0xFE0E))
      return left >= 0xA9 && script_of(left) == USCRIPT_COMMON;
    if (is_between(c, 0xE0100, 0xE01EF)) return script_of(left) == USCRIPT_HAN;
    const bool filler = c == 0x115F || c == 0x1160;
    return filler &&
           (script_of(left) == USCRIPT_HANGUL || script_of(right) == USCRIPT_HANGUL);
  }

  // Tags spell the flags of England, Scotland and Wales behind a black flag.
  bool is_flag_tag() const {
    std::size_t at = at_;
    for (int steps = 0; steps < 8 && at > 0; ++steps) {
      at = floor_boundary(bytes_, at - 1);
      const char32_t c = decode_at(bytes_, at).value;
      if (c == 0x1F3F4) return true;
      if (!is_between(c, 0xE0020, 0xE007F)) return false;
    }
    return false;
  }

  std::string_view bytes_;
  const Entities& entities_;
  Rewriting out_;
  std::size_t at_ = 0;
};

const UNormalizer2* nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return unorm2_getNFCInstance(&status);
}

// Marks on one letter beyond what any writing has are noise, and would cost more than
// linear time.
constexpr std::size_t kMostMarks = 32;

std::string composed(std::string_view piece) {
  std::vector<UChar> units(piece.size() + 1);
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &length,
                piece.data(), static_cast<std::int32_t>(piece.size()), &status);
  std::vector<UChar> normal(units.size() * 3 + 8);
  const std::int32_t size =
      unorm2_normalize(nfc(), units.data(), length, normal.data(),
                       static_cast<std::int32_t>(normal.size()), &status);
  std::string made(static_cast<std::size_t>(size) * 3, '\0');
  std::int32_t bytes = 0;
  u_strToUTF8(made.data(), static_cast<std::int32_t>(made.size()), &bytes, normal.data(),
              size, &status);
  if (U_FAILURE(status)) return std::string(piece);
  made.resize(static_cast<std::size_t>(bytes));
  return made;
}

bool starts_run(char32_t c) {
  return c < 0x300 || unorm2_hasBoundaryBefore(nfc(), static_cast<UChar32>(c)) != 0;
}

}  // namespace

std::optional<Rewritten> normalise(std::string_view bytes, const Entities& entities) {
  return Normaliser(bytes, entities).run();
}

std::optional<Rewritten> compose(std::string_view bytes) {
  Rewriting out(bytes);
  std::size_t begin = 0;
  while (begin < bytes.size()) {
    const CodePoint first = decode_at(bytes, begin);
    std::size_t end = begin + first.bytes;
    std::size_t kept = end;  // where the marks that are kept end
    std::size_t marks = first.value < 0x300 ? 0 : 1;
    while (end < bytes.size()) {
      const CodePoint next = decode_at(bytes, end);
      if (starts_run(next.value)) break;
      end += next.bytes;
      if (++marks <= kMostMarks) kept = end;
    }
    if (marks > 0) {
      const std::string_view piece = bytes.substr(begin, kept - begin);
      const std::string made = composed(piece);
      if (made != piece) out.replace(begin, kept, made, RepairKind::kForm);
      if (kept < end) out.replace(kept, end, "", RepairKind::kInvisible);
    }
    begin = end;
  }
  if (!out.changed()) return std::nullopt;
  return std::move(out).finish();
}

}  // namespace hearsay::text
