#include "hearsay/text/restore.h"

#include <algorithm>
#include <vector>

#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"
#include "hearsay/text/judgement.h"
#include "hearsay/text/neighbours.h"
#include "hearsay/text/points.h"

namespace hearsay::text {
namespace {

constexpr std::uint16_t kOurs = kAscii | kNaturalPart;
constexpr std::uint32_t kCommonCount =
    20;                                // a word, not a rare name (of 5 million words)
constexpr float kSettledMargin = 6;    // what nothing that is learnt will change
constexpr float kCertainMargin = 1.5;  // nats; what teaches the others must be clear

// The numbers of the puzzles by how they are written and where.
class PuzzleTable {
 public:
  explicit PuzzleTable(std::size_t most) {
    std::size_t size = 64;
    while (size < most * 2) size *= 2;
    slots_.resize(size);
  }

  // The number of the puzzle; `number` when it is new.
  std::uint32_t find_or_add(std::string_view written, unsigned place,
                            std::uint32_t number) {
    const std::uint64_t hash = Vocabulary::hash_of(written) ^ place;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].used) {
      if (slots_[at].hash == hash && slots_[at].written == written)
        return slots_[at].number;
      at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = {hash, written, number, true};
    return number;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::string_view written;
    std::uint32_t number = 0;
    bool used = false;
  };
  std::vector<Slot> slots_;
};

class Restorer {
 public:
  Restorer(std::string_view bytes, const Tools& tools)
      : bytes_(bytes),
        look_alikes_(tools.speller.look_alikes()),
        speller_(tools.speller),
        intruders_(tools.intruders),
        orthographies_(tools.orthographies) {}

  Restoration run(bool marks_doubtful) && {
    suspects_ = find_suspects(bytes_, look_alikes_);
    gather();
    Alphabet::Options options{.words = &speller_.words()};
    if (marks_doubtful) options.marks = doubt_marks();
    read(options, false);
    const Judgement first(puzzles_, suspects_.word_count);
    if (first.obfuscated()) {
      const Evidence evidence = learn(first);
      options.evidence = &evidence;
      const std::vector<char32_t> wildcards = find_wildcards(first);
      options.wildcards = wildcards;
      read(options, wildcards.empty());
      if (!wildcards.empty()) read_once_more(options);
    }
    judge(Judgement(puzzles_, suspects_.word_count), options.marks);
    return write();
  }

 private:
  void gather() {
    PuzzleTable numbers(suspects_.words.size());
    puzzle_of_.reserve(suspects_.words.size());
    puzzles_.reserve(suspects_.words.size());
    for (const SuspectWord& word : suspects_.words) {
      const auto next = static_cast<std::uint32_t>(puzzles_.size());
      const std::uint32_t number = numbers.find_or_add(written(word), word.place(), next);
      if (number == next) {
        Puzzle& puzzle = puzzles_.emplace_back();
        puzzle.word = word;
        puzzle.flags = is_flags(word, written(word));
      } else {
        ++puzzles_[number].times;
      }
      puzzle_of_.push_back(number);
    }
  }

  std::string_view written(const SuspectWord& word) const {
    return bytes_.substr(word.begin, word.end - word.begin);
  }

  // Reads all puzzles; those that were certain before are left when only doubts are asked
  // for.
  void read(const Alphabet::Options& options, bool only_doubtful) {
    Alphabet alphabet(look_alikes_, options);
    const bool doubted = options.marks != Marks::kKept || !options.wildcards.empty();
    for (Puzzle& puzzle : puzzles_) {
      const bool certain = puzzle.spelling.known &&
                           puzzle.spelling.margin > kSettledMargin &&
                           puzzle.spelling.case_margin > kSettledMargin;
      if (only_doubtful && certain) continue;
      const std::uint16_t parts = puzzle.word.parts;
      const bool natural = (parts & ~kOurs) == 0;
      const bool unreadable = (parts & kUnreadable) != 0 && !all_wild(puzzle, options);
      puzzle.readable =
          !unreadable && puzzle.word.characters <= kLongestWord && (!natural || doubted);
      if (puzzle.readable) {
        puzzle.spelling = speller_.read(bytes_, puzzle.word, alphabet, desk_);
      }
    }
  }

  // With what the wildcards taught, their true letters are cheap.
  void read_once_more(Alphabet::Options options) {
    const Evidence evidence = learn(Judgement(puzzles_, suspects_.word_count));
    options.evidence = &evidence;
    read(options, false);
  }

