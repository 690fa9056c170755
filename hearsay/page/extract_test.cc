#include "hearsay/page/extract.h"

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "hearsay/page/outlet.h"

namespace hearsay::page {
namespace {

namespace fs = std::filesystem;

// A data folder with two outlets and nothing else.
class ExtractTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("extract_" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "knowledge");
    write("common_words", "word");
    write("countries", "key\tname\tother_names\tdemonyms");
    write("competitions", "key\tname\tother_names\tcontext_names\tcountry\tkind");
    write("clubs",
          "key\tname\tofficial\tshort\tnicknames\tforeign\tcontext_names\thandles\tcity\t"
          "country\tleague\tparent\twomen\tnotability");
    write("outlets",
          "key\tname\tother_names\tcontext_"
          "names\tdomains\thandles\tlanguage\tcountry\tkind\n"
          "gazette\tThe Gazette\tGazette Online\t\tgazette.example\t\ten\t\tnewspaper\n"
          "sport\tSport Daily\t\t\tsport.example\t\tes\t\tnewspaper");
    write("people", "key\tname\tother_names\tshort\trole\torganisations\thandles");
    write("players",
          "key\tname\tfull_name\tother_names\tshort\tnicknames\tborn_on\tnationalities\t"
          "position\twomen\tnotability");
    write("spells", "player\tfrom\tclub\tto\tkind");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& table, const std::string& rows) const {
    std::ofstream(folder_ / "knowledge" / (table + ".tsv")) << rows << "\n";
  }

  fs::path folder_;
};

TEST_F(ExtractTest, CallsOutletsByTheirUsualName) {
  const auto knowledge = KnowledgeBase::load(folder_);
  ASSERT_TRUE(knowledge) << knowledge.error().message;
  struct Case {
    std::string_view uri;
    std::string_view page;
    std::string_view outlet;
  };
  const Case cases[] = {
      {"a.html", "<meta property=og:site_name content='Gazette Online'><p>Text.</p>",
       "The Gazette"},
      {"https://www.sport.example/1", "<p>Text.</p>", "Sport Daily"},
      {"a.html", "<link rel=canonical href='https://sport.example/1'><p>Text.</p>",
       "Sport Daily"},
      {"a.html", "<meta property=og:site_name content='A blog'><p>Text.</p>", "A blog"},
      {"a.html", "<p>Text.</p>", ""},
  };
  for (const Case& row : cases) {
    Document document;
    document.bytes = row.page;
    document.media = MediaType::kHtml;
    document.imprint.uri = row.uri;
    const auto article = extract(document, *knowledge);
    ASSERT_TRUE(article) << article.error().message;
    EXPECT_EQ(article->imprint.outlet.value_or(""), row.outlet) << row.page;
    EXPECT_EQ(article->imprint.uri, row.uri);
  }
}

TEST(Outlet, FindsTheHostOfAUri) {
  EXPECT_EQ(host_of("https://www.x.example:8080/a?b"), "www.x.example");
  EXPECT_EQ(host_of("https://me@x.example"), "x.example");
  EXPECT_EQ(host_of("some/path.html"), "");
}

}  // namespace
}  // namespace hearsay::page
