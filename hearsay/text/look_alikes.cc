// The table becomes two arrays over all characters below U+20000, so that one look tells
// whether a character concerns us at all: nearly none does.

#include "hearsay/text/look_alikes.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"

namespace hearsay::text {
namespace {

// What a rank further down the list of readings costs, and the wrong case. Tuned on the
// marked articles with tools/attack, 2026-11; its neighbours were not measured one by
// one.
constexpr float kRankCost = 1.2F;
constexpr float kCaseCost = 2.5F;      // Һ as H: it is drawn like h
constexpr float kSameCaseCost = 4.5F;  // А as a, when there is а
constexpr float kCaselessCost = 0.8F;  // few letters are capital
constexpr float kImpossible = 12.0F;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
char to_small(char c) {
  return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::optional<LookAlikeKind> parse_kind(std::string_view name) {
  if (name == "letter") return LookAlikeKind::kLetter;
  if (name == "plain") return LookAlikeKind::kPlain;
  if (name == "caseless") return LookAlikeKind::kCaseless;
  if (name == "natural") return LookAlikeKind::kNatural;
  if (name == "mark") return LookAlikeKind::kMark;
  if (name == "sign") return LookAlikeKind::kSign;
  return std::nullopt;
}

float other_case_cost(char32_t character, bool capital, LookAlikeKind kind) {
  const auto code = static_cast<UChar32>(character);
  const bool same = (capital ? u_isupper(code) : u_islower(code)) != 0;
  if (kind == LookAlikeKind::kCaseless) return capital ? 0 : kCaselessCost;
  const bool certain = kind == LookAlikeKind::kPlain || kind == LookAlikeKind::kNatural;
  if (certain) return kImpossible;
  return same ? kSameCaseCost : kCaseCost;
}

LetterReading reading_of(std::string_view read, float cost, const LookAlike& row) {
  LetterReading reading;
  reading.size = static_cast<std::uint8_t>(std::min(read.size(), reading.letters.size()));
  std::transform(read.begin(), read.begin() + reading.size, reading.letters.begin(),
                 to_small);
  const bool small = !read.empty() && is_small(read.front());
  const bool capital = !read.empty() && is_capital(read.front());
  reading.small_cost =
      cost + (capital ? other_case_cost(row.character, true, row.kind) : 0);
  reading.capital_cost =
      cost + (small ? other_case_cost(row.character, false, row.kind) : 0);
  return reading;
}

bool composes(char32_t character, const UNormalizer2* nfc) {
  const auto code = static_cast<UChar32>(character);
  std::array<UChar, 2> units{};
  int length = 0;
  U16_APPEND_UNSAFE(units.data(), length, code);
  UErrorCode status = U_ZERO_ERROR;
  const bool normal = unorm2_isNormalized(nfc, units.data(), length, &status) != 0;
  return !normal || unorm2_hasBoundaryBefore(nfc, code) == 0;
}

Concern concern_of(char32_t character, const UNormalizer2* nfc) {
  if (character < 0x80) return Concern::kNone;
  if (is_invisible(character) || is_odd_space(character) || character < 0xA0 ||
      character == 0x20E3 || character == 0x2028 || character == 0x2029) {
    return Concern::kEdit;
  }
  if (composes(character, nfc)) return Concern::kCompose;
  return u_isalpha(static_cast<UChar32>(character)) != 0 ? Concern::kForeign
                                                         : Concern::kNone;
}

std::optional<char32_t> parse_code(std::string_view cell) {
  std::uint32_t code = 0;
  if (!cell.starts_with("U+")) return std::nullopt;
  const auto [end, error] =
      std::from_chars(cell.data() + 2, cell.data() + cell.size(), code, 16);
  const bool whole = error == std::errc{} && end == cell.data() + cell.size();
  if (!whole || code < 0x80 || code >= LookAlikes::kEnd) return std::nullopt;
  return code;
}

std::uint16_t script_part(char32_t character) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(character), &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return kOddLatin;
    case USCRIPT_CYRILLIC:
      return kCyrillic;
    case USCRIPT_GREEK:
      return kGreek;
    default:
      return kOtherScript;
  }
}

// The part of a character that no row of the table reads.
std::uint16_t unread_part(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  const bool mark = (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0;
  if (is_invisible(character) || character == 0x20E3) return 0;
  if (!mark && u_isalpha(code) == 0) return 0;
  return static_cast<std::uint16_t>(script_part(character) | kUnreadable);
}

std::uint16_t part_of(char32_t character, LookAlikeKind kind) {
  constexpr char32_t kFirstRegional = 0x1F1E6;
  constexpr char32_t kLastRegional = 0x1F1FF;
  switch (kind) {
    case LookAlikeKind::kNatural:
      return kNaturalPart;
    case LookAlikeKind::kPlain:
      return kStyled;
    case LookAlikeKind::kMark:
      return kMarkPart;
    case LookAlikeKind::kSign:
      return kSignPart;
    case LookAlikeKind::kLetter:
      return script_part(character);
    case LookAlikeKind::kCaseless:
      break;
  }
  const bool regional = character >= kFirstRegional && character <= kLastRegional;
  return regional ? kRegional | kCaselessPart : kCaselessPart;
}

}  // namespace

LookAlikes::LookAlikes() : rows_of_(kEnd), concerns_(kEnd), parts_(kEnd) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  for (char32_t c = 0x80; c < kEnd; ++c) {
    concerns_[c] = concern_of(c, nfc);
    parts_[c] = unread_part(c);
  }
}

