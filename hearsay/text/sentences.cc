#include "hearsay/text/sentences.h"

#include <algorithm>

#include "hearsay/base/tsv.h"
#include "hearsay/base/utf8.h"
#include "hearsay/text/case.h"

namespace hearsay::text {
namespace {

constexpr std::size_t kShortLine = 45;  // bytes; wrapped prose has lines of 60 and more
constexpr std::size_t kLongestSource =
    9;  // tokens of a bracketed source, brackets counted

bool is_any_of(std::string_view word, std::string_view list) {
  return !word.empty() && word.size() <= 3 && list.find(word) != std::string_view::npos;
}

class Splitter {
 public:
  Splitter(const SentenceInput& input, const Abbreviations& abbreviations)
      : input_(input), abbreviations_(abbreviations) {}

  std::vector<Sentence> run() && {
    const std::size_t count = input_.tokens.size();
    std::size_t first = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t block = block_of(i);
      if (i > first && (block != block_ || ends_before(first, i))) {
        push(first, i);
        first = i;
      }
      block_ = block;
    }
    if (first < count) push(first, count);
    return std::move(sentences_);
  }

 private:
  std::string_view word(std::size_t i) const {
    return slice(input_.bytes, input_.tokens[i].span);
  }

  void push(std::size_t first, std::size_t end) {
    Sentence sentence;
    sentence.span = {input_.tokens[first].span.begin, input_.tokens[end - 1].span.end};
    sentence.first_token = static_cast<std::uint32_t>(first);
    sentence.end_token = static_cast<std::uint32_t>(end);
    sentence.block = static_cast<std::uint32_t>(block_);
    sentences_.push_back(sentence);
  }

  // Tokens come in order, so the block only moves on. Tokens between blocks (there should
  // be none) count for the block before.
  std::size_t block_of(std::size_t i) {
    const std::size_t begin = input_.tokens[i].span.begin;
    while (next_block_ < input_.blocks.size() &&
           input_.blocks[next_block_].span.begin <= begin) {
      ++next_block_;
    }
    return next_block_ == 0 ? 0 : next_block_ - 1;
  }

  bool ends_before(std::size_t first, std::size_t i) const {
    if (!input_.tokens[i].space_before) return false;
    if (ends_by_line(i)) return true;
    const std::size_t stop = stop_before(first, i);
    if (stop == i) return closes_source(first, i);
    return !is_source(i) && may_start(i) && ends_by_stop(stop, i);
  }

  // The white space before token i: a blank line ends a sentence, a line end does when
  // the lines look like a list or a post.
  bool ends_by_line(std::size_t i) const {
    const std::size_t begin = input_.tokens[i - 1].span.end;
    const std::size_t end = input_.tokens[i].span.begin;
    const std::string_view gap = input_.bytes.substr(begin, end - begin);
    const auto lines = std::ranges::count(gap, '\n');
    if (lines != 1) return lines > 1;
    const Token& next = input_.tokens[i];
    const bool bullet = next.kind == TokenKind::kSymbol || is_any_of(word(i), "•*-–—·►▪");
    const bool small = next.kind == TokenKind::kWord && !next.capital;
    return bullet || (!small && is_short_line(begin));
  }

  bool is_short_line(std::size_t end) const {
    const std::size_t from = end > kShortLine ? end - kShortLine : 0;
    const std::size_t line = input_.bytes.substr(0, end).find('\n', from);
    return from == 0 || line < end;
  }

  // The stop that ends what stands before token i, closing signs skipped; i when none
  // does.
  std::size_t stop_before(std::size_t first, std::size_t i) const {
    std::size_t at = i;
    while (at > first) {
      --at;
      if (is_any_of(word(at), ".!?…")) return at;
      if (!is_any_of(word(at), "\"'’”)]»") || input_.tokens[at].space_before) return i;
    }
    return i;
  }

  // ")" behind a full stop and a bracket: the end of a source that was kept with its
  // sentence.
  bool closes_source(std::size_t first, std::size_t i) const {
    if (!is_any_of(word(i - 1), ")]") || !may_start(i)) return false;
    for (std::size_t at = i - 1; at > first && i - at < kLongestSource; --at) {
      if (is_any_of(word(at), "([")) return is_any_of(word(at - 1), ".!?…\"'’”");
    }
    return false;
  }

