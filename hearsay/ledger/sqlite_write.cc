// The writing half of sqlite_rows.h.

#include <algorithm>
#include <initializer_list>

#include "hearsay/base/json.h"
#include "hearsay/ledger/filing.h"
#include "hearsay/ledger/name_key.h"
#include "hearsay/ledger/sqlite_rows.h"

namespace hearsay::ledger {
namespace {

// Empty text of ours is NULL in a table: nobody knows.
std::optional<std::string_view> known(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::string_view(text);
}

std::optional<std::string> day_of(const std::optional<Moment>& moment) {
  if (!moment) return std::nullopt;
  return print(moment->day);
}

std::optional<std::string> instant_of(const std::optional<Moment>& moment) {
  if (!moment || !moment->instant) return std::nullopt;
  return print(*moment);
}

// A sum as three columns.
struct Sum {
  std::optional<std::string> text;
  std::optional<std::int64_t> minor_units;
  std::optional<std::string_view> currency;
};

Sum sum_of(const std::optional<Money>& money) {
  if (!money) return {};
  return {print(*money), money->minor_units, std::string_view(money->currency)};
}

std::string json_list(const std::vector<std::string>& names) {
  Json list = Json::array();
  for (const std::string& name : names) list.push(name);
  return print(list);
}

std::string insert_into(std::string_view table,
                        std::initializer_list<std::string_view> columns) {
  std::string names;
  std::string places;
  for (const std::string_view column : columns) {
    names.append(names.empty() ? "" : ", ").append(column);
    places.append(places.empty() ? "?" : ", ?");
  }
  return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + places + ")";
}

std::string insert_document() {
  return insert_into("documents", {"id", "uri", "title", "outlet", "authors",
                                   "published_on", "published_at", "language", "words",
                                   "repairs", "repaired_share", "obfuscated"}) +
         " ON CONFLICT (id) DO NOTHING";
}

std::string insert_claim() {
  return insert_into("claims", {"document",
                                "seq",
                                "player",
                                "from_club",
                                "to_club",
                                "move",
                                "stage",
                                "denied",
                                "certainty",
                                "voices",
                                "origin",
                                "origin_kind",  //
                                "fee",
                                "fee_minor_units",
                                "fee_currency",  //
                                "contract_until",
                                "contract_ending",
                                "contract_years",  //
                                "wage",
                                "wage_minor_units",
                                "wage_currency",
                                "wage_period",  //
                                "option_kind",
                                "option_obligation",
                                "option_holder",
                                "option_years",  //
                                "option_fee",
                                "option_fee_minor_units",
                                "option_fee_currency",  //
                                "evidence",
                                "text_begin",
                                "text_end",
                                "raw_begin",
                                "raw_end",  //
                                "player_fold",
                                "from_fold",
                                "to_fold",
                                "origin_fold"});
}

std::string insert_quote() {
  return insert_into("quotes",
                     {"document", "seq", "speaker", "spoken_to", "words", "text_begin",
                      "text_end", "raw_begin", "raw_end", "speaker_fold"});
}

std::string insert_post() {
  return insert_into("posts", {"document", "seq", "author", "handle", "posted_on",
                               "posted_at", "words", "text_begin", "text_end"});
}

std::string insert_mention() {
  return insert_into("mentions", {"document", "seq", "kind", "name", "naming", "role",
                                  "text_begin", "text_end"});
}

// Binds in groups; each group goes on where the one before ended.
class Binder {
 public:
  explicit Binder(Statement& statement) : statement_(&statement) {}

  template <class... Values>
  void add(const Values&... values) {
    (statement_->bind_at(++place_, values), ...);
  }

