#include "hearsay/text/tricks.h"

#include <algorithm>
#include <bit>
#include <set>
#include <string>
#include <vector>

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/points.h"
#include "hearsay/text/trick_places.h"

namespace hearsay::text {
namespace {

constexpr std::uint32_t kCommon = 20;      // a word that may stand behind a trick
constexpr std::uint32_t kVeryCommon = 60;  // the same behind two letters for one
constexpr std::size_t kFewestSplit = 4;    // letters; "U.S.A." has fewer
constexpr std::size_t kShortest = 4;       // letters of a word that hides another
constexpr std::size_t kFewestPairs = 2;    // different words with two letters for one
constexpr std::size_t kFewestHyphened = 2;

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_ascii_letter(char c) {
  return is_small(c) || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_wordly(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  char made = '\0';  // nothing when zero
};

enum class Trick : std::uint8_t { kPoints, kHyphens, kSwapped, kPair };

struct Finding {
  Trick trick = Trick::kSwapped;
  std::vector<Edit> edits;
  std::string word;  // what it hides, in small letters
};

class Undoing {
 public:
  Undoing(std::string_view bytes, const Speller& speller)
      : bytes_(bytes), speller_(speller) {}

  std::optional<Rewritten> run() && {
    for (std::size_t at = next_trick(bytes_, 0); at < bytes_.size();
         at = next_trick(bytes_, std::max(at + 1, done_))) {
      const char c = bytes_[at];
      if (c == '.' || c == '-' || c == '_' || c == '*')
        look_at_split(at);
      else
        look_at_word(at + (is_wordly(c) ? 0 : 1));
    }
    drop_doubtful();
    return findings_.empty() ? std::nullopt : std::optional(write());
  }

 private:
  // Goes out from a point between two letters as far as single letters are parted by it.
  void look_at_split(std::size_t at) {
    const char sign = bytes_[at];
    std::size_t begin = at;
    while (begin > done_ && bytes_[begin] == sign) {
      const std::size_t letter = floor_boundary(bytes_, begin - 1);
      if (!is_letter_at(letter)) return;
      begin = letter;
      if (begin > 0 && bytes_[begin - 1] == sign) --begin;
    }
    const bool inside =
        bytes_[begin] == sign || (begin > 0 && is_wordly(bytes_[begin - 1]));
    if (inside) return;
    take_split(begin, sign);
  }

  bool is_letter_at(std::size_t at) const {
    return at < bytes_.size() && is_letter(point_at(bytes_, at).value);
  }

  void take_split(std::size_t begin, char sign) {
    Finding found{sign == '-' ? Trick::kHyphens : Trick::kPoints, {}, {}};
    std::size_t letters = 0;
    bool small = false;
    std::size_t at = begin;
    while (is_letter_at(at) && letters < kLongestWord) {
      const Point point = point_at(bytes_, at);
      append_utf8(found.word, to_small(point.value));
      small = small || !is_capital(point.value);
      ++letters;
      at += point.bytes;
      if (at >= bytes_.size() || bytes_[at] != sign || !is_letter_at(at + 1)) break;
      found.edits.push_back({at, at + 1, '\0'});
      ++at;
    }
    done_ = std::max(done_, at);
    const bool ends = at >= bytes_.size() || !is_wordly(bytes_[at]);
    if (letters < kFewestSplit || !small || !ends) return;
    if (looks_known(found.word)) findings_.push_back(std::move(found));
  }

  // The letters may be look-alikes as well.
  bool looks_known(const std::string& word) const {
    return speller_.count_of(word) > 0 ||
           speller_.count_of(to_small(appearance(word, speller_.look_alikes()))) > 0;
  }

  void look_at_word(std::size_t at) {
    std::size_t begin = at;
    while (begin > done_ && is_wordly(bytes_[begin - 1])) --begin;
    std::size_t end = at;
    while (end < bytes_.size() && is_wordly(bytes_[end])) ++end;
    done_ = end;
    if (end - begin < kShortest || end - begin > kLongestWord) return;
    if (is_code(begin, end)) return;
    const std::string_view word = bytes_.substr(begin, end - begin);
    if (!std::ranges::all_of(word,
                             [](char c) { return is_ascii_letter(c) || is_digit(c); }))
      return;
    if (speller_.count_of(to_small(word)) == 0) read(begin, word);
  }

  bool is_code(std::size_t begin, std::size_t end) const {
    constexpr std::string_view kBefore = "/@#_.=&?~%-\\";
    constexpr std::string_view kBehind = "/@_=~%\\";
    if (begin > 0 && kBefore.find(bytes_[begin - 1]) != std::string_view::npos)
      return true;
    if (end >= bytes_.size()) return false;
    const bool dotted =
        bytes_[end] == '.' && end + 1 < bytes_.size() && is_wordly(bytes_[end + 1]);
    return dotted || bytes_.substr(end, 3) == "://" ||
           kBehind.find(bytes_[end]) != std::string_view::npos;
  }

  void read(std::size_t begin, std::string_view word) {
    for (const char one : {'l', 'i'}) {
      Finding found;
      if (swap_letters(begin, word, one, found) &&
          speller_.count_of(found.word) >= kCommon) {
        findings_.push_back(std::move(found));
        return;
      }
    }
    Finding found{Trick::kPair, {}, {}};
    if (join_pairs(begin, word, found) && speller_.count_of(found.word) >= kVeryCommon)
      findings_.push_back(std::move(found));
  }

  // What a letter behind `before` stands for; zero for itself.
  static char swapped(char c, char before, bool inside) {
    const bool shouted = inside && before >= 'A' && before <= 'Z';
    if (c == 'I' && is_small(before)) return 'l';
    if (c == '0') return shouted ? 'O' : 'o';
    return '\0';
  }

  char swapped_first(std::size_t begin, std::string_view word) const {
    switch (word.front()) {
      case 'I':
        return word.size() > 1 && is_small(word[1]) ? 'l' : '\0';
      case 'l':
        return 'I';
      case '0':
        return starts_capital(begin, word) ? 'O' : 'o';
      default:
        return '\0';
    }
  }

  // I, l, 0 and 1 as what they look like; false when there is another digit or nothing to
  // do.
  bool swap_letters(std::size_t begin, std::string_view word, char one,
                    Finding& found) const {
    char before = ' ';
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      char made = i == 0 ? swapped_first(begin, word) : swapped(c, before, i > 1);
      if (c == '1') made = one;
      if (is_digit(c) && made == '\0') return false;
      if (made != '\0') found.edits.push_back({begin + i, begin + i + 1, made});
      const char shown = before = made == '\0' ? c : made;
      found.word += static_cast<char>(to_small(static_cast<unsigned char>(shown)));
    }
    return !found.edits.empty();
  }

  // Whether a word that starts with 0 for o is written with a capital.
  bool starts_capital(std::size_t begin, std::string_view word) const {
    const std::size_t before = bytes_.substr(0, begin).find_last_not_of(" \t");
    if (before == std::string_view::npos) return true;
    if (std::string_view("\n.!?").find(bytes_[before]) != std::string_view::npos)
      return true;
    std::string meant = to_small(word);
    meant.front() = 'o';
    return speller_.usually_capital(meant);
  }

  static bool join_pairs(std::size_t begin, std::string_view word, Finding& found) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      const std::string_view two = word.substr(i, 2);
      const char made = two == "rn" ? 'm' : two == "vv" ? 'w' : two == "VV" ? 'W' : '\0';
      if (made == '\0') {
        found.word += static_cast<char>(to_small(static_cast<unsigned char>(word[i])));
        continue;
      }
      found.edits.push_back({begin + i, begin + i + 2, made});
      found.word += static_cast<char>(to_small(static_cast<unsigned char>(made)));
      if (made != 'm') found.trick = Trick::kSwapped;  // no name has vv
      ++i;
    }
    return !found.edits.empty() && found.word.size() >= kShortest;
  }