  bool is_source(std::size_t i) const {
    if (!is_any_of(word(i), "([") || i + 2 >= input_.tokens.size()) return false;
    const Token& inside = input_.tokens[i + 1];
    const bool name = inside.capital || inside.kind == TokenKind::kUrl ||
                      inside.kind == TokenKind::kHandle;
    if (!name) return false;
    const std::size_t end = std::min(input_.tokens.size(), i + kLongestSource);
    for (std::size_t at = i + 1; at < end; ++at) {
      if (is_any_of(word(at), ")]")) return !is_any_of(word(at - 1), ".!?");
    }
    return false;
  }

  bool may_start(std::size_t i) const {
    const Token& token = input_.tokens[i];
    switch (token.kind) {
      case TokenKind::kWord:
        return token.capital || !has_case(i);
      case TokenKind::kPunctuation:
        return is_any_of(word(i), "\"'‘’“”([«•*-–—¿¡„") && i + 1 < input_.tokens.size() &&
               (!input_.tokens[i + 1].space_before || is_any_of(word(i), "•*-–—"));
      default:
        return true;
    }
  }

  // Scripts without capitals start sentences with any letter.
  bool has_case(std::size_t i) const {
    const char32_t first = decode_at(word(i), 0).value;
    return to_capital(first) != first || is_capital(first);
  }

  bool ends_by_stop(std::size_t stop, std::size_t i) const {
    if (word(stop) != ".") return true;
    if (stop > 0 && word(stop - 1) == ".") return true;  // "..." and a capital
    const std::string_view before = dotted_word(stop);
    const bool closed = stop + 1 < i;  // by a quotation mark or bracket
    switch (abbreviations_.ends(before)) {
      case Abbreviations::Ends::kNever:
        return false;
      case Abbreviations::Ends::kMaybe:
        return input_.tokens[i].capital;
      case Abbreviations::Ends::kYes:
        break;
    }
    return closed || !is_initial(before, stop);
  }

  // "U.S" of "the U.S.": what stands before the stop without white space.
  std::string_view dotted_word(std::size_t stop) const {
    std::size_t first = stop;
    while (first > 0 && stop - first < 8 && !input_.tokens[first].space_before) {
      const bool part =
          input_.tokens[first - 1].kind == TokenKind::kWord || word(first - 1) == ".";
      if (!part) break;
      --first;
    }
    const std::size_t begin = input_.tokens[first].span.begin;
    return input_.bytes.substr(begin, input_.tokens[stop].span.begin - begin);
  }

  // "J. Alba", "J.P. Morgan"; but "plan B. Then" cannot be told apart and is not.
  bool is_initial(std::string_view before, std::size_t stop) const {
    const Token& letter = input_.tokens[stop == 0 ? 0 : stop - 1];
    return stop > 0 && letter.capital && slice(input_.bytes, letter.span).size() == 1 &&
           before != "I";
  }

  const SentenceInput& input_;
  const Abbreviations& abbreviations_;
  std::vector<Sentence> sentences_;
  std::size_t block_ = 0;
  std::size_t next_block_ = 0;
};

}  // namespace

Result<Abbreviations> Abbreviations::load(const std::filesystem::path& table) {
  Abbreviations abbreviations;
  if (!std::filesystem::exists(table)) return abbreviations;
  const Result<Tsv> rows = Tsv::load(table, {"abbreviation", "ends"});
  if (!rows) return std::unexpected(rows.error());
  for (const Tsv::Row& row : rows->rows()) {
    if (row.cells[1] != "never" && row.cells[1] != "maybe") {
      return std::unexpected(rows->error_at(row, 1, "never or maybe"));
    }
    abbreviations.words_[std::string(row.cells[0])] =
        row.cells[1] == "never" ? Ends::kNever : Ends::kMaybe;
  }
  return abbreviations;
}

Abbreviations::Ends Abbreviations::ends(std::string_view word) const {
  auto found = words_.find(std::string(word));
  if (found == words_.end() && shape_of(word) == Shape::kCapital) {
    found = words_.find(to_small(word));
  }
  return found == words_.end() ? Ends::kYes : found->second;
}

std::vector<Sentence> find_sentences(const SentenceInput& input,
                                     const Abbreviations& abbreviations) {
  return Splitter(input, abbreviations).run();
}

}  // namespace hearsay::text
