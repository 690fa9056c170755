#include "hearsay/knowledge/lexicon.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

// A word of a table and what it stands for in the program.
template <class Value>
using Names = std::span<const std::pair<std::string_view, Value>>;

template <class Value>
std::optional<Value> find_name(Names<Value> names, std::string_view name) {
  const auto found =
      std::ranges::find(names, name, [](const auto& pair) { return pair.first; });
  if (found == names.end()) return std::nullopt;
  return found->second;
}

template <class Value>
std::string choices(Names<Value> names) {
  std::string list;
  for (const auto& [name, value] : names) {
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return list;
}

constexpr std::pair<std::string_view, Part> kParts[] = {{"-", Part::kNone},
                                                        {"buyer", Part::kBuyer},
                                                        {"seller", Part::kSeller},
                                                        {"player", Part::kPlayer}};
constexpr std::pair<std::string_view, Telling> kTellings[] = {
    {"act", Telling::kAct},
    {"step", Telling::kStep},
    {"wish", Telling::kWish},
    {"end", Telling::kEnd},
    {"nothing", Telling::kNothing}};
constexpr std::pair<std::string_view, CueSide> kSides[] = {{"left", CueSide::kLeft},
                                                           {"right", CueSide::kRight},
                                                           {"same", CueSide::kSame},
                                                           {"nobody", CueSide::kNobody}};
constexpr std::pair<std::string_view, CueKind> kCueKinds[] = {
    {"report", CueKind::kReport},
    {"speech", CueKind::kSpeech},
    {"official", CueKind::kOfficial}};
constexpr std::pair<std::string_view, TermKind> kTermKinds[] = {
    {"fee", TermKind::kFee},
    {"wage", TermKind::kWage},
    {"contract_end", TermKind::kContractEnd},
    {"contract_ending", TermKind::kContractEnding},
    {"contract_length", TermKind::kContractLength},
    {"extend_option", TermKind::kExtendOption},
    {"buy_option", TermKind::kBuyOption},
    {"buy_obligation", TermKind::kBuyObligation}};

}  // namespace

// Reads the tables of one folder into one lexicon.
class LexiconLoader {
 public:
  LexiconLoader(fs::path folder, Lexicon& lexicon)
      : folder_(std::move(folder)), lexicon_(lexicon) {}

  Result<void> load() {
    lexicon_.language_ = folder_.filename().string();
    using Step = Result<void> (LexiconLoader::*)();
    constexpr Step kSteps[] = {
        &LexiconLoader::load_lemmas,    &LexiconLoader::load_lists,
        &LexiconLoader::load_numbers,   &LexiconLoader::load_predicates,
        &LexiconLoader::load_governors, &LexiconLoader::load_cues,
        &LexiconLoader::load_terms,     &LexiconLoader::load_moves,
        &LexiconLoader::load_weights};
    for (const Step step : kSteps) {
      if (Result<void> done = (this->*step)(); !done) return done;
    }
    return {};
  }

 private:
  // Hands every row of a table to `take`; a table that is not there has no rows.
  template <class Take>
  Result<void> each_row(const std::string& file, const std::vector<std::string>& columns,
                        Take take) {
    const fs::path path = folder_ / file;
    std::error_code error;
    if (!fs::exists(path, error)) return {};
    const Result<Tsv> table = Tsv::load(path, columns);
    if (!table) return std::unexpected(table.error());
    const Tsv* const outer = std::exchange(table_, &*table);
    for (const Tsv::Row& row : table->rows()) {
      place_ = file + ":" + std::to_string(row.line);
      if (Result<void> taken = take(row); !taken) {
        table_ = outer;
        return taken;
      }
    }
    table_ = outer;
    return {};
  }

  std::unexpected<Error> fail_at(const Tsv::Row& row, std::size_t column,
                                 const std::string& what) const {
    return std::unexpected(table_->error_at(row, column, what));
  }

  template <class Value, std::size_t kCount>
  Result<Value> named(const Tsv::Row& row, std::size_t column,
                      const std::pair<std::string_view, Value> (&names)[kCount]) const {
    const auto value = find_name<Value>(names, row.cells[column]);
    if (value) return *value;
    return fail_at(row, column, "one of these expected: " + choices<Value>(names));
  }

