// Nearly all words of nearly all texts are plain: ASCII letters up to a blank, a comma or
// a point with a blank behind it. They are taken in one pass over their bytes, which
// folds and hashes on the way; everything else goes the long way round, which knows of
// marks, apostrophes, domains and emoji. Both give the same tokens, for whatever bytes.

#include "hearsay/base/token.h"

#include <array>

#include "hearsay/base/utf8.h"

namespace hearsay {
namespace {

enum class Class : std::uint8_t {
  kSpace,
  kLetter,
  kMark,
  kDigit,
  kApostrophe,
  kPunctuation,
  kSymbol
};

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kKeycap = 0x20E3;

bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

Class class_of_ascii(char32_t c) {
  if (is_between(c, 'a', 'z') || is_between(c, 'A', 'Z')) return Class::kLetter;
  if (is_between(c, '0', '9')) return Class::kDigit;
  if (c == ' ' || is_between(c, '\t', '\r')) return Class::kSpace;
  if (c == '\'') return Class::kApostrophe;
  if (c < 0x20 || c == 0x7F || c == '$' || c == '^' || c == '`' || c == '|' || c == '~') {
    return Class::kSymbol;
  }
  return Class::kPunctuation;
}

// What a byte is to a plain word.
enum Plain : std::uint8_t {
  kNotPlain = 0,  // not ASCII, or something that may go on: ' - : @ #
  kPlainLetter = 1,
  kPlainCapital = 2,
  kPlainDigit = 3,
  kPlainSpace = 4,
  kPlainSign = 5,   // stands alone
  kPlainPoint = 6,  // stands alone when a blank follows
};

constexpr std::array<Plain, 256> make_plain() {
  std::array<Plain, 256> plain{};
  for (std::size_t c = 0x21; c < 0x7F; ++c) plain[c] = kPlainSign;
  for (std::size_t c = 'a'; c <= 'z'; ++c) plain[c] = kPlainLetter;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) plain[c] = kPlainCapital;
  for (std::size_t c = '0'; c <= '9'; ++c) plain[c] = kPlainDigit;
  for (const char c : {'\'', '-', ':', '@', '#', '$', '^', '`', '|', '~'}) {
    plain[static_cast<unsigned char>(c)] = kNotPlain;
  }
  plain[' '] = kPlainSpace;
  for (std::size_t c = '\t'; c <= '\r'; ++c) plain[c] = kPlainSpace;
  plain['.'] = kPlainPoint;
  plain[','] = kPlainPoint;
  return plain;
}
constexpr std::array<Plain, 256> kPlain = make_plain();

// A letter is what is nothing else: scripts are many, signs are few.
Class class_of(char32_t c) {
  if (c < 0x80) return class_of_ascii(c);
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC) return Class::kApostrophe;
  if (c == 0xA0 || c == 0x85 || c == 0x1680 || is_between(c, 0x2000, 0x200A) ||
      c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000) {
    return Class::kSpace;
  }
  if (is_between(c, 0x300, 0x36F) || c == 0x200C) return Class::kMark;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return Class::kLetter;
  if (c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB ||
      c == 0xBF || is_between(c, 0x2010, 0x2027) || is_between(c, 0x2030, 0x205E) ||
      is_between(c, 0x3001, 0x3003) || is_between(c, 0x3008, 0x3011)) {
    return Class::kPunctuation;
  }
  if (is_between(c, 0x80, 0xBF) || c == 0xD7 || c == 0xF7 ||
      is_between(c, 0x200B, 0x206F) || is_between(c, 0x20A0, 0x20FF) ||
      is_between(c, 0x2100, 0x2BFF) || c == 0xFFFD || is_between(c, 0xFE00, 0xFE0F) ||
      is_between(c, 0x1F000, 0x1FAFF) || is_between(c, 0xE0000, 0xE0FFF)) {
    return Class::kSymbol;
  }
  return Class::kLetter;
}

