// The last line of an embedded social-media post, which names who speaks in it:
//
//     … #UCL pic.twitter.com/x — UEFA Champions League (@ChampionsLeague) November 10,
//     2020
//                              └ dash └ author           └ handle         └ posted

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "hearsay/knowledge/page_words.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

struct Signature {
  PostSource source;
  std::size_t begin = 0;  // of the dash, in the text
  std::size_t end = 0;    // behind the date
};

// The first signature in `text` at or behind `from`. The date must be there: a name with
// a handle alone is how articles introduce people.
std::optional<Signature> find_signature(std::string_view text, std::size_t from,
                                        const PageWords& words,
                                        std::string_view language);

// Whether the text begins with an emoji or another picture character.
bool starts_with_emoji(std::string_view text);

// Signs of a post that prose seldom has: an emoji in front, a hashtag, a handle, a
// picture link.
bool looks_like_post(std::string_view text);

}  // namespace hearsay::page