  // What happens by itself now and then must happen again to be believed.
  void drop_doubtful() {
    std::set<std::string_view> pairs;
    std::set<std::string_view> hyphened;
    bool certain = false;
    for (const Finding& found : findings_) {
      if (found.trick == Trick::kPair)
        pairs.insert(found.word);
      else if (found.trick == Trick::kHyphens)
        hyphened.insert(found.word);
      else
        certain = true;
    }
    const bool keep_pairs = certain || pairs.size() >= kFewestPairs;
    const bool keep_hyphened = certain || hyphened.size() >= kFewestHyphened;
    std::erase_if(findings_, [&](const Finding& found) {
      return (found.trick == Trick::kPair && !keep_pairs) ||
             (found.trick == Trick::kHyphens && !keep_hyphened);
    });
  }

  Rewritten write() const {
    Rewriting out(bytes_);
    for (const Finding& found : findings_) {
      const bool split = found.trick == Trick::kPoints || found.trick == Trick::kHyphens;
      for (const Edit& edit : found.edits) {
        const std::string_view made(&edit.made, edit.made == '\0' ? 0 : 1);
        out.replace(edit.begin, edit.end, made,
                    split ? RepairKind::kSplit : RepairKind::kLookAlike);
      }
    }
    return std::move(out).finish();
  }

  std::string_view bytes_;
  const Speller& speller_;
  std::size_t done_ = 0;  // everything before has been looked at
  std::vector<Finding> findings_;
};

}  // namespace

std::optional<Rewritten> undo_tricks(std::string_view bytes, const Speller& speller) {
  return Undoing(bytes, speller).run();
}

}  // namespace hearsay::text
