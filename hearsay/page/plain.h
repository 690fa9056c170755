// A plain text as an article.
//
//     Title: Ramos and the free-agent market     ← header lines, " date 2023-03-01 …" or
//     Date: 2023-03-01                              Markdown front matter
//
//     The captain has two offers.                ← paragraphs between blank lines
//
//     ⚽ Deal done! #MLS — A Club (@aclub) March 1, 2023     ← a post: speaks for its
//     author

#pragma once

#include <string_view>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

// The article in `text`; its map leads to `text`, its imprint holds what the header says.
// `language` (may be empty) helps to read dates.
Article read_plain(std::string_view text, const PageWords& words,
                   std::string_view language);

}  // namespace hearsay::page
