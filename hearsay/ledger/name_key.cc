#include "hearsay/ledger/name_key.h"

#include "hearsay/base/fold.h"

namespace hearsay::ledger {
namespace {

// Everything outside ASCII counts as a letter: it is one in nearly every name.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

void take_blank(std::optional<std::string>& name) {
  if (name && name_key(*name).empty()) name.reset();
}

}  // namespace

std::string name_key(std::string_view name) {
  std::string key;
  bool in_word = false;
  for (const char c : fold(name)) {
    const bool word = is_word_byte(c);
    if (word && !in_word) key += ' ';
    if (word) key += c;
    in_word = word;
  }
  return key;
}

Filter without_blanks(Filter filter) {
  take_blank(filter.player);
  take_blank(filter.to);
  take_blank(filter.from);
  take_blank(filter.origin);
  return filter;
}

}  // namespace hearsay::ledger