  // Whether the characters of ours that the table cannot read are wildcards.
  bool all_wild(const Puzzle& puzzle, const Alphabet::Options& options) const {
    bool wild = !options.wildcards.empty();
    each_character(puzzle.word, [&](char32_t c) {
      const bool listed = c < 0x80 || look_alikes_.find(c) != nullptr;
      wild = wild && (listed || std::ranges::binary_search(options.wildcards, c));
    });
    return wild;
  }

  template <class Take>
  void each_character(const SuspectWord& word, Take take) const {
    for (std::size_t at = word.begin; at < word.end;) {
      const Point point = point_at(bytes_, at);
      take(point.value);
      at += point.bytes;
    }
  }

  // The letters with marks of the text, each once.
  std::vector<char32_t> marked_letters() const {
    std::vector<char32_t> letters;
    for (const Puzzle& puzzle : puzzles_) {
      if ((puzzle.word.parts & kNaturalPart) == 0) continue;
      each_character(puzzle.word, [&](char32_t c) {
        if (c >= 0x80 && look_alikes_.part(c) == kNaturalPart)
          letters.push_back(to_small(c));
      });
    }
    std::ranges::sort(letters);
    const auto again = std::ranges::unique(letters);
    letters.erase(again.begin(), again.end());
    return letters;
  }

  // Marks are a disguise when most words that have some are known only without them.
  Marks doubt_marks() {
    if (orthographies_.belong_together(marked_letters())) return Marks::kKept;
    Alphabet alphabet(look_alikes_,
                      {.marks = Marks::kStripped, .words = &speller_.words()});
    std::size_t with_marks = 0;
    std::size_t stripped = 0;
    for (const Puzzle& puzzle : puzzles_) {
      const bool fits =
          puzzle.word.characters > 1 && puzzle.word.characters <= kLongestWord;
      if ((puzzle.word.parts & kNaturalPart) == 0 || !fits) continue;
      with_marks += puzzle.times;
      const std::string small = to_small(written(puzzle.word));
      if (speller_.count_of(small) > 0) continue;
      const Spelling bare = speller_.read(bytes_, puzzle.word, alphabet, desk_);
      if (bare.count >= kCommonCount) stripped += puzzle.times;
    }
    if (stripped < 3 || stripped * 5 < with_marks * 2) return Marks::kKept;
    if (stripped * 50 < suspects_.word_count) return Marks::kKept;
    return stripped * 5 >= suspects_.word_count ? Marks::kStripped : Marks::kDoubted;
  }

  Evidence learn(const Judgement& judgement) const {
    Evidence evidence;
    for (const Puzzle& puzzle : puzzles_) {
      const bool certain = puzzle.readable && puzzle.spelling.known &&
                           puzzle.spelling.margin > kCertainMargin &&
                           puzzle.word.characters > 2 &&
                           judgement.accepts(puzzle, written(puzzle.word));
      if (certain) Speller::teach(bytes_, puzzle.word, puzzle.spelling, evidence);
    }
    return evidence;
  }

  struct Doubt {
    char32_t character = 0;
    std::size_t known = 0;
    std::size_t unknown = 0;
  };

  // Characters whose words are mostly unknown: their reading is not in the table.
  std::vector<char32_t> find_wildcards(const Judgement& judgement) const {
    std::vector<Doubt> doubts;
    const auto each = [&](bool wanted, auto take) {
      for (const Puzzle& puzzle : puzzles_) {
        if (puzzle.word.characters < 2 || !judgement.disguises(puzzle.word.parts))
          continue;
        if (is_known(puzzle) != wanted) continue;
        each_character(puzzle.word, [&](char32_t c) {
          if (c >= 0x80) take(c, puzzle.times);
        });
      }
    };
    each(false, [&](char32_t c, std::size_t times) {
      const auto same = std::ranges::find(doubts, c, &Doubt::character);
      if (same == doubts.end())
        doubts.push_back({c, 0, times});
      else
        same->unknown += times;
    });
    if (doubts.empty()) return {};
    std::ranges::sort(doubts, {}, &Doubt::character);
    each(true, [&](char32_t c, std::size_t times) {
      const auto same = std::ranges::lower_bound(doubts, c, {}, &Doubt::character);
      if (same != doubts.end() && same->character == c) same->known += times;
    });
    return wildcards_of(doubts);
  }

  bool is_known(const Puzzle& puzzle) const {
    if (puzzle.readable) return puzzle.spelling.known;
    return speller_.count_of(to_small(written(puzzle.word))) > 0;
  }

