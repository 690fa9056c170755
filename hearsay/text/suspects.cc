#include "hearsay/text/suspects.h"

#include <algorithm>

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/points.h"

namespace hearsay::text {
namespace {

constexpr char32_t kFirstPicture = 0x2190;  // arrows, and emoji after them
constexpr std::size_t kNeighbourhood = 40;  // bytes looked at for capitals and brackets

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether a sentence starts at a word; a picture before it makes that a question.
enum class Start : std::uint8_t { kInside, kPicture, kSentence };

class Finder {
 public:
  Finder(std::string_view bytes, const LookAlikes& look_alikes)
      : bytes_(bytes), look_alikes_(look_alikes) {}

  Suspects run() && {
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (is_ascii_letter(c)) {
        take_ascii();
      } else if (static_cast<unsigned char>(c) < 0x80) {
        pass_sign();
      } else {
        take(at_, 0);
      }
    }
    return std::move(found_);
  }

 private:
  void take_ascii() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_ascii_letter(bytes_[at_])) ++at_;
    const bool goes_on =
        at_ < bytes_.size() && static_cast<unsigned char>(bytes_[at_]) >= 0x80;
    if (goes_on)
      take(begin, at_ - begin);
    else
      ++found_.word_count;
  }

  // A word that starts at `begin` with so many ASCII letters before at_.
  void take(std::size_t begin, std::size_t ascii) {
    SuspectWord word{.begin = static_cast<std::uint32_t>(begin)};
    word.parts = ascii > 0 ? kAscii : 0;
    std::size_t characters = ascii;
    bool special = false;
    while (at_ < bytes_.size()) {
      if (is_ascii_letter(bytes_[at_])) {
        word.parts |= kAscii;
        ++at_;
      } else if (static_cast<unsigned char>(bytes_[at_]) >= 0x80) {
        const Point point = point_at(bytes_, at_);
        const std::uint16_t part = look_alikes_.part(point.value);
        if (part == 0) break;
        word.parts |= part;
        special = true;
        at_ += point.bytes;
      } else {
        break;
      }
      ++characters;
    }
    if (characters == 0)
      at_ += point_at(bytes_, at_).bytes;  // a sign that is no part
    else
      ++found_.word_count;
    if (!special) return;
    word.end = static_cast<std::uint32_t>(at_);
    word.characters =
        static_cast<std::uint16_t>(std::min<std::size_t>(characters, 0xFFFF));
    look_around(word);
    found_.words.push_back(word);
  }

  void look_around(SuspectWord& word) {
    word.digit_before = word.begin > 0 && is_digit(bytes_[word.begin - 1]);
    word.digit_after = word.end < bytes_.size() && is_digit(bytes_[word.end]);
    const Start start = start_of(word.begin);
    word.starts = start == Start::kSentence;
    word.quoted = start == Start::kPicture || is_quoted(word.begin);
    word.shouted = is_shouted(word);
    word.bracketed = is_bracketed(word);
    word.code = is_code(word);
    word.tagged = word.begin > 0 &&
                  (bytes_[word.begin - 1] == '@' || bytes_[word.begin - 1] == '#');
  }

  bool is_quoted(std::size_t at) const {
    if (at == 0) return false;
    const std::size_t left = floor_boundary(bytes_, at - 1);
    const char32_t mark = point_at(bytes_, left).value;
    const bool opens =
        mark == '"' || mark == '\'' || mark == 0x2018 || mark == 0x201C || mark == 0xAB;
    return opens && (left == 0 || bytes_[left - 1] == ' ');
  }

  bool is_code(const SuspectWord& word) const {
    constexpr std::string_view kBehind = "/@#_.=&?~%";
    const char before = word.begin == 0 ? ' ' : bytes_[word.begin - 1];
    const std::string_view behind = bytes_.substr(word.end, 3);
    const bool dotted = behind.size() > 1 && (behind[0] == '.' || behind[0] == '_') &&
                        (is_digit(behind[1]) || is_word_at(word.end + 1));
    return kBehind.find(before) != std::string_view::npos || dotted || behind == "://";
  }

  bool is_word_at(std::size_t at) const {
    if (is_ascii_letter(bytes_[at])) return true;
    return static_cast<unsigned char>(bytes_[at]) >= 0x80 &&
           look_alikes_.part(point_at(bytes_, at).value) != 0;
  }

  static bool opens(char32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x2018 || c == 0x201C ||
           c == 0xAB || c == 0x2022 || c == '*' || c == '-';
  }
  static bool closes(char32_t c) { return c == 0x2019 || c == 0x201D || c == ')'; }
  static bool joins(char32_t c) { return c == '-' || c == '\'' || c == 0x2019; }
  static bool ends_sentence(char32_t c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
  }

  // Back over white space and opening signs to the start, a line end, or a full stop.
  Start start_of(std::size_t at) const {
    bool space = false;
    Start start = Start::kSentence;
    while (at > 0) {
      const std::size_t left = floor_boundary(bytes_, at - 1);
      const char32_t c = point_at(bytes_, left).value;
      if (c == '\n') return start;
      if (ends_sentence(c)) return space ? start : Start::kInside;
      const bool blank = c == ' ' || c == '\t';
      if (!space && joins(c) && follows_letter(left)) return Start::kInside;
      const bool picture = c >= kFirstPicture && look_alikes_.part(c) == 0;
      if (picture) start = Start::kPicture;
      if (!blank && !picture && !opens(c) && !(space && closes(c))) return Start::kInside;
      space = space || blank;
      at = left;
    }
    return start;
  }

  bool follows_letter(std::size_t at) const {
    if (at == 0) return false;
    const Point point = point_at(bytes_, floor_boundary(bytes_, at - 1));
    return is_letter(point.value) || look_alikes_.find(point.value) != nullptr;
  }

  // Whether the line of the word is in capitals. Each line is counted once.
  bool is_shouted(const SuspectWord& word) {
    if (word.begin >= line_end_) count_line(word.begin);
    return line_shouted_;
  }

  void count_line(std::size_t at) {
    const std::size_t begin = at > kNeighbourhood ? at - kNeighbourhood : 0;
    const std::size_t before = bytes_.substr(begin, at - begin).rfind('\n');
    line_end_ = std::min(bytes_.find('\n', at), bytes_.size());
    std::size_t capitals = 0;
    std::size_t others = 0;  // characters that may be small letters in disguise
    bool small = false;
    for (std::size_t i = before == std::string_view::npos ? begin : begin + before;
         i < line_end_ && !small; ++i) {
      small = bytes_[i] >= 'a' && bytes_[i] <= 'z';
      if (bytes_[i] >= 'A' && bytes_[i] <= 'Z') ++capitals;
      if (static_cast<unsigned char>(bytes_[i]) >= 0xC2) ++others;
    }
    line_shouted_ = !small && capitals >= 4 && capitals >= 2 * others;
  }

  bool is_bracketed(const SuspectWord& word) const {
    if (open_ == kNowhere || word.begin - open_ > kNeighbourhood) return false;
    const char close = bytes_[open_] == '[' ? ']' : '/';
    return bytes_.substr(word.end, kNeighbourhood).find(close) != std::string_view::npos;
  }

  // Remembers the bracket or slash that is open where the words go on.
  void pass_sign() {
    const char c = bytes_[at_];
    if (c == '[')
      open_ = at_;
    else if (c == ']')
      open_ = kNowhere;
    else if (c == '/')
      open_ = open_ != kNowhere && bytes_[open_] == '/' ? kNowhere : at_;
    ++at_;
  }

  static constexpr std::size_t kNowhere = std::string_view::npos;

  std::string_view bytes_;
  const LookAlikes& look_alikes_;
  std::size_t at_ = 0;
  std::size_t open_ = kNowhere;
  std::size_t line_end_ = 0;
  bool line_shouted_ = false;
  Suspects found_;
};

}  // namespace

Suspects find_suspects(std::string_view bytes, const LookAlikes& look_alikes) {
  return Finder(bytes, look_alikes).run();
}

}  // namespace hearsay::text