bool is_capital(char32_t c) {
  if (c < 0x80) return is_between(c, 'A', 'Z');
  if (is_between(c, 0xC0, 0xDE)) return c != 0xD7;
  if (is_between(c, 0x100, 0x17F)) {
    const bool odd_is_capital =
        is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17E);
    return ((c & 1) == 1) == odd_is_capital && c != 0x138 && c != 0x131;
  }
  if (is_between(c, 0x1E00, 0x1EFF)) return (c & 1) == 0;
  return is_between(c, 0x391, 0x3A9) || is_between(c, 0x400, 0x42F) || c == 0x18F ||
         c == 0x1A0 || c == 0x1AF || c == 0x218 || c == 0x21A;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view bytes) : bytes_(bytes) {
    tokens_.reserve(bytes.size() / 5 + 1);
  }

  std::vector<Token> run() && {
    while (at_ < bytes_.size()) {
      if (!take_plain()) step();
    }
    return std::move(tokens_);
  }

 private:
  Plain plain_at(std::size_t at) const {
    return kPlain[static_cast<unsigned char>(bytes_[at])];
  }

  // Whether the token that ends before `end` surely ends there.
  bool ends_plainly(std::size_t end) const {
    if (end >= bytes_.size()) return true;
    const Plain next = plain_at(end);
    if (next == kPlainSpace || next == kPlainSign) return true;
    return next == kPlainPoint &&
           (end + 1 >= bytes_.size() || plain_at(end + 1) == kPlainSpace);
  }

  // Takes a blank, a sign or a word the short way; false where that is not enough.
  bool take_plain() {
    const Plain first = plain_at(at_);
    switch (first) {
      case kPlainSpace:
        ++at_;
        space_ = true;
        return true;
      case kPlainSign:
      case kPlainPoint:
        push_plain(at_ + 1, take_in(kNoWordKey, static_cast<unsigned char>(bytes_[at_])),
                   TokenKind::kPunctuation);
        return true;
      case kPlainLetter:
      case kPlainCapital:
      case kPlainDigit:
        return take_plain_word(first);
      case kNotPlain:
        break;
    }
    return false;
  }

  bool take_plain_word(Plain first) {
    WordKey key = kNoWordKey;
    std::size_t digits = 0;
    std::size_t capitals = 0;
    std::size_t end = at_;
    for (; end < bytes_.size(); ++end) {
      const auto byte = static_cast<unsigned char>(bytes_[end]);
      const Plain plain = kPlain[byte];
      if (plain < kPlainLetter || plain > kPlainDigit) break;
      const bool capital = plain == kPlainCapital;
      digits += plain == kPlainDigit ? 1 : 0;
      capitals += capital ? 1 : 0;
      key = take_in(key, static_cast<unsigned char>(byte | (capital ? 0x20U : 0U)));
    }
    if (!ends_plainly(end)) return false;
    const bool number = first == kPlainDigit;
    const std::size_t letters = end - at_ - digits;
    push_plain(end, key, number ? TokenKind::kNumber : TokenKind::kWord);
    if (!number) {
      tokens_.back().capital = first == kPlainCapital;
      tokens_.back().all_capitals = letters >= 2 && capitals == letters;
    }
    return true;
  }

  void push_plain(std::size_t end, WordKey key, TokenKind kind) {
    tokens_.push_back({{at_, end}, key, kind, space_, false, false});
    at_ = end;
    space_ = false;
  }

  struct Seen {
    Class kind = Class::kSpace;
    CodePoint point;
  };

  Seen look(std::size_t at) const {
    if (at >= bytes_.size()) return {};
    const CodePoint point = decode_at(bytes_, at);
    return {point.valid ? class_of(point.value) : Class::kSymbol, point};
  }

  void step() {
    const Seen seen = look(at_);
    switch (seen.kind) {
      case Class::kSpace:
        at_ += seen.point.bytes;
        space_ = true;
        return;
      case Class::kLetter:
      case Class::kMark:
        if (!take_url()) take_word(TokenKind::kWord);
        return;
      case Class::kDigit:
        take_word(TokenKind::kNumber);
        return;
      case Class::kApostrophe:
        take_apostrophe(seen.point.bytes);
        return;
      case Class::kSymbol:
        take_symbol();
        return;
      case Class::kPunctuation:
        if ((seen.point.value == '@' || seen.point.value == '#') && take_tag()) return;
        push(at_ + seen.point.bytes, TokenKind::kPunctuation);
        return;
    }
  }

  void push(std::size_t end, TokenKind kind, std::size_t key_from = 0) {
    Token token{.span = {at_, end}, .kind = kind, .space_before = space_};
    token.key = word_key(bytes_.substr(at_ + key_from, end - at_ - key_from));
    if (kind == TokenKind::kWord) set_capitals(token);
    tokens_.push_back(token);
    at_ = end;
    space_ = false;
  }

  void set_capitals(Token& token) const {
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = token.span.begin; at < token.span.end;) {
      const Seen seen = look(at);
      if (seen.kind == Class::kLetter) {
        if (is_capital(seen.point.value)) {
          ++capitals;
          if (letters == 0) token.capital = true;
        }
        ++letters;
      }
      at += seen.point.bytes;
    }
    token.all_capitals = letters >= 2 && capitals == letters;
  }

  bool is_word_at(std::size_t at) const {
    const Class kind = look(at).kind;
    return kind == Class::kLetter || kind == Class::kDigit || kind == Class::kMark;
  }

  // Where the letters and digits that start at `at` end.
  std::size_t run_end(std::size_t at) const {
    while (at < bytes_.size() && is_word_at(at)) at += decode_at(bytes_, at).bytes;
    return at;
  }

  void take_word(TokenKind kind) {
    std::size_t end = run_end(at_);
    for (;;) {
      const Seen next = look(end);
      const std::size_t after = end + next.point.bytes;
      if (end >= bytes_.size() || after >= bytes_.size()) break;
      const bool number_goes_on = kind == TokenKind::kNumber &&
                                  (next.point.value == '.' || next.point.value == ',') &&
                                  look(after).kind == Class::kDigit;
      const bool word_goes_on =
          next.kind == Class::kApostrophe && is_word_at(after) && !is_clitic(after);
      if (!number_goes_on && !word_goes_on) break;
      end = run_end(after);
    }
    push(end, kind);
  }

  // Whether what stands behind an apostrophe is a clitic: s, re, ve, ll, d, m.
  bool is_clitic(std::size_t at) const {
    const std::string_view rest = bytes_.substr(at, run_end(at) - at);
    const std::string word = fold(rest);
    return word == "s" || word == "re" || word == "ve" || word == "ll" || word == "d" ||
           word == "m";
  }

  void take_apostrophe(std::size_t bytes) {
    const std::size_t after = at_ + bytes;
    const bool clitic = !space_ && is_word_at(after) && is_clitic(after);
    if (clitic)
      push(run_end(after), TokenKind::kWord);
    else
      push(after, TokenKind::kPunctuation);
  }

  // One emoji with everything that belongs to it: variation selectors, skin tones, joined
  // parts, keycaps and flags.
  void take_symbol() {
    std::size_t end = at_ + look(at_).point.bytes;
    bool joined = false;
    while (end < bytes_.size()) {
      const CodePoint next = decode_at(bytes_, end);
      const bool modifies =
          next.valid &&
          (is_between(next.value, 0xFE00, 0xFE0F) ||
           is_between(next.value, 0x1F3FB, 0x1F3FF) || next.value == kJoiner ||
           next.value == kKeycap || is_between(next.value, 0xE0020, 0xE007F));
      if (!modifies && !joined) break;
      joined = next.value == kJoiner;
      end += next.bytes;
    }
    push(end, TokenKind::kSymbol);
  }

  static bool is_tag_character(const Seen& seen) {
    return seen.kind == Class::kLetter || seen.kind == Class::kDigit ||
           seen.kind == Class::kMark || seen.point.value == '_';
  }

  bool take_tag() {
    if (!space_ && !tokens_.empty() && tokens_.back().span.end == at_ &&
        tokens_.back().kind == TokenKind::kWord && bytes_[at_] == '@') {
      return false;  // name@host
    }
    std::size_t end = at_ + 1;
    while (end < bytes_.size()) {
      const Seen seen = look(end);
      if (!is_tag_character(seen)) break;
      end += seen.point.bytes;
    }
    if (end == at_ + 1) return false;
    push(end, bytes_[at_] == '@' ? TokenKind::kHandle : TokenKind::kHashtag, 1);
    return true;
  }

  bool take_url() {
    const std::string_view rest = bytes_.substr(at_);
    const bool scheme = rest.starts_with("http://") || rest.starts_with("https://") ||
                        rest.starts_with("www.") || rest.starts_with("pic.twitter.com/");
    if (!scheme && !starts_domain(rest)) return false;
    std::size_t end = at_;
    while (end < bytes_.size()) {
      const Seen seen = look(end);
      const bool bracket = seen.point.value == ')' || seen.point.value == '"' ||
                           seen.point.value == '<' || seen.point.value == '>';
      if (seen.kind == Class::kSpace || bracket || (!scheme && seen.point.value >= 0x80))
        break;
      end += seen.point.bytes;
    }
    while (end > at_ &&
           std::string_view(".,;:!?'").find(bytes_[end - 1]) != std::string_view::npos) {
      --end;
    }
    push(end, TokenKind::kUrl);
    return true;
  }

  // Small ASCII letters, digits and hyphens in two parts or more, joined by points, of
  // which the last has two to six letters: gazzetta.it, telegraph.co.uk.
  static bool starts_domain(std::string_view rest) {
    constexpr std::size_t kLongestDomain = 80;
    std::size_t parts = 0;
    std::size_t part = 0;
    bool letters = true;
    for (std::size_t at = 0; at <= rest.size() && at < kLongestDomain; ++at) {
      const char c = at < rest.size() ? rest[at] : ' ';
      const bool letter = c >= 'a' && c <= 'z';
      if (letter || (c >= '0' && c <= '9') || (c == '-' && part > 0)) {
        ++part;
        letters = letters && letter;
      } else if (c == '.' && part > 0) {
        ++parts;
        part = 0;
        letters = true;
      } else {
        const bool sentence_end = part == 0 && parts > 0;  // "…it." behind a domain
        if (sentence_end) return parts > 1;
        const bool clean =
            static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z');
        return clean && parts > 0 && letters && part >= 2 && part <= 6;
      }
    }
    return false;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool space_ = true;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view bytes) {
  return Tokenizer(bytes).run();
}

}  // namespace hearsay
