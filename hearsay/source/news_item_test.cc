// The news formats of the IPTC: ninjs and NewsML-G2.

#include <string>

#include <gtest/gtest.h>

#include "hearsay/source/file_kind.h"
#include "hearsay/source/json_document.h"
#include "hearsay/source/newsml.h"

namespace hearsay::source {
namespace {

// "uri|title|outlet|author|language|published|media|text", or "!message".
std::string print_document(const Document& document) {
  const Imprint& imprint = document.imprint;
  return imprint.uri + "|" + imprint.title.value_or("-") + "|" +
         imprint.outlet.value_or("-") + "|" +
         (imprint.authors.empty() ? "-" : imprint.authors.front()) + "|" +
         imprint.language.value_or("-") + "|" +
         (imprint.published ? print(*imprint.published) : "-") + "|" +
         (document.media == MediaType::kHtml ? "html" : "plain") + "|" + document.bytes;
}

std::string read_json(const std::string& text) {
  const auto documents = parse_json_documents(text, "f");
  if (!documents) return "!" + documents.error().message;
  return print_document(documents->front());
}

TEST(Ninjs, ReadsVersionOne) {
  EXPECT_EQ(read_json(R"({"uri": "urn:1", "type": "text", "pubstatus": "usable",
      "versioncreated": "2023-03-01T09:30:00Z", "language": "en", "byline": "Ann Lee",
      "headline": "Ramos", "infosource": [{"name": "An Agency"}],
      "body_text": "plain", "body_html": "<p>Terms</p>"})"),
            "urn:1|Ramos|An Agency|Ann Lee|en|2023-03-01T09:30:00Z|html|<p>Terms</p>");
}

TEST(Ninjs, ReadsVersionsTwoAndThree) {
  EXPECT_EQ(read_json(R"({"uri": "urn:2", "firstcreated": "2023-03-01", "by": "Ann Lee",
      "headlines": [{"role": "main", "value": "Ramos"}],
      "bodies": [{"contenttype": "application/nitf+xml", "value": "<nitf/>"},
                 {"contenttype": "text/plain", "value": "Terms."}]})"),
            "urn:2|Ramos|-|Ann Lee|-|2023-03-01|plain|Terms.");
  EXPECT_EQ(read_json(R"({"uri": "urn:3", "standard": {"name": "ninjs"},
      "versionCreated": "2023-03-01",
      "bodies": [{"contentType": "text/html", "value": "<p>Terms</p>"}]})"),
            "urn:3|-|-|-|-|2023-03-01|html|<p>Terms</p>");
}

TEST(Ninjs, SaysWhatIsNoArticle) {
  EXPECT_EQ(read_json(R"({"uri": "urn:1", "pubstatus": "canceled", "body_text": "x"})"),
            "!is a news item marked canceled; it is left out");
  EXPECT_EQ(read_json(R"({"uri": "urn:1", "type": "picture", "headline": "x",
                          "versioncreated": "2023-03-01"})"),
            "!is a news item without a text (picture); leave it out");
}

const std::string kItem =
    R"(<newsItem guid="urn:1" xmlns="http://iptc.org/std/nar/2006-10-01/">
  <itemMeta><provider literal="An Agency"/><versionCreated>2023-03-01T09:30:00Z</versionCreated>
    <pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><by>Ann Lee</by><language tag="en"/><headline>Ramos</headline></contentMeta>
  <contentSet><inlineXML contenttype="application/nitf+xml">
    <nitf><head><title>no</title></head><body><body.head><hedline><hl1>no</hl1></hedline></body.head>
    <body.content><p>Terms &amp; a <org>Club</org>.</p></body.content></body></nitf>
  </inlineXML></contentSet></newsItem>)";

std::string read_xml(const std::string& text) {
  EXPECT_EQ(kind_of("item", text), FileKind::kNewsMl);
  const auto documents = parse_newsml(text, "f");
  if (!documents) return "!" + documents.error().message;
  std::string all;
  for (const Document& document : *documents) all += print_document(document) + "\n";
  return all;
}

TEST(NewsMl, ReadsAnItemWithNitf) {
  EXPECT_EQ(read_xml(kItem),
            "urn:1|Ramos|An Agency|Ann Lee|en|2023-03-01T09:30:00Z|html|"
            "<p>Terms &amp; a Club.</p>\n");
}

TEST(NewsMl, ReadsAMessageOfItems) {
  EXPECT_EQ(read_xml("<?xml version=\"1.0\"?>\n<n:newsMessage xmlns:n=\"x\"><n:itemSet>" +
                     kItem +
                     "<newsItem><contentSet><inlineData>Plain.</inlineData></contentSet>"
                     "</newsItem><newsItem guid=\"picture\"/>"
                     "<newsItem><itemMeta><pubStatus qcode=\"stat:canceled\"/></itemMeta>"
                     "<contentSet><inlineData>Gone.</inlineData></contentSet></newsItem>"
                     "</n:itemSet></n:newsMessage>"),
            "urn:1|Ramos|An Agency|Ann Lee|en|2023-03-01T09:30:00Z|html|"
            "<p>Terms &amp; a Club.</p>\nf#2|-|-|-|-|-|plain|Plain.\n");
}

TEST(NewsMl, SaysWhatIsMissing) {
  EXPECT_EQ(read_xml("<newsItem guid=\"1\"/>"),
            "!has no news item with a text in it; leave it out");
  EXPECT_EQ(read_xml("<newsMessage/>"), "!has no news item in it; is it NewsML-G2?");
}

}  // namespace
}  // namespace hearsay::source
