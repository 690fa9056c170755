#include "hearsay/page/charset.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay::page {
namespace {

TEST(Charset, IsWhatTheBytesMean) {
  struct Case {
    std::string_view bytes;
    const char* declared;  // from outside; null for nothing
    std::string_view text;
  };
  using namespace std::string_view_literals;
  const Case cases[] = {
      {"plain", nullptr, "plain"},
      {"caf\xC3\xA9", nullptr, "café"},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "latin1", "café"},
      {"caf\xE9", nullptr, "café"},
      {"<meta charset=iso-8859-1>\x93hi\x94", nullptr, "<meta charset=iso-8859-1>“hi”"},
      {"<meta charset='latin1'>caf\xC3\xA9", nullptr, "<meta charset='latin1'>café"},
      {"<meta content=\"text/html; charset=windows-1251\">\xC4\xE0", nullptr,
       "<meta content=\"text/html; charset=windows-1251\">Да"},
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>\xB3", nullptr,
       "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>ł"},
      {"\xC4\xE0", "koi8-r", "дЮ"},
      {"\x82\xA0x", "Shift_JIS", "あx"},
      {"\xC4\xE3\x81", "gb2312", "你\uFFFD"},
      {"\xFF\xFEh\0i\0"sv, nullptr, "hi"},
      {"\xFE\xFF\0h\x20\x19"sv, nullptr, "h’"},
      {"caf\xE9", "no-such-charset", "café"},
      {"ca\xC3\xA9 \xC3\xA9 \xFF", nullptr, "caé é \xFF"},
  };
  for (const Case& row : cases) {
    Document document;
    document.bytes = row.bytes;
    document.media = MediaType::kHtml;
    if (row.declared != nullptr) document.charset = row.declared;
    EXPECT_EQ(decode(document).text(), row.text) << row.text;
  }
}

TEST(Charset, LeadsBackToTheBytes) {
  Document document;
  document.bytes =
      "a \x93"
      "b\x94 c";
  const Decoded decoded = decode(document);
  ASSERT_TRUE(decoded.map);
  const std::size_t at = decoded.text().find('b');
  EXPECT_EQ(decoded.map->origin(at, at + 1), (OffsetMap::Extent{3, 4}));
  EXPECT_EQ(decoded.map->origin(2, 5), (OffsetMap::Extent{2, 3}));
  EXPECT_EQ(decoded.map->origin_size(), document.bytes.size());
  EXPECT_EQ(decoded.map->made_size(), decoded.text().size());
}

}  // namespace
}  // namespace hearsay::page
