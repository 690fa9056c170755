// Is it news, or is it how he came to be there?
//
// "Ramos joined PSG in 2021" reports nothing in 2023. A finished move is background when
// its sentence dates it long ago, when it only tells the time of something else ("since
// joining"), or when the knowledge base has the player at that club for months already.

#pragma once

#include <optional>
#include <string>

#include "hearsay/base/date.h"
#include "hearsay/claim/frame.h"
#include "hearsay/knowledge/knowledge_base.h"

namespace hearsay::claim {

// A move is told as news for some weeks; the marked articles mention signings of the same
// window up to two months later.
constexpr std::chrono::days kNewsworthy{75};

// What a text is read against: its day and what was known.
struct Setting {
  const Page& page;
  std::optional<Date> now;
  const KnowledgeBase& knowledge;
};

// Why what the frame tells of `player` and `buyer` is background; nothing when it is
// news.
std::optional<std::string> background_of(const Setting& setting, const Frame& frame,
                                         const Subject& player, const Party& buyer);

}  // namespace hearsay::claim