 private:
  Statement* statement_;
  int place_ = 0;
};

void bind_terms(Binder& row, const Terms& terms) {
  const Sum fee = sum_of(terms.fee);
  row.add(fee.text, fee.minor_units, fee.currency, known(terms.contract_until),
          terms.contract_ending, terms.contract_years);
  const Sum wage = sum_of(terms.wage);
  row.add(wage.text, wage.minor_units, wage.currency, known(terms.wage_period));

  const auto& option = terms.option;
  if (!option) {
    const std::optional<int> none;
    row.add(none, none, none, none, none, none, none);
    return;
  }
  const Sum option_fee = sum_of(option->fee);
  const auto years = option->years == 0 ? std::nullopt : std::optional(option->years);
  row.add(to_string(option->kind), option->obligation, known(option->holder), years,
          option_fee.text, option_fee.minor_units, option_fee.currency);
}

// The rows of a reading without their document: claims, quotes … each with a number of
// its own within it.
template <class Things, class Write>
Result<void> write_each(const Things& things, Write write) {
  std::size_t seq = 0;
  for (const auto& thing : things) {
    if (auto done = write(thing, seq++); !done) return done;
  }
  return {};
}

}  // namespace

Result<RowWriter> RowWriter::make(const Connection& connection) {
  const std::string scripts[] = {
      insert_document(),
      insert_into("texts", {"document", "text"}),
      insert_into("texts_fts", {"rowid", "title", "text"}),
      insert_claim(),
      insert_into("voices", {"claim", "position", "name"}),
      insert_quote(),
      insert_post(),
      insert_mention(),
  };
  std::vector<Statement> made;
  for (const std::string& script : scripts) {
    auto statement = connection.prepare(script);
    if (!statement) return std::unexpected(statement.error());
    made.push_back(*std::move(statement));
  }
  return RowWriter(connection,
                   Inserts{std::move(made[0]), std::move(made[1]), std::move(made[2]),
                           std::move(made[3]), std::move(made[4]), std::move(made[5]),
                           std::move(made[6]), std::move(made[7])});
}

Result<bool> RowWriter::write(const Reading& reading) {
  if (auto done = write_document(reading); !done) return std::unexpected(done.error());
  if (connection_->changed_rows() == 0) return false;
  const std::int64_t document = connection_->last_row();
  for (const auto part :
       {&RowWriter::write_text, &RowWriter::write_claims, &RowWriter::write_quotes,
        &RowWriter::write_posts, &RowWriter::write_mentions}) {
    if (auto done = (this->*part)(reading, document); !done) {
      return std::unexpected(done.error());
    }
  }
  return true;
}

Result<void> RowWriter::write_document(const Reading& reading) {
  const Imprint& imprint = reading.imprint;
  const Text& text = reading.text;
  Binder row(inserts_.document);
  row.add(reading.id, imprint.uri, imprint.title, imprint.outlet,
          json_list(imprint.authors));
  row.add(day_of(imprint.published), instant_of(imprint.published), text.language);
  row.add(word_count(text), text.repairs.size(), text.repaired_share, text.obfuscated);
  return inserts_.document.run();
}

Result<void> RowWriter::write_text(const Reading& reading, std::int64_t document) {
  inserts_.text.bind(document, reading.text.bytes);
  if (auto done = inserts_.text.run(); !done) return done;
  inserts_.words.bind(document, reading.imprint.title, reading.text.bytes);
  return inserts_.words.run();
}

Result<void> RowWriter::write_claims(const Reading& reading, std::int64_t document) {
  return write_each(
      reading.claims, [&](const Claim& claim, std::size_t seq) -> Result<void> {
        Binder row(inserts_.claim);
        row.add(document, seq, claim.player, known(claim.from), known(claim.to));
        row.add(to_string(claim.move), to_string(claim.stage), claim.denied,
                to_string(claim.certainty));
        row.add(json_list(claim.voices), known(claim.origin),
                to_string(claim.origin_kind));
        bind_terms(row, claim.terms);
        row.add(words_at(reading.text, claim.evidence), claim.evidence.begin,
                claim.evidence.end, claim.raw_evidence.begin, claim.raw_evidence.end);
        row.add(name_key(claim.player), name_key(claim.from), name_key(claim.to),
                name_key(claim.origin));
        if (auto done = inserts_.claim.run(); !done) return done;
        const std::int64_t number = connection_->last_row();
        return write_each(claim.voices,
                          [&](const std::string& voice, std::size_t position) {
                            inserts_.voice.bind(number, position, voice);
                            return inserts_.voice.run();
                          });
      });
}

Result<void> RowWriter::write_quotes(const Reading& reading, std::int64_t document) {
  return write_each(reading.quotes, [&](const Quote& quote, std::size_t seq) {
    Binder row(inserts_.quote);
    row.add(document, seq, quote.speaker, known(quote.to),
            words_at(reading.text, quote.span));
    row.add(quote.span.begin, quote.span.end, quote.raw.begin, quote.raw.end,
            name_key(quote.speaker));
    return inserts_.quote.run();
  });
}

Result<void> RowWriter::write_posts(const Reading& reading, std::int64_t document) {
  std::vector<BasicBlock<TextSpan>> posts;
  std::ranges::copy_if(reading.text.blocks, std::back_inserter(posts),
                       [](const auto& block) { return block.kind == BlockKind::kPost; });
  return write_each(posts, [&](const BasicBlock<TextSpan>& block, std::size_t seq) {
    const PostSource source = block.post.value_or(PostSource{});
    Binder row(inserts_.post);
    row.add(document, seq, known(source.author), known(source.handle));
    row.add(day_of(source.posted), instant_of(source.posted),
            words_at(reading.text, block.span), block.span.begin, block.span.end);
    return inserts_.post.run();
  });
}

Result<void> RowWriter::write_mentions(const Reading& reading, std::int64_t document) {
  return write_each(reading.mentions, [&](const Mention& mention, std::size_t seq) {
    const auto role = mention.role == Role::kNone
                          ? std::nullopt
                          : std::optional(to_string(mention.role));
    Binder row(inserts_.mention);
    row.add(document, seq, to_string(mention.kind), mention.name,
            to_string(mention.naming));
    row.add(role, mention.span.begin, mention.span.end);
    return inserts_.mention.run();
  });
}

}  // namespace hearsay::ledger