  std::vector<char32_t> wildcards_of(const std::vector<Doubt>& doubts) const {
    std::vector<char32_t> wildcards;
    for (const Doubt& doubt : doubts) {
      const LookAlike* row = look_alikes_.find(doubt.character);
      if (row != nullptr && row->kind == LookAlikeKind::kMark) continue;
      const bool natural = row != nullptr && row->kind == LookAlikeKind::kNatural;
      const std::size_t least = natural ? 3 * doubt.known + 3 : doubt.known + 2;
      if (doubt.unknown >= least) wildcards.push_back(doubt.character);
    }
    return wildcards;
  }

  void judge(const Judgement& judgement, Marks marks) {
    for (Puzzle& puzzle : puzzles_) {
      if (judgement.genuine(puzzle.word.parts) && send_home(puzzle)) continue;
      const bool natural = (puzzle.word.parts & ~kOurs) == 0;
      puzzle.accepted = natural ? accepts_bare(puzzle, marks)
                                : judgement.accepts(puzzle, written(puzzle.word));
    }
  }

  bool send_home(Puzzle& puzzle) const {
    if (puzzle.word.characters > kLongestWord || puzzle.word.code) return false;
    std::optional<Spelling> home =
        intruders_.send_home(written(puzzle.word), puzzle.word.parts);
    if (!home) return false;
    puzzle.spelling = std::move(*home);
    return puzzle.accepted = true;
  }

  // Whether a word of Latin letters was meant without their marks.
  bool accepts_bare(const Puzzle& puzzle, Marks marks) const {
    if (!puzzle.readable) return false;
    const bool stands = speller_.count_of(to_small(written(puzzle.word))) > 0;
    if (stands && puzzle.word.characters > 3) return false;
    return marks == Marks::kStripped || puzzle.spelling.count >= kCommonCount;
  }

  Restoration write() const {
    Restoration restoration{.made = std::nullopt, .word_count = suspects_.word_count};
    Rewriting out(bytes_);
    const Neighbours neighbours({bytes_, suspects_.words, puzzles_, puzzle_of_},
                                speller_);
    for (std::size_t i = 0; i < suspects_.words.size(); ++i) {
      const Puzzle& puzzle = puzzles_[puzzle_of_[i]];
      if (!puzzle.accepted) continue;
      const bool lifted = neighbours.lift(i);
      if (write(suspects_.words[i], {puzzle.spelling, lifted}, out))
        count(puzzle, restoration);
    }
    if (out.changed()) restoration.made = std::move(out).finish();
    return restoration;
  }

  static void count(const Puzzle& puzzle, Restoration& restoration) {
    ++restoration.repaired_count;
    if (puzzle.word.parts == kStyled) ++restoration.styled_count;
  }

  // What is put in a word's place.
  struct Writing {
    const Spelling& spelling;
    bool lifted = false;  // the first letter is made a capital
  };

  bool write(const SuspectWord& word, const Writing& writing, Rewriting& out) const {
    bool changed = false;
    std::string_view made = writing.spelling.text;
    std::string capital;
    if (writing.lifted) append_utf8(capital, to_capital(point_at(made, 0).value));
    std::size_t index = 0;
    for (std::size_t at = word.begin; at < word.end; ++index) {
      const Point point = point_at(bytes_, at);
      std::string_view letter = made.substr(0, writing.spelling.sizes[index]);
      made.remove_prefix(letter.size());
      if (index == 0 && writing.lifted && letter.size() == capital.size())
        letter = capital;
      if (letter.size() != point.bytes || letter != bytes_.substr(at, point.bytes)) {
        out.replace(at, at + point.bytes, letter, kind_of(point.value));
        changed = true;
      }
      at += point.bytes;
    }
    return changed;
  }

  RepairKind kind_of(char32_t character) const {
    const LookAlike* row = look_alikes_.find(character);
    const bool form = row != nullptr && (row->kind == LookAlikeKind::kPlain ||
                                         row->kind == LookAlikeKind::kMark);
    return form ? RepairKind::kForm : RepairKind::kLookAlike;
  }

  std::string_view bytes_;
  const LookAlikes& look_alikes_;
  const Speller& speller_;
  const Intruders& intruders_;
  const Orthographies& orthographies_;
  Speller::Desk desk_;
  Suspects suspects_;
  std::vector<Puzzle> puzzles_;
  std::vector<std::uint32_t> puzzle_of_;  // by suspect
};

}  // namespace

Restoration restore(std::string_view bytes, const Tools& tools, bool marks_doubtful) {
  return Restorer(bytes, tools).run(marks_doubtful);
}

}  // namespace hearsay::text
