// Documents have no plain form; the flag is not offered for them.

#include "hearsay/cli/document_rows.h"

#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/ledger_view.h"
#include "hearsay/cli/rows.h"

namespace hearsay::cli {

ExitStatus print_document_rows(Session& session,
                               const Result<std::vector<FiledDocument>>& found) {
  if (!found) {
    session.complain(found.error().message);
    return kUnusable;
  }
  return print_rows(
      session, {.noun = "documents",
                .count = found->size(),
                .json = [&](std::size_t row) { return document_json((*found)[row]); },
                .columns = document_columns(),
                .fields = [&](std::size_t row) { return document_fields((*found)[row]); },
                .plain = {},
                .human = [&] { return print_documents(*found, session.terminal()); }});
}

}  // namespace hearsay::cli
