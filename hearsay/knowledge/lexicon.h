// A language, as far as transfer news needs it: read from the folder data/lang/<xx>/.
//
// A folder holds tables; docs/formats/language.md describes their columns. Every table
// may be missing, so a language can start with one file and grow. The engine that uses
// them knows no word of any language.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/tsv.h"
#include "hearsay/knowledge/phrase_book.h"
#include "hearsay/knowledge/weights.h"
#include "hearsay/model/claim.h"

namespace hearsay {

// Words and short phrases looked up one by one.
class WordSet {
 public:
  bool has(WordKey key) const { return keys_.contains(key); }
  bool empty() const { return keys_.empty(); }
  void add(std::string_view word) { keys_.insert(word_key(word)); }
  const std::unordered_set<WordKey>& keys() const { return keys_; }

 private:
  std::unordered_set<WordKey> keys_;
};

// Which side of a deal a part of the sentence holds.
enum class Part : std::uint8_t { kNone, kBuyer, kSeller, kPlayer };

// What a predicate tells of a deal.
enum class Telling : std::uint8_t {
  kAct,      // the move itself: sign, join, a move to
  kStep,     // a step towards it: talks, a bid, terms
  kWish,     // what somebody wants or thinks: keen on, a target of
  kEnd,      // what became of it: rejected, off, not for sale
  kNothing,  // only looks like one: "in a bid to", "left out of the squad"
};

// A row of predicates.tsv.
struct Predicate {
  Telling telling = Telling::kWish;
  Stage stage = Stage::kLinked;
  Part subject = Part::kNone;
  Part object = Part::kNone;
  std::optional<Move> move;
  bool passive =
      false;  // its first word may stand in the passive, the parts change sides
  bool noun =
      false;  // "Chelsea's pursuit of": the subject is an owner, or follows "from"
  bool loose = false;   // counts only when nothing firmer joins the same player and club
  bool mirror = false;  // player and club may change places
  bool elliptic = false;  // speaks of the deal the text is at when its parts are missing
  std::string place;      // "predicates.tsv:31", for `explain`
};

// A row of governors.tsv: words before a predicate that change how far it is.
//
//     "want to" + "sign"      → interest        "set to" + "open talks" → interest
//     "close to" + "signing"  → advanced        "reportedly"            → rumoured
struct Governor {
  std::optional<Stage> act;  // the stage of an act behind it; nothing leaves it
  std::optional<Stage> step;
  std::optional<Stage> wish;
  std::optional<Certainty> certainty;
  bool negates = false;
  bool conditional = false;  // "if", "whether": what follows is not claimed
  std::string place;
};

// Where the source of a cue stands: "according to Sport", "Sport reports", "the report".
enum class CueSide : std::uint8_t { kLeft, kRight, kSame, kNobody };

// What a cue says of its sentence.
enum class CueKind : std::uint8_t {
  kReport,    // somebody reports it
  kSpeech,    // somebody says it himself
  kOfficial,  // a club announces it
};

// A row of cues.tsv.
struct Cue {
  CueSide side = CueSide::kRight;
  CueKind kind = CueKind::kReport;
  std::string place;
};

// A row of terms.tsv: words that say what a sum, a date or a number of years stands for.
enum class TermKind : std::uint8_t {
  kFee,             // "a fee of", "worth"
  kWage,            // "a week"
  kContractEnd,     // "contract until"
  kContractEnding,  // "out of contract in the summer"
  kContractLength,  // "four-year deal"
  kExtendOption,    // "option to extend"
  kBuyOption,       // "option to buy"
  kBuyObligation,   // "obligation to buy"
};

struct Term {
  TermKind kind = TermKind::kFee;
  std::string unit;  // of a wage: week, month, year
  std::string place;
};

// A row of moves.tsv: words that tell the kind of a move wherever they stand in a
// sentence.
struct MoveSign {
  Move move = Move::kUnknown;
  std::string place;
};

// A table of phrases, each with what it means.
template <class Row>
struct PhraseTable {
  PhraseBook book;
  std::vector<Row> rows;
};

class Lexicon {
 public:
  // Reads a language folder; the folder's name is the language ("en"). Fails at the first
  // malformed row, naming file, line and place.
  static Result<std::unique_ptr<Lexicon>> load(const std::filesystem::path& folder);

  std::string_view language() const { return language_; }

  // A list of lists.tsv or grammar.tsv; an empty one for a name that is not there. Lives
  // as long as the lexicon.
  const WordSet& words(std::string_view list) const;

  // The names of the lists that begin with `prefix`, sorted: "currency." → currency.EUR …
  std::vector<std::string_view> lists(std::string_view prefix) const;

  // The number that a word of numbers.tsv stands for: "five" → 5, "may" → 5 in list
  // "month".
  std::optional<int> number(std::string_view list, WordKey key) const;

  const PhraseTable<Predicate>& predicates() const { return predicates_; }
  const PhraseTable<Governor>& governors() const { return governors_; }
  const PhraseTable<Cue>& cues() const { return cues_; }
  const PhraseTable<Term>& terms() const { return terms_; }
  const PhraseTable<MoveSign>& moves() const { return moves_; }

  // What signs of a text are worth; empty for a language that nobody has trained.
  const Weights& weights() const { return weights_; }

 private:
  friend class LexiconLoader;

  std::string language_;
  std::map<std::string, WordSet, std::less<>> lists_;
  std::map<std::string, std::unordered_map<WordKey, int>, std::less<>> numbers_;
  PhraseTable<Predicate> predicates_;
  PhraseTable<Governor> governors_;
  PhraseTable<Cue> cues_;
  PhraseTable<Term> terms_;
  PhraseTable<MoveSign> moves_;
  Weights weights_;
};

}  // namespace hearsay
