// How many columns of a terminal a text takes, and text that is safe to show there.
//
//     "Özil"  4      "本田圭佑"  8      "👍🏽"  2      "e◌́" (two code points)  1
//
// The smallest thing that may be cut off or wrapped is a cluster: a character with the
// marks that stand on it. The rules are those most terminals share; where they differ
// (emoji with a variation selector) the narrow reading is taken.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay::cli {

struct Cluster {
  std::size_t bytes = 1;
  std::size_t columns = 0;
};

// The cluster at text[at]. REQUIRES: at < text.size().
Cluster cluster_at(std::string_view text, std::size_t at);

// REQUIRES: text is printable().
std::size_t display_width(std::string_view text);

// The text as one line that a terminal shows and does not obey: control characters and
// line ends become single spaces, wrong bytes U+FFFD, and marks that reorder a line
// vanish. What an article contains must never reach a terminal by another way.
std::string printable(std::string_view text);

// The same for a text of several lines whose blanks are a picture (a caret under a word):
// line ends stay, and each blank or control character is one blank.
std::string printable_lines(std::string_view text);

// The text cut to `columns` with `ellipsis` at its end, or as it is when it fits.
// REQUIRES: text is printable().
std::string fit(std::string_view text, std::size_t columns, std::string_view ellipsis);

}  // namespace hearsay::cli