  Result<std::optional<Stage>> stage(const Tsv::Row& row, std::size_t column) const {
    const std::string_view name = row.cells[column];
    if (name.empty() || name == "-") return std::optional<Stage>();
    const auto value = find_stage(name);
    if (!value) return fail_at(row, column, "no such stage");
    return value;
  }

  template <class Row>
  Result<void> add(PhraseTable<Row>& table, const Tsv::Row& row, Row meaning) {
    meaning.place = place_;
    const auto index = static_cast<std::uint32_t>(table.rows.size());
    table.rows.push_back(std::move(meaning));
    const Result<void> added = table.book.add(row.cells[0], index, lemmas_);
    if (!added) return fail_at(row, 0, added.error().message);
    return {};
  }

  Result<void> load_lemmas() {
    return each_row("lemmas.tsv", {"lemma", "forms", "gerund"},
                    [this](const Tsv::Row& row) {
                      std::vector<std::string_view> forms = split_list(row.cells[1]);
                      forms.push_back(row.cells[2]);
                      lemmas_.add(row.cells[0], forms);
                      lexicon_.lists_["gerund"].add(row.cells[2]);
                      return Result<void>();
                    });
  }

  Result<void> load_lists() {
    const auto take = [this](const Tsv::Row& row) {
      WordSet& list = lexicon_.lists_[std::string(row.cells[0])];
      for (std::string_view word : split_list(row.cells[1])) {
        if (!word.starts_with('~')) {
          list.add(word);
          continue;
        }
        word.remove_prefix(1);
        for (const Lemmas::Word& form : lemmas_.forms(word)) list.add(form.text);
      }
      return Result<void>();
    };
    if (Result<void> done = each_row("lists.tsv", {"list", "words"}, take); !done)
      return done;
    return each_row("grammar.tsv", {"list", "words"}, take);
  }

  Result<void> load_numbers() {
    return each_row(
        "numbers.tsv", {"list", "word", "number"},
        [this](const Tsv::Row& row) -> Result<void> {
          int value = 0;
          const std::string digits(row.cells[2]);
          const char* const end = digits.data() + digits.size();
          if (std::from_chars(digits.data(), end, value).ptr != end) {
            return fail_at(row, 2, "a whole number expected");
          }
          lexicon_.numbers_[std::string(row.cells[0])][word_key(row.cells[1])] = value;
          return {};
        });
  }

  // The rows' cells are taken one after the other; the first fault is kept in `fault_`.
  template <class Value, std::size_t kCount>
  bool take(const Tsv::Row& row, std::size_t column,
            const std::pair<std::string_view, Value> (&names)[kCount], Value& value) {
    const Result<Value> found = named(row, column, names);
    if (found)
      value = *found;
    else
      fault_ = found.error();
    return found.has_value();
  }

  bool take_stage(const Tsv::Row& row, std::size_t column, std::optional<Stage>& value) {
    const Result<std::optional<Stage>> found = stage(row, column);
    if (found)
      value = *found;
    else
      fault_ = found.error();
    return found.has_value();
  }

  bool take_move(const Tsv::Row& row, std::size_t column, std::optional<Move>& value) {
    if (row.cells[column].empty()) return true;
    value = find_move(row.cells[column]);
    if (!value) fault_ = table_->error_at(row, column, "no such move");
    return value.has_value();
  }

  bool take_traits(const Tsv::Row& row, std::size_t column, Predicate& predicate) {
    const std::pair<std::string_view, bool*> traits[] = {
        {"passive", &predicate.passive},
        {"noun", &predicate.noun},
        {"loose", &predicate.loose},
        {"mirror", &predicate.mirror},
        {"elliptic", &predicate.elliptic}};
    for (const std::string_view trait : split_list(row.cells[column])) {
      const auto flag = find_name<bool*>(traits, trait);
      if (!flag) {
        fault_ = table_->error_at(row, column,
                                  "one of these expected: " + choices<bool*>(traits));
        return false;
      }
      **flag = true;
    }
    return true;
  }

  Result<void> read_predicate(const Tsv::Row& row) {
    Predicate predicate;
    std::optional<Stage> reached;
    const bool taken =
        take(row, 1, kTellings, predicate.telling) && take_stage(row, 2, reached) &&
        take(row, 3, kParts, predicate.subject) &&
        take(row, 4, kParts, predicate.object) && take_move(row, 5, predicate.move) &&
        take_traits(row, 6, predicate);
    if (!taken) return std::unexpected(fault_);
    if (!reached && predicate.telling != Telling::kNothing) {
      return fail_at(row, 2, "a stage expected");
    }
    predicate.stage = reached.value_or(Stage::kLinked);
    return add(lexicon_.predicates_, row, std::move(predicate));
  }

