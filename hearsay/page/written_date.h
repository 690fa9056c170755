// Days as articles write them, in many languages.
//
//     November 10, 2020 · 10. November 2020 · 10 de noviembre de 2020 · 10th Nov 2020
//     2020-11-10 · 2020/11/10 · 10.11.2020 · 10/11/2020 · 2020年11月10日

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "hearsay/base/date.h"
#include "hearsay/knowledge/page_words.h"

namespace hearsay::page {

struct WrittenDate {
  Date day;
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
};

// The first day in `text`. Of 10/11/2020 the first number is the day unless `language` is
// American English or it cannot be. Years before 1990 and after 2099 are no dates of
// news.
std::optional<WrittenDate> find_written_date(std::string_view text,
                                             const PageWords& words,
                                             std::string_view language);

// The day when `text` is one and at most a few words around it.
std::optional<Date> parse_written_date(std::string_view text, const PageWords& words,
                                       std::string_view language);

}  // namespace hearsay::page
