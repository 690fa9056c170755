#include "hearsay/cli/edits.h"

#include <algorithm>
#include <string_view>

namespace hearsay::cli {
namespace {

bool is_word(const Token& token) {
  return token.kind != TokenKind::kPunctuation && token.kind != TokenKind::kSymbol;
}

// Something was changed in the token; a blank taken out beside it was not in it.
bool touches(TextSpan repair, TextSpan token) {
  if (repair.empty()) return token.begin < repair.begin && repair.begin < token.end;
  return repair.overlaps(token);
}

// The span with all of the tokens that it touches. `first` is moved up to the first token
// that ends behind the span's begin.
TextSpan around(TextSpan span, const std::vector<Token>& tokens, std::size_t& first) {
  while (first < tokens.size() && tokens[first].span.end <= span.begin) ++first;
  TextSpan whole = span;
  for (std::size_t i = first; i < tokens.size() && touches(span, tokens[i].span); ++i) {
    whole.begin = std::min(whole.begin, tokens[i].span.begin);
    whole.end = std::max(whole.end, tokens[i].span.end);
  }
  return whole;
}

// Nothing but what may stand between two words of one phrase.
bool joins(std::string_view text) {
  return text.find_first_not_of(" \t-'") == std::string_view::npos;
}

// What stood in `span` before: its bytes with what the repairs replaced put back. Where
// one repair was made on top of another, the first one knows what the document had.
std::string old_text(const Restored& restored, TextSpan span, std::size_t& next) {
  std::string old;
  std::size_t at = span.begin;
  const std::vector<Repair>& repairs = restored.repairs;
  for (; next < repairs.size() && repairs[next].span.begin <= span.end; ++next) {
    const Repair& repair = repairs[next];
    if (repair.span.begin < at || repair.span.end > span.end) continue;
    old.append(restored.bytes, at, repair.span.begin - at).append(repair.from);
    at = repair.span.end;
  }
  return old.append(restored.bytes, at, span.end - at);
}

}  // namespace

std::vector<Edit> edits_of(const Restored& restored, const std::vector<Token>& tokens) {
  const std::string_view bytes = restored.bytes;
  std::vector<Edit> edits;
  std::size_t first = 0;
  for (const Repair& repair : restored.repairs) {
    const TextSpan span = around(repair.span, tokens, first);
    if (edits.empty()) {
      edits.push_back({span, {}});
      continue;
    }
    TextSpan& last = edits.back().span;
    const bool apart =
        span.begin > last.end && !joins(bytes.substr(last.end, span.begin - last.end));
    if (apart) {
      edits.push_back({span, {}});
    } else {
      last.begin = std::min(last.begin, span.begin);
      last.end = std::max(last.end, span.end);
    }
  }
  std::size_t next = 0;
  for (Edit& edit : edits) edit.old = old_text(restored, edit.span, next);
  return edits;
}

std::size_t count_words(const std::vector<Token>& tokens) {
  return static_cast<std::size_t>(std::ranges::count_if(tokens, is_word));
}

std::size_t count_repaired_words(const Restored& restored,
                                 const std::vector<Token>& tokens) {
  std::size_t count = 0;
  auto repair = restored.repairs.begin();
  for (const Token& token : tokens) {
    while (repair != restored.repairs.end() && repair->span.end <= token.span.begin) {
      ++repair;
    }
    if (repair == restored.repairs.end()) break;
    if (is_word(token) && touches(repair->span, token.span)) ++count;
  }
  return count;
}

}  // namespace hearsay::cli
