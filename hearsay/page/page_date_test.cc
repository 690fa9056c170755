#include "hearsay/page/page_date.h"

#include <string>

#include <gtest/gtest.h>

#include "hearsay/page/json_ld.h"
#include "hearsay/page/page.h"

namespace hearsay::page {
namespace {

const PageWords& words() {
  static const auto loaded = PageWords::load(HEARSAY_SOURCE_DIR "/data/page");
  return *loaded;
}

TEST(PageDate, ReadsWhatMetadataStates) {
  struct Case {
    std::string_view text;
    std::string_view moment;  // "" for nothing
  };
  const Case cases[] = {
      {"2020-11-10T21:05:00Z", "2020-11-10T21:05:00Z"},
      {"2020-11-10T21:05:00+0100", "2020-11-10T20:05:00Z"},
      {"2020-11-10 21:05:00 +0100", "2020-11-10T20:05:00Z"},
      {"2020-11-10 21:05:00 UTC", "2020-11-10T21:05:00Z"},
      {"2020-11-10T00:00:00+02:00", "2020-11-10"},
      {"2020-11-10", "2020-11-10"},
      {"20201110", "2020-11-10"},
      {"1605042300", "2020-11-10T21:05:00Z"},
      {"Tue, 10 Nov 2020 21:05:00 GMT", "2020-11-10T21:05:00Z"},
      {"10. November 2020", "2020-11-10"},
      {"1970-01-01T00:00:00Z", ""},
      {"soon", ""},
      {"", ""},
  };
  for (const Case& row : cases) {
    const auto moment = parse_stated(row.text, words(), "en");
    EXPECT_EQ(moment ? print(*moment) : "", row.moment) << row.text;
  }
}

TEST(PageDate, CountsTheDayWhereItWasPublished) {
  const auto moment = parse_stated("2020-11-10T22:30:00-05:00", words(), "en");
  ASSERT_TRUE(moment);
  EXPECT_EQ(print(moment->day), "2020-11-10");
  EXPECT_EQ(print(*moment), "2020-11-11T03:30:00Z");
}

TEST(PageDate, ReadsAddresses) {
  struct Case {
    std::string_view address;
    std::string_view day;
  };
  const Case cases[] = {
      {"https://x.example/2020/11/10/deal", "2020-11-10"},
      {"https://x.example/news/2020-11-10-deal", "2020-11-10"},
      {"https://x.example/deal-20201110.html", "2020-11-10"},
      {"https://x.example/10-11-2020-deal", "2020-11-10"},
      {"https://x.example/2020/11/deal", ""},
      {"https://x.example/12345678901", ""},
      {"https://x.example/2020/13/10/", ""},
      {"https://2020-11-10.example/deal", ""},
      {"", ""},
  };
  for (const Case& row : cases) {
    const auto day = day_of_address(row.address);
    EXPECT_EQ(day ? print(*day) : "", row.day) << row.address;
  }
}

// title|outlet|authors|published|language of a page with this head and body.
std::string imprint(std::string_view head, std::string_view body) {
  Document document;
  document.bytes = "<html lang=en><head>" + std::string(head) + "</head><body>" +
                   std::string(body) +
                   "<p>The deal is done, the club said.</p></body></html>";
  document.media = MediaType::kHtml;
  const auto article = read_page(document, words());
  if (!article) return article.error().message;
  const Imprint& found = article->imprint;
  std::string out = found.title.value_or("") + "|" + found.outlet.value_or("") + "|";
  for (const auto& author : found.authors) out += author + ";";
  return out + "|" + (found.published ? print(*found.published) : "") + "|" +
         found.language.value_or("");
}

TEST(PageDate, BelievesTheBestOfManySources) {
  struct Case {
    std::string_view head;
    std::string_view body;
    std::string_view imprint;
  };
  const Case cases[] = {
      {"<title>A &amp; B</title>", "", "A & B||||en"},
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\"},"
       "{\"@type\":[\"NewsArticle\"],\"headline\":\"Deal\",\"datePublished\":"
       "\"2020-11-10T09:00:00Z\",\"author\":[{\"name\":\"Ann Lee\"},\"Bo\"],"
       "\"publisher\":{\"name\":\"Gazette\"}}]}</script><meta name=date "
       "content=2019-01-01>",
       "", "Deal|Gazette|Ann Lee;Bo;|2020-11-10T09:00:00Z|en"},
      {"<meta property='og:title' content='Deal'><meta property='og:site_name' "
       "content=Gazette>"
       "<meta property='article:published_time' content='2020-11-10T00:00:00+01:00'>"
       "<meta name=author content='Ann Lee'>",
       "", "Deal|Gazette|Ann Lee;|2020-11-10|en"},
      {"<link rel=canonical href='https://x.example/2020/11/10/deal'>",
       "<time datetime=2019-01-01>", "|||2020-11-10|en"},
      {"", "<h1>Deal</h1><time datetime='2020-11-10T09:00:00Z'>10 Nov</time>",
       "|||2020-11-10T09:00:00Z|en"},
      {"", "<h1>Deal</h1><span class=post-date>November 10, 2020</span>",
       "|||2020-11-10|en"},
      {"", "<h1>Deal</h1><p>10 November 2020</p>", "|||2020-11-10|en"},
      {"",
       "<h1>Deal</h1><p>The player was born on 10 November 1999 in the south of the "
       "country, "
       "where his parents had moved for work.</p>",
       "||||en"},
      {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\", broken "
       "\"datePublished\": \"2020-11-10\"</script>",
       "", "|||2020-11-10|en"},
  };
  for (const Case& row : cases) {
    EXPECT_EQ(imprint(row.head, row.body), row.imprint) << row.head << row.body;
  }
}

TEST(JsonLd, GivesTheArticleBeforeThePage) {
  const auto found = read_json_ld(
      "//<![CDATA[\n[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},"
      "{\"@type\":\"ReportageNewsArticle\",\"name\":\"Deal\",\"author\":\"Ann\"}]\n//"
      "]]>");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].is_article);
  EXPECT_EQ(found[0].title, "Deal");
  EXPECT_EQ(found[1].published, "2020-01-01");
  EXPECT_TRUE(read_json_ld("{}").empty());
  EXPECT_TRUE(read_json_ld("").empty());
}

}  // namespace
}  // namespace hearsay::page
