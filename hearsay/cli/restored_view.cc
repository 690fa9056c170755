#include "hearsay/cli/restored_view.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "hearsay/base/json.h"
#include "hearsay/base/token.h"
#include "hearsay/base/utf8.h"
#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/display_width.h"
#include "hearsay/cli/edits.h"

namespace hearsay::cli {
namespace {

constexpr std::size_t kLongContext = 200;  // bytes between two repairs of a line
constexpr std::size_t kShownContext = 80;  // of them, on each side

struct Noun {
  std::string_view one;
  std::string_view many;
};

constexpr std::array<Noun, RepairTally::kKinds> kPlaces = {{
    {"look-alike", "look-alikes"},
    {"split word", "split words"},
    {"invisible character", "invisible characters"},
    {"wrong encoding", "wrong encodings"},
    {"left-over entity", "left-over entities"},
    {"odd form", "odd forms"},
}};

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// What is shown by its number, because it shows nothing of itself.
bool is_unseen(char32_t c) {
  return (c < 0x20 && c != '\t') || is_between(c, 0x7F, 0xA0) || c == 0xAD ||
         c == 0x34F || c == 0x61C || is_between(c, 0x115F, 0x1160) || c == 0x1680 ||
         is_between(c, 0x180B, 0x180E) || is_between(c, 0x2000, 0x200F) ||
         is_between(c, 0x2028, 0x202F) || is_between(c, 0x205F, 0x206F) || c == 0x2800 ||
         c == 0x3000 || c == 0x3164 || is_between(c, 0xFE00, 0xFE0F) || c == 0xFEFF ||
         c == 0xFFA0 || is_between(c, 0xFFF9, 0xFFFB) || is_between(c, 0xE0000, 0xE0FFF);
}

// "Ra<U+200B>mos", "M<E1>laga": safe for a terminal, and nothing hides in it.
std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = decode_at(text, at);
    if (!next.valid) {
      out += fmt::format("<{:02X}>", static_cast<unsigned char>(text[at]));
    } else if (is_unseen(next.value)) {
      out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(next.value));
    } else {
      append_utf8(out, next.value);
    }
    at += next.bytes;
  }
  return out;
}

class Diff {
 public:
  Diff(const Restored& restored, const Terminal& terminal)
      : bytes_(restored.bytes), terminal_(terminal) {}

  void add(const Edit& edit) {
    if (line_open_ && bytes_.substr(at_, edit.span.begin - at_).contains('\n')) close();
    if (line_open_) {
      add_context(edit.span.begin, true, true);
    } else {
      open(edit.span.begin);
    }
    add_mark("[-", visible(edit.old), "-]", Style::kBad);
    const std::string_view made = slice(bytes_, edit.span);
    add_mark("{+", made.contains('\n') ? visible(made) : printable_lines(made), "+}",
             Style::kGood);
    at_ = edit.span.end;
  }

  std::string finish() && {
    if (line_open_) close();
    return std::move(out_);
  }

 private:
  void open(std::size_t edit) {
    const std::size_t end = edit == 0 ? bytes_.npos : bytes_.rfind('\n', edit - 1);
    const std::size_t begin = end == bytes_.npos ? 0 : end + 1;
    line_ += static_cast<std::size_t>(
        std::ranges::count(bytes_.substr(counted_, begin - counted_), '\n'));
    counted_ = begin;
    out_ += styled(std::to_string(line_) + ":", Style::kDim, terminal_) + " ";
    at_ = begin;
    line_open_ = true;
    add_context(edit, false, true);
  }

  void close() {
    add_context(std::min(bytes_.find('\n', at_), bytes_.size()), true, false);
    out_ += '\n';
    line_open_ = false;
  }

  // What stands unchanged up to `end`; of much of it only what is near a repair.
  void add_context(std::size_t end, bool repair_before, bool repair_behind) {
    const std::string_view text = bytes_.substr(at_, end - at_);
    if (text.size() <= kLongContext) {
      out_ += printable_lines(text);
      return;
    }
    const std::string_view ellipsis = signs(terminal_).ellipsis;
    if (repair_before) {
      const std::size_t shown = floor_boundary(text, kShownContext);
      out_.append(printable_lines(text.substr(0, shown)));
    }
    out_.append(ellipsis);
    if (repair_behind) {
      const std::size_t from = floor_boundary(text, text.size() - kShownContext);
      out_.append(printable_lines(text.substr(from)));
    }
  }

