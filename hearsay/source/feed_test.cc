#include "hearsay/source/feed.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay::source {
namespace {

std::string line(const FeedItem& item) {
  std::string out = item.id + "|" + item.title + "|" + item.link + "|" + item.summary +
                    "|" + item.content + "|";
  for (const auto& author : item.authors) out += author + ";";
  out += "|" + (item.published ? print(*item.published) : "-");
  out += "|" + (item.updated ? print(*item.updated) : "-");
  return out;
}

std::string first(std::string_view bytes) {
  const auto feed = parse_feed(bytes);
  if (!feed) return feed.error().message;
  return feed->items.empty() ? "no items" : line(feed->items.front());
}

TEST(Feed, ReadsEveryKindAlike) {
  struct Case {
    std::string_view bytes;
    std::string_view item;
  };
  const Case cases[] = {
      {"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
       " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
       " xmlns:media='http://search.yahoo.com/mrss/'><channel><title>T</title>"
       "<item><media:title>Picture</media:title><title>Deal "
       "&lt;b&gt;done&lt;/b&gt;</title>"
       "<guid>http://x.example/9</guid><dc:creator>Ann Lee</dc:creator>"
       "<pubDate>Tue, 10 Nov 2020 21:05:00 "
       "+0100</pubDate><description>short</description>"
       "<content:encoded><![CDATA[<p>long</p>]]></content:encoded></item></channel></"
       "rss>",
       "http://x.example/9|Deal done|http://x.example/9|short|<p>long</p>|Ann Lee;|"
       "2020-11-10T20:05:00Z|-"},
      {"<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><channel><title>T</title>"
       "</channel><item><title>One</title><link>http://x.example/1</link></item></"
       "rdf:RDF>",
       "|One|http://x.example/1||||-|-"},
      {"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://x.example/a/'>"
       "<author><name>Bo</name></author><entry><id>tag:1</id><title>Two</title>"
       "<link rel='self' href='self'/><link href='two.html'/>"
       "<updated>2020-11-10T21:05:00Z</updated>"
       "<content type='xhtml'><div>in <b>bold</b></div></content></entry></feed>",
       "tag:1|Two|http://x.example/a/two.html||<div>in <b>bold</b></div>|Bo;|-|"
       "2020-11-10T21:05:00Z"},
      {"<feed><entry><summary type='text'>1 &lt; 2</summary></entry></feed>",
       "|||1 &lt; 2|||-|-"},
      {"<rss><channel><item><title>Caf&eacute; & bar</title><author>a@x.example "
       "(Ann)</author>"
       "<pubDate>2020-11-10</pubDate>",
       "|Café & bar||||Ann;|2020-11-10|-"},
      {"<rss><channel></channel></rss>", "no items"},
      {"<html><body>x</body></html>",
       "is no feed: neither RSS nor Atom; give a page the ending .html"},
      {"", "is no feed: neither RSS nor Atom; give a page the ending .html"},
  };
  for (const Case& row : cases) EXPECT_EQ(first(row.bytes), row.item);
}

TEST(Feed, ExpandsNoEntityOfTheDocument) {
  EXPECT_EQ(first("<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>"
                  "<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
                  "<rss><channel><item><title>x&f;&b;y</title></item></channel></rss>"),
            "|xy|||||-|-");
}

TEST(Feed, ReadsJsonFeed) {
  const auto json = parse_json(
      R"({"version":"https://jsonfeed.org/version/1.1","title":"G","items":[
          {"id":7,"url":"http://x.example/7","title":"T","content_text":"1 < 2",
           "date_published":"2020-11-10T21:05:00Z","authors":[{"name":"Ann"}]}]})");
  ASSERT_TRUE(json);
  const Feed feed = read_json_feed(*json);
  ASSERT_EQ(feed.items.size(), 1U);
  EXPECT_EQ(line(feed.items[0]),
            "7|T|http://x.example/7||1 &lt; 2|Ann;|2020-11-10T21:05:00Z|-");
  const auto documents = documents_of(feed, "f.json");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].imprint.outlet, "G");
}

}  // namespace
}  // namespace hearsay::source
