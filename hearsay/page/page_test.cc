#include "hearsay/page/page.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace hearsay::page {
namespace {

const PageWords& words() {
  static const auto loaded = PageWords::load(HEARSAY_SOURCE_DIR "/data/page");
  return *loaded;
}

std::string_view name_of(BlockKind kind) {
  constexpr std::string_view kNames[] = {"headline", "heading", "paragraph", "item",
                                         "row",      "caption", "post",      "quote"};
  return kNames[static_cast<int>(kind)];
}

// "kind: text" a block; of a post "post author @handle day: text". Line ends are shown as
// ¶.
std::vector<std::string> lines(const Article& article) {
  std::vector<std::string> all;
  for (const auto& block : article.blocks) {
    std::string line(name_of(block.kind));
    if (block.post) {
      line += " " + block.post->author + " @" + block.post->handle + " ";
      line += block.post->posted ? print(*block.post->posted) : "-";
    }
    line += ": ";
    for (const char c : slice(article.bytes, block.span)) {
      if (c == '\n') {
        line += "¶";
      } else {
        line += c;
      }
    }
    all.push_back(line);
  }
  return all;
}

Document document(std::string bytes, MediaType media) {
  Document made;
  made.bytes = std::move(bytes);
  made.media = media;
  made.imprint.uri = "here";
  return made;
}

std::vector<std::string> plain(std::string bytes) {
  const auto article = read_page(document(std::move(bytes), MediaType::kPlain), words());
  return article ? lines(*article) : std::vector<std::string>{article.error().message};
}

std::vector<std::string> html(std::string bytes) {
  const auto article = read_page(document(std::move(bytes), MediaType::kHtml), words());
  return article ? lines(*article) : std::vector<std::string>{article.error().message};
}

using Lines = std::vector<std::string>;

// Prose to put short things between: two paragraphs that end as sentences do.
constexpr const char* kFirst =
    "The captain has an offer from the league across the ocean, and his contract ends in "
    "June.";
constexpr const char* kSecond =
    "The club would not comment on it, but those close to the player expect an answer "
    "soon.";

std::string between(const std::string& text) {
  return std::string(kFirst) + "\n\n" + text + "\n\n" + kSecond + "\n";
}

Lines with_prose(const Lines& inner) {
  Lines all{std::string("paragraph: ") + kFirst};
  all.insert(all.end(), inner.begin(), inner.end());
  all.push_back(std::string("paragraph: ") + kSecond);
  return all;
}

TEST(PlainPage, NamesBlocksByTheirLook) {
  struct Case {
    std::string text;
    Lines blocks;
  };
  const Case cases[] = {
      {"Where the money comes from", {"heading: Where the money comes from"}},
      {"The defender waves to the crowd in Paris\n\nHe was a guest at the fight on "
       "Sunday",
       {"caption: The defender waves to the crowd in Paris",
        "caption: He was a guest at the fight on Sunday"}},
      {"The defender on his way to the training ground with his wife and his four sons "
       "in May",
       {"caption: The defender on his way to the training ground with his wife and his "
        "four "
        "sons in May"}},
      {"- one move\n- another\n  that goes on",
       {"item: - one move", "item: - another¶  that goes on"}},
      {"He said:\n\n\"I go.\"", {"paragraph: He said:", "paragraph: \"I go.\""}},
      {"⚽ Deal done! #MLS — A Club (@aclub) March 1, 2023",
       {"post A Club @aclub 2023-03-01: ⚽ Deal done! #MLS — A Club (@aclub) March 1, "
        "2023"}},
      {"⚪ Two goals...\n\n\n\n👀 Three! #cup pic.twitter.com/x — The Cup 🏆 (@cup) 2 "
       "May 2021",
       {"post The Cup 🏆 @cup 2021-05-02: ⚪ Two goals...¶¶¶¶👀 Three! #cup "
        "pic.twitter.com/x — "
        "The Cup 🏆 (@cup) 2 May 2021"}},
      {"🗣️ The coach:\n\n\"He stays.\"\n\n\n\n[Press #room] — Ann (@ann_1) May 2, 2021",
       {"post Ann @ann_1 2021-05-02: 🗣️ The coach:¶¶\"He stays.\"¶¶¶¶[Press #room] — Ann "
        "(@ann_1) "
        "May 2, 2021"}},
      {"Here we go!\n\n— Bo (@bo) May 2, 2021 And the text goes on from here.",
       {"post Bo @bo 2021-05-02: Here we go!¶¶— Bo (@bo) May 2, 2021",
        "paragraph: And the text goes on from here."}},
      {"The reporter Bo (@bo) said on May 2, 2021 that it is done.",
       {"paragraph: The reporter Bo (@bo) said on May 2, 2021 that it is done."}},
  };
  for (const Case& row : cases)
    EXPECT_EQ(plain(between(row.text)), with_prose(row.blocks));
}

TEST(PlainPage, LeavesShortTextsAsParagraphs) {
  EXPECT_EQ(plain("Kane to Bayern, here we go"),
            Lines{"paragraph: Kane to Bayern, here we go"});
  EXPECT_EQ(plain("Kane to Bayern\n\nRice to Arsenal\n\nMore at ten"),
            (Lines{"paragraph: Kane to Bayern", "paragraph: Rice to Arsenal",
                   "paragraph: More at ten"}));
}

TEST(PlainPage, ReadsItsHeader) {
  struct Case {
    std::string_view text;
    std::string_view imprint;  // uri|title|outlet|authors|published|language
    std::string_view first;
  };
  const Case cases[] = {
      {" date 2023-03-01 Ramos leaves.", "here|||;|2023-03-01|",
       "paragraph: Ramos leaves."},
      {"date 2023-03-01\n\nRamos leaves.", "here|||;|2023-03-01|",
       "paragraph: Ramos leaves."},
      {"date palms are sold.", "here|||;||", "paragraph: date palms are sold."},
      {"Title: He goes\nDate: 1 March 2023\nSource: Gazette\nAuthor: Ann Lee, "
       "Bo\n\nText.",
       "here|He goes|Gazette|Ann Lee;Bo;|2023-03-01|", "paragraph: Text."},
      {"---\ntitle: \"He goes\"\ntags:\n  - x\ndate: 2023-03-01T10:00:00+01:00\nlang: "
       "en\n---\nT.",
       "here|He goes||;|2023-03-01T09:00:00Z|en", "paragraph: T."},
      {"Note: this is text.\n\nMore.", "here|||;||", "paragraph: Note: this is text."},
  };
  for (const Case& row : cases) {
    const auto article =
        read_page(document(std::string(row.text), MediaType::kPlain), words());
    ASSERT_TRUE(article) << row.text;
    const Imprint& imprint = article->imprint;
    std::string got = imprint.uri + "|" + imprint.title.value_or("") + "|" +
                      imprint.outlet.value_or("") + "|";
    for (const auto& author : imprint.authors) got += author + ";";
    if (imprint.authors.empty()) got += ";";
    got += "|" + (imprint.published ? print(*imprint.published) : "") + "|" +
           imprint.language.value_or("");
    EXPECT_EQ(got, row.imprint);
    EXPECT_EQ(lines(*article).front(), row.first);
  }
}

TEST(PlainPage, FailsWithoutText) {
  EXPECT_EQ(plain(""), Lines{"here: has no text to read"});
  EXPECT_EQ(plain(" \n\n\t"), Lines{"here: has no text to read"});
  EXPECT_EQ(plain(std::string("\x01\x02\x03\x04 abc", 8)),
            Lines{"here: is not text (binary bytes); leave it out"});
}

std::string page_with(const std::string& inner) {
  return std::string(
             "<!doctype "
             "html><html><head><title>T</title><style>p{}</style></head><body>") +
         "<nav><ul><li><a href=/>Home</a></ul></nav><div class='story'><p>" + kFirst +
         "</p>" + inner + "<p>" + kSecond +
         "</p></div><div class=related><p><a href=x>Other news</a></p>" +
         "</div><footer>All rights reserved, and so on.</footer></body></html>";
}

TEST(HtmlPage, MakesBlocksOfTheArticleOnly) {
  struct Case {
    std::string html;
    Lines blocks;
  };
  const Case cases[] = {
      {"<p>Caf&eacute;\n  <b>bar</b> &amp; R&D&nbsp;x<br>new</p>",
       {"paragraph: Café bar & R&D x¶new"}},
      {"<h2>Where it began</h2>", {"heading: Where it began"}},
      {"<ul><li>One thing<li>Another thing</ul>",
       {"item: One thing", "item: Another thing"}},
      {"<figure><img src=x><figcaption>The captain in May</figcaption></figure>",
       {"caption: The captain in May"}},
      {"<table><tr><td>Fee<td>20m</table>", {"row: Fee 20m"}},
      {"<blockquote><p>I go.</p></blockquote>", {"quote: I go."}},
      {"<script>var x='<p>no</p>';</script><!-- <p>no</p> -->", {}},
      {"<p>a < b and 3 <4</p>", {"paragraph: a < b and 3 <4"}},
      {"<blockquote class=twitter-tweet><p>Done! <a href=#>#MLS</a></p>&mdash; A Club "
       "(@aclub) "
       "<a href=#>March 1, 2023</a></blockquote>",
       {"post A Club @aclub 2023-03-01: Done! #MLS¶— A Club (@aclub) March 1, 2023"}},
      {"<div class='share-buttons'>Share this with all your friends</div>", {}},
      {"<p><a href=x>Read more: the other player</a></p>", {}},
  };
  for (const Case& row : cases)
    EXPECT_EQ(html(page_with(row.html)), with_prose(row.blocks));
}

TEST(HtmlPage, ReadsWhatIsHardlyHtml) {
  EXPECT_EQ(html("just words"), Lines{"paragraph: just words"});
  EXPECT_EQ(html("<p>one<p>two"), (Lines{"paragraph: one", "paragraph: two"}));
  EXPECT_EQ(html("<p>Deal</p><p>done"), (Lines{"paragraph: Deal", "paragraph: done"}));
  EXPECT_EQ(html("<html><body></body></html>"), Lines{"here: has no text to read"});
  EXPECT_EQ(html("<"), Lines{"paragraph: <"});
  EXPECT_EQ(html("<p>text <b"), Lines{"paragraph: text"});
}

// Every word without a reference in it stands, byte for byte, where the map says.
void expect_home(const std::string& bytes, MediaType media) {
  const auto article = read_page(document(bytes, media), words());
  ASSERT_TRUE(article);
  EXPECT_EQ(article->map.origin_size(), bytes.size());
  EXPECT_EQ(article->map.made_size(), article->bytes.size());
  std::size_t checked = 0;
  for (const auto& block : article->blocks) {
    for (std::size_t at = block.span.begin; at < block.span.end;) {
      std::size_t end = at;
      while (end < block.span.end &&
             std::isalnum(static_cast<unsigned char>(article->bytes[end]))) {
        ++end;
      }
      if (end == at) {
        ++at;
        continue;
      }
      const auto home = article->map.origin(at, end);
      EXPECT_EQ(bytes.substr(home.begin, home.end - home.begin),
                article->bytes.substr(at, end - at));
      ++checked;
      at = end;
    }
  }
  EXPECT_GT(checked, 10U);
}

TEST(Page, LeadsEveryWordBackToItsBytes) {
  const std::string inner =
      "<p>Caf&eacute; x <i>in</i> a\n\n row&nbsp;of &quot;words&quot; 5</p>"
      "<table><tr><td>a1<td>b2</table><ul><li> c3 <li>d4</ul>";
  expect_home(page_with(inner), MediaType::kHtml);
  expect_home("\xEF\xBB\xBF" + page_with(inner), MediaType::kHtml);
  expect_home(
      "<meta charset=latin1>" + page_with(inner + "<p>gar\xE7on \x93quoted\x94 word</p>"),
      MediaType::kHtml);
  expect_home(between("Title: x\n\n⚽ Deal — A (@a) May 2, 2021 rest of it"),
              MediaType::kPlain);
  expect_home("\xEF\xBB\xBF date 2023-03-01 " + between("caf\xC3\xA9 three"),
              MediaType::kPlain);
  expect_home(between("caf\xE9 three"), MediaType::kPlain);
}

}  // namespace
}  // namespace hearsay::page
