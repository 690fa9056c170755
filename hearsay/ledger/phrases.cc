#include "hearsay/ledger/phrases.h"

#include <algorithm>

#include "hearsay/base/token.h"

namespace hearsay::ledger {
namespace {

bool has_word(const std::string& phrase) {
  return std::ranges::any_of(tokenize(phrase), [](const Token& token) {
    return token.kind != TokenKind::kPunctuation && token.kind != TokenKind::kSymbol;
  });
}

bool is_blank(char c) {
  return (c >= 0 && c <= ' ') || c == '\x7F';
}

}  // namespace

std::vector<std::string> split_phrases(std::string_view query) {
  std::vector<std::string> phrases;
  std::string phrase;
  const auto finish = [&] {
    if (has_word(phrase)) phrases.push_back(phrase);
    phrase.clear();
  };
  bool quoted = false;
  for (const char c : query) {
    if (c == '"') {
      finish();
      quoted = !quoted;
    } else if (!is_blank(c)) {
      phrase += c;
    } else if (quoted) {
      phrase += ' ';
    } else {
      finish();
    }
  }
  finish();
  return phrases;
}

}  // namespace hearsay::ledger