  Result<void> load_predicates() {
    return each_row("predicates.tsv",
                    {"phrase", "telling", "stage", "subject", "object", "move", "traits"},
                    [this](const Tsv::Row& row) { return read_predicate(row); });
  }

  Result<void> load_governors() {
    return each_row(
        "governors.tsv", {"phrase", "act", "step", "wish", "certainty", "traits"},
        [this](const Tsv::Row& row) -> Result<void> {
          Governor governor;
          std::optional<Stage>* const stages[] = {&governor.act, &governor.step,
                                                  &governor.wish};
          for (std::size_t i = 0; i < std::size(stages); ++i) {
            const auto value = stage(row, i + 1);
            if (!value) return std::unexpected(value.error());
            *stages[i] = *value;
          }
          if (!row.cells[4].empty()) {
            governor.certainty = find_certainty(row.cells[4]);
            if (!governor.certainty) return fail_at(row, 4, "no such certainty");
          }
          for (const std::string_view trait : split_list(row.cells[5])) {
            if (trait == "negates")
              governor.negates = true;
            else if (trait == "conditional")
              governor.conditional = true;
            else
              return fail_at(row, 5, "one of these expected: negates, conditional");
          }
          return add(lexicon_.governors_, row, std::move(governor));
        });
  }

  Result<void> load_cues() {
    return each_row("cues.tsv", {"phrase", "source", "kind"},
                    [this](const Tsv::Row& row) -> Result<void> {
                      const auto side = named(row, 1, kSides);
                      if (!side) return std::unexpected(side.error());
                      const auto kind = named(row, 2, kCueKinds);
                      if (!kind) return std::unexpected(kind.error());
                      return add(lexicon_.cues_, row, Cue{*side, *kind, {}});
                    });
  }

  Result<void> load_terms() {
    return each_row("terms.tsv", {"phrase", "term", "unit"},
                    [this](const Tsv::Row& row) -> Result<void> {
                      const auto kind = named(row, 1, kTermKinds);
                      if (!kind) return std::unexpected(kind.error());
                      return add(lexicon_.terms_, row,
                                 Term{*kind, std::string(row.cells[2]), {}});
                    });
  }

  Result<void> load_moves() {
    return each_row("moves.tsv", {"phrase", "move"},
                    [this](const Tsv::Row& row) -> Result<void> {
                      const auto move = find_move(row.cells[1]);
                      if (!move) return fail_at(row, 1, "no such move");
                      return add(lexicon_.moves_, row, MoveSign{*move, {}});
                    });
  }

  Result<void> load_weights() {
    Result<Weights> weights = Weights::load(folder_ / "claim_weights.tsv");
    if (!weights) return std::unexpected(weights.error());
    lexicon_.weights_ = std::move(*weights);
    return {};
  }

  fs::path folder_;
  Lexicon& lexicon_;
  Lemmas lemmas_;
  const Tsv* table_ = nullptr;
  Error fault_;
  std::string place_;
};

Result<std::unique_ptr<Lexicon>> Lexicon::load(const fs::path& folder) {
  auto lexicon = std::make_unique<Lexicon>();
  const Result<void> loaded = LexiconLoader(folder, *lexicon).load();
  if (!loaded) return std::unexpected(loaded.error());
  return lexicon;
}

const WordSet& Lexicon::words(std::string_view list) const {
  static const WordSet empty;
  const auto found = lists_.find(list);
  return found == lists_.end() ? empty : found->second;
}

std::vector<std::string_view> Lexicon::lists(std::string_view prefix) const {
  std::vector<std::string_view> names;
  for (auto at = lists_.lower_bound(prefix); at != lists_.end(); ++at) {
    if (!at->first.starts_with(prefix)) break;
    names.push_back(at->first);
  }
  return names;
}

std::optional<int> Lexicon::number(std::string_view list, WordKey key) const {
  const auto table = numbers_.find(list);
  if (table == numbers_.end()) return std::nullopt;
  const auto found = table->second.find(key);
  if (found == table->second.end()) return std::nullopt;
  return found->second;
}

}  // namespace hearsay
