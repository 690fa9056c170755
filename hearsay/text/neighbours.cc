#include "hearsay/text/neighbours.h"

#include <algorithm>

#include "hearsay/text/case.h"

namespace hearsay::text {
namespace {

// What a pair is worth against letters that look small, in nats: less than a letter that
// has a capital of its own would cost (look_alikes.cc).
constexpr float kPairWorth = 3.0F;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::string_view kApostrophe = "\u2019";

// The bytes of what parts two words that stand together; 0 when something else does.
std::size_t joint_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return 0;
  if (bytes[at] == ' ' || bytes[at] == '-' || bytes[at] == '\'') return 1;
  return bytes.substr(at).starts_with(kApostrophe) ? kApostrophe.size() : 0;
}

std::size_t joint_before(std::string_view bytes, std::size_t at) {
  const std::size_t size = bytes.substr(0, at).ends_with(kApostrophe) ? 3 : 1;
  return at < size ? 0 : joint_at(bytes, at - size);
}

}  // namespace

bool Neighbours::lift(std::size_t i) const {
  const Puzzle& puzzle = judged_.puzzles[judged_.puzzle_of[i]];
  const Spelling& spelling = puzzle.spelling;
  if (spelling.capital_cost > kPairWorth || puzzle.word.code) return false;
  const std::string word = to_small(spelling.text);
  if (word.empty() || word != spelling.text) return false;
  const std::string left = before(i);
  if (!left.empty() && speller_.is_capital_pair(left, word)) return true;
  const std::string right = behind(i);
  return !right.empty() && speller_.is_capital_pair(word, right);
}

std::string Neighbours::read(std::size_t i) const {
  const Puzzle& puzzle = judged_.puzzles[judged_.puzzle_of[i]];
  if (puzzle.accepted) return to_small(puzzle.spelling.text);
  const SuspectWord& word = judged_.words[i];
  return to_small(judged_.bytes.substr(word.begin, word.end - word.begin));
}

std::string Neighbours::before(std::size_t i) const {
  const std::size_t begin = judged_.words[i].begin;
  const std::size_t joint = joint_before(judged_.bytes, begin);
  if (joint == 0) return {};
  const std::size_t end = begin - joint;
  if (i > 0 && judged_.words[i - 1].end == end) return read(i - 1);
  std::size_t at = end;
  while (at > 0 && end - at < kLongestWord && is_ascii_letter(judged_.bytes[at - 1]))
    --at;
  return to_small(judged_.bytes.substr(at, end - at));
}

std::string Neighbours::behind(std::size_t i) const {
  const std::string_view bytes = judged_.bytes;
  const std::size_t end = judged_.words[i].end;
  const std::size_t joint = joint_at(bytes, end);
  if (joint == 0) return {};
  const std::size_t begin = end + joint;
  if (i + 1 < judged_.words.size() && judged_.words[i + 1].begin == begin) {
    return read(i + 1);
  }
  std::size_t at = begin;
  while (at < bytes.size() && at - begin < kLongestWord && is_ascii_letter(bytes[at])) {
    ++at;
  }
  return to_small(bytes.substr(begin, at - begin));
}

}  // namespace hearsay::text