Concern LookAlikes::concern_far(char32_t character) {
  if (is_invisible(character)) return Concern::kEdit;
  const bool compatible = character >= 0x2F800 && character <= 0x2FA1F;  // not in NFC
  return compatible ? Concern::kCompose : Concern::kNone;
}

void LookAlikes::add(char32_t character, LookAlikeKind kind,
                     std::span<const std::string_view> reads) {
  LookAlike row{character, kind, static_cast<std::uint32_t>(readings_.size()), 0};
  float cost = 0;
  for (const std::string_view read : reads) {
    const LetterReading reading = reading_of(read, cost, row);
    const auto same =
        std::ranges::find(readings_.begin() + row.first_reading, readings_.end(),
                          reading.text(), &LetterReading::text);
    if (same == readings_.end()) {
      readings_.push_back(reading);
    } else {
      same->small_cost = std::min(same->small_cost, reading.small_cost);
      same->capital_cost = std::min(same->capital_cost, reading.capital_cost);
    }
    cost += kRankCost;
  }
  if (reads.empty()) readings_.emplace_back();  // a mark reads as nothing
  row.end_reading = static_cast<std::uint32_t>(readings_.size());
  rows_of_[character] = static_cast<std::uint16_t>(rows_.size());
  rows_.push_back(row);
  parts_[character] = part_of(character, kind);
  if (kind == LookAlikeKind::kNatural) {
    concerns_[character] = Concern::kNatural;
  } else if (kind != LookAlikeKind::kMark) {
    concerns_[character] = Concern::kSuspect;
  }
}

Result<LookAlikes> LookAlikes::load(const std::filesystem::path& table) {
  const Result<Tsv> rows = Tsv::load(table, {"code", "reads", "kind"});
  if (!rows) return std::unexpected(rows.error());
  LookAlikes found;
  for (const Tsv::Row& row : rows->rows()) {
    const std::optional<char32_t> code = parse_code(row.cells[0]);
    if (!code || found.rows_of_[*code] != 0 || found.rows_.size() > 0xFFFF) {
      return std::unexpected(
          rows->error_at(row, 0, "a code once, from U+0080 to U+1FFFF"));
    }
    const std::optional<LookAlikeKind> kind = parse_kind(row.cells[2]);
    if (!kind) return std::unexpected(rows->error_at(row, 2, "no kind of look-alike"));
    const std::vector<std::string_view> reads = split_list(row.cells[1]);
    if (reads.empty() != (kind == LookAlikeKind::kMark)) {
      return std::unexpected(
          rows->error_at(row, 1, "one reading at least (none for a mark)"));
    }
    found.add(*code, *kind, reads);
  }
  return found;
}

std::string appearance(std::string_view bytes, const LookAlikes& look_alikes) {
  std::string looks;
  looks.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_at(bytes, at);
    const LookAlike* row = look_alikes.find(point.value);
    if (row == nullptr || row->kind == LookAlikeKind::kNatural)
      looks.append(bytes.substr(at, point.bytes));
    else if (row->first_reading < row->end_reading)
      looks.append(look_alikes.readings(*row).front().text());
    at += point.bytes;
  }
  return looks;
}

bool is_odd_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0x2800;
}

bool is_invisible(char32_t c) {
  const bool filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
  const bool selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE01EF);
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
         filler || selector;
}

}  // namespace hearsay::text