  void add_mark(std::string_view open, const std::string& text, std::string_view close,
                Style style) {
    if (text.empty()) return;
    if (terminal_.colour) {
      out_ += styled(text, style, terminal_);
    } else {
      out_.append(open).append(text).append(close);
    }
  }

  std::string_view bytes_;
  const Terminal& terminal_;
  std::string out_;
  bool line_open_ = false;
  std::size_t at_ = 0;       // what was shown up to here
  std::size_t counted_ = 0;  // up to here the lines were counted
  std::size_t line_ = 1;     // that begins at counted_
};

std::string whose(const RepairTally& tally) {
  return tally.documents == 1 ? printable(tally.uri)
                              : counted(tally.documents, "document");
}

std::string print_places(const RepairTally& tally) {
  std::string out;
  for (std::size_t kind = 0; kind < kPlaces.size(); ++kind) {
    const std::size_t count = tally.places[kind];
    if (count == 0) continue;
    const std::string_view noun = count == 1 ? kPlaces[kind].one : kPlaces[kind].many;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, noun);
  }
  return out;
}

std::string print_intent(const RepairTally& tally) {
  if (tally.obfuscated == 0) return {};
  if (tally.documents == 1) return "; somebody meant to hide this text";
  return fmt::format("; {} of them meant to be hidden", tally.obfuscated);
}

Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json();
}

Json repair_of(const Restored& restored, const Repair& repair) {
  const RawSpan raw = restored.raw(repair);
  Json object = Json::object();
  object.set("kind", to_string(repair.kind));
  object.set("from", repair.from);
  object.set("to", slice(std::string_view(restored.bytes), repair.span));
  object.set("begin", repair.span.begin);
  object.set("end", repair.span.end);
  object.set("raw_begin", raw.begin);
  object.set("raw_end", raw.end);
  return object;
}

}  // namespace

void RepairTally::add(const Restored& restored) {
  const std::vector<Token> tokens = tokenize(restored.bytes);
  if (documents == 0) uri = restored.document.imprint.uri;
  ++documents;
  words += count_words(tokens);
  repaired_words += count_repaired_words(restored, tokens);
  obfuscated += restored.obfuscated ? 1 : 0;
  for (const Repair& repair : restored.repairs) {
    ++places.at(static_cast<std::size_t>(repair.kind));
  }
}

std::string print_summary(const RepairTally& tally, const Terminal& terminal) {
  const std::string places = print_places(tally);
  std::string out = styled(whose(tally) + ":", Style::kBold, terminal);
  if (places.empty()) return out + " nothing to repair\n";
  out += fmt::format(" {} of {} repaired: {}", tally.repaired_words,
                     counted(tally.words, "word"), places);
  return out + styled(print_intent(tally), Style::kFair, terminal) + "\n";
}

std::string print_diff(const Restored& restored, const Terminal& terminal) {
  if (restored.repairs.empty()) return {};
  RepairTally tally;
  tally.add(restored);
  Diff diff(restored, terminal);
  for (const Edit& edit : edits_of(restored, tokenize(restored.bytes))) diff.add(edit);
  return print_summary(tally, terminal) + std::move(diff).finish() + "\n";
}

std::string print_json(const Restored& restored) {
  constexpr double kDigits = 1e4;  // of the share
  const Imprint& imprint = restored.document.imprint;
  Json object = Json::object();
  object.set("uri", imprint.uri);
  object.set("title", or_null(imprint.title));
  object.set("outlet", or_null(imprint.outlet));
  object.set("published_on",
             imprint.published ? Json(print(*imprint.published)) : Json());
  object.set("language", or_null(restored.language));
  object.set("encoding", or_null(restored.encoding));
  object.set("obfuscated", restored.obfuscated);
  object.set("repaired_share", std::round(restored.repaired_share * kDigits) / kDigits);
  Json& repairs = object.set("repairs", Json::array());
  for (const Repair& repair : restored.repairs) {
    repairs.push(repair_of(restored, repair));
  }
  object.set("text", restored.bytes);
  return print(object);
}

}  // namespace hearsay::cli
