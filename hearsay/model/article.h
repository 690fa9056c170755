// What the stages before reading hand on: the bytes of a document, and the article in it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/base/date.h"
#include "hearsay/base/span.h"
#include "hearsay/model/offset_map.h"

namespace hearsay {

// What is known of a publication before and after reading it. Unknown is nothing, never
// "".
struct Imprint {
  std::string uri;  // where it came from: path, URL, or the line's own uri
  std::optional<std::string> title;
  std::optional<std::string> outlet;  // as its readers call it: "Sportskeeda"
  std::vector<std::string> authors;
  std::optional<Moment> published;
  std::optional<std::string> language;  // BCP 47: "en", "pt"

  bool operator==(const Imprint&) const = default;
};

enum class MediaType : std::uint8_t { kPlain, kHtml };

// The bytes of one publication as they came, and what their container said of them.
struct Document {
  std::string bytes;  // `RawSpan`s count these
  MediaType media = MediaType::kPlain;
  std::optional<std::string> charset;  // as declared from outside, e.g. an HTTP header
  std::optional<Moment> fetched;  // when the bytes were taken; nothing is published later
  Imprint imprint;  // what the container (a JSON line, a feed item) told; often only uri
};

// The voice a stretch of an article speaks in.
enum class BlockKind : std::uint8_t {
  kHeadline,  // the article's own title
  kHeading,   // a heading inside the article
  kParagraph,
  kListItem,
  kTableRow,
  kCaption,  // of a picture: often repeats, seldom news
  kPost,     // an embedded social-media post: speaks for its author, not for the article
  kQuote,    // a block quote
};

// The words of an article block: who speaks, and when, if it is not the article itself.
struct PostSource {
  std::string author;  // "UEFA Champions League"
  std::string handle;  // "ChampionsLeague", without @; may be empty
  std::optional<Moment> posted;

  bool operator==(const PostSource&) const = default;
};

template <class Span>
struct BasicBlock {
  Span span;
  BlockKind kind = BlockKind::kParagraph;
  std::optional<PostSource> post;  // for kPost, when the post names its author
};

// The article of a document: the text a reader would read, in blocks.
struct Article {
  std::string bytes;  // UTF-8 when the document's charset was known
  OffsetMap map;      // from `bytes` to Document::bytes
  std::vector<BasicBlock<PageSpan>>
      blocks;  // ascending, disjoint; only white space between
  Imprint imprint;
};

}  // namespace hearsay
