// Tricks that need no letter but those of the keyboard:
//
//     R.a.m.o.s   R-a-m-o-s     letters parted by points or hyphens
//     PauI  lnter  0fficial     I for l, l for I, 0 for O, 1 for l or i
//     Rarnos  vvin              two letters that look like one
//
// Nothing is done unless the word as it stands is in no list and the one behind it is a
// common one. Two letters for one also happen in rare names (Horne), so a text must show
// several of them before one is believed.

#pragma once

#include <optional>
#include <string_view>

#include "hearsay/text/rewriting.h"
#include "hearsay/text/speller.h"

namespace hearsay::text {

// Nothing when there is nothing to change. Clean text costs one look over its bytes, and
// a look-up for one word in thirty. REQUIRES: bytes is UTF-8 of less than 4 GiB.
std::optional<Rewritten> undo_tricks(std::string_view bytes, const Speller& speller);

}  // namespace hearsay::text
