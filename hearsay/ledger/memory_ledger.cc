// The ledger as vectors: what the others must do, in the plainest form. It looks at every
// row for every question.

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "hearsay/base/token.h"
#include "hearsay/ledger/filing.h"
#include "hearsay/ledger/ledger.h"
#include "hearsay/ledger/name_key.h"
#include "hearsay/ledger/phrases.h"

namespace hearsay {
namespace {

using ledger::name_key;

bool names(const std::optional<std::string>& part, const std::string& name) {
  return !part || name_key(name).find(name_key(*part)) != std::string::npos;
}

bool in_time(const Filter& filter, const std::optional<Moment>& published) {
  if (!filter.since && !filter.until) return true;
  if (!published) return false;
  return (!filter.since || published->day >= *filter.since) &&
         (!filter.until || published->day <= *filter.until);
}

bool meets_clubs(const Filter& filter, const Claim& claim) {
  return names(filter.to, claim.to) && names(filter.from, claim.from) &&
         names(filter.origin, claim.origin) &&
         (!filter.stage || claim.stage == *filter.stage);
}

bool asks_for_claims(const Filter& filter) {
  return filter.to || filter.from || filter.origin || filter.stage;
}

template <class Row, class Before>
void put_in_order(std::vector<Row>& rows, const Filter& filter, Before before) {
  std::ranges::stable_sort(rows, before);
  if (filter.limit && rows.size() > *filter.limit) {
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(*filter.limit), rows.end());
  }
}

std::vector<WordKey> word_keys(std::string_view text) {
  std::vector<WordKey> keys;
  for (const Token& token : tokenize(text)) {
    if (token.kind != TokenKind::kPunctuation && token.kind != TokenKind::kSymbol) {
      keys.push_back(token.key);
    }
  }
  return keys;
}

std::size_t occurrences(const std::vector<WordKey>& words,
                        const std::vector<WordKey>& phrase) {
  std::size_t count = 0;
  auto rest = std::ranges::search(words, phrase);
  while (!rest.empty()) {
    ++count;
    rest =
        std::ranges::search(std::ranges::subrange(rest.begin() + 1, words.end()), phrase);
  }
  return count;
}

class MemoryLedger final : public Ledger {
 public:
  Result<std::size_t> record(std::span<const Reading> readings) override {
    std::size_t fresh = 0;
    for (const Reading& reading : readings) {
      const auto [entry, is_new] = entries_.try_emplace(reading.id);
      if (!is_new) continue;
      entry->second = {
          ledger::file_document(reading), ledger::file_claims(reading),
          ledger::file_quotes(reading),
          word_keys(reading.imprint.title.value_or("") + "\n" + reading.text.bytes)};
      ++fresh;
    }
    return fresh;
  }

  Result<bool> has(const std::string& document) override {
    return entries_.contains(document);
  }

  Result<std::vector<FiledClaim>> claims(const Filter& asked) override {
    const Filter filter = ledger::without_blanks(asked);
    std::vector<FiledClaim> rows;
    for (const auto& [id, entry] : entries_) {
      if (!in_time(filter, entry.document.published)) continue;
      std::ranges::copy_if(entry.claims, std::back_inserter(rows),
                           [&](const FiledClaim& row) {
                             return names(filter.player, row.claim.player) &&
                                    meets_clubs(filter, row.claim);
                           });
    }
    put_in_order(rows, filter, [](const FiledClaim& left, const FiledClaim& right) {
      const auto times = compare_times(left.published, right.published);
      if (times != 0) return times < 0;
      return std::tie(left.document, left.claim.evidence.begin) <
             std::tie(right.document, right.claim.evidence.begin);
    });
    return rows;
  }

  Result<std::vector<FiledQuote>> quotes(const Filter& asked) override {
    const Filter filter = ledger::without_blanks(asked);
    std::vector<FiledQuote> rows;
    for (const auto& [id, entry] : entries_) {
      if (!in_time(filter, entry.document.published)) continue;
      const bool wanted = !asks_for_claims(filter) ||
                          std::ranges::any_of(entry.claims, [&](const FiledClaim& row) {
                            return meets_clubs(filter, row.claim);
                          });
      if (!wanted) continue;
      std::ranges::copy_if(
          entry.quotes, std::back_inserter(rows),
          [&](const FiledQuote& row) { return names(filter.player, row.speaker); });
    }
    put_in_order(rows, filter, [](const FiledQuote& left, const FiledQuote& right) {
      const auto times = compare_times(left.published, right.published);
      if (times != 0) return times < 0;
      return std::tie(left.document, left.span.begin) <
             std::tie(right.document, right.span.begin);
    });
    return rows;
  }

  Result<std::vector<FiledDocument>> documents(const Filter& asked) override {
    const Filter filter = ledger::without_blanks(asked);
    std::vector<FiledDocument> rows;
    for (const auto& [id, entry] : entries_) {
      if (!in_time(filter, entry.document.published)) continue;
      const bool wanted = (!filter.player && !asks_for_claims(filter)) ||
                          std::ranges::any_of(entry.claims, [&](const FiledClaim& row) {
                            return names(filter.player, row.claim.player) &&
                                   meets_clubs(filter, row.claim);
                          });
      if (wanted) rows.push_back(entry.document);
    }
    put_in_order(rows, filter, [](const FiledDocument& left, const FiledDocument& right) {
      const auto times = compare_times(left.published, right.published);
      return times != 0 ? times < 0 : left.id < right.id;
    });
    return rows;
  }

  Result<std::vector<FiledDocument>> search(const std::string& words,
                                            std::size_t limit) override {
    std::vector<std::vector<WordKey>> phrases;
    for (const std::string& phrase : ledger::split_phrases(words)) {
      phrases.push_back(word_keys(phrase));
    }
    std::vector<std::pair<double, FiledDocument>> found;
    for (const auto& [id, entry] : entries_) {
      std::size_t count = phrases.empty() ? 0 : 1;
      for (const auto& phrase : phrases) count *= occurrences(entry.words, phrase);
      if (count == 0) continue;
      const auto length = static_cast<double>(entry.words.size());
      found.emplace_back(static_cast<double>(count) / length, entry.document);
    }
    std::ranges::stable_sort(found, [](const auto& left, const auto& right) {
      return left.first > right.first;
    });
    std::vector<FiledDocument> rows;
    for (auto& [weight, document] : found) {
      if (rows.size() < limit) rows.push_back(std::move(document));
    }
    return rows;
  }

 private:
  struct Entry {
    FiledDocument document;
    std::vector<FiledClaim> claims;
    std::vector<FiledQuote> quotes;
    std::vector<WordKey> words;  // of title and text, for search
  };

  std::map<std::string, Entry> entries_;  // by id of the document
};

}  // namespace

std::unique_ptr<Ledger> make_memory_ledger() {
  return std::make_unique<MemoryLedger>();
}

}  // namespace hearsay
