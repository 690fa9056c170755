#include "hearsay/base/json.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Json, PrintsWhatItReads) {
  const char* const texts[] = {
      "null",
      "true",
      "[]",
      "{}",
      "-7",
      "0.5",
      R"(["a",1,[null,{"b":false}]])",
      R"({"player":"Özil","fee":null,"text":"a\nb\"c\\"})",
      R"("\u0001\u007f🚨")",
  };
  for (const char* text : texts) {
    const auto value = parse_json(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(print(*value), text);
  }
}

TEST(Json, FindsMembersAndKeepsTheirOrder) {
  Json object = Json::object();
  object.set("z", 1);
  object.set("a", "x");
  EXPECT_EQ(print(object), R"({"z":1,"a":"x"})");
  EXPECT_EQ(*object.find("a")->string(), "x");
  EXPECT_EQ(object.find("b"), nullptr);
  EXPECT_EQ(Json(3).find("a"), nullptr);
}

TEST(Json, RefusesWhatIsNoJson) {
  const std::string deep(100'000, '[');
  for (const std::string& text :
       {std::string("{"), std::string(""), std::string("{'a':1}"), std::string("[1,]"),
        std::string("\"\xFF\""), deep}) {
    const auto value = parse_json(text);
    ASSERT_FALSE(value) << text.substr(0, 20);
    EXPECT_EQ(value.error().code, ErrorCode::kMalformed);
    EXPECT_TRUE(value.error().message.starts_with("not valid JSON: "));
  }
}

TEST(Json, NeverPrintsWrongUtf8) {
  EXPECT_EQ(print(Json("a\xFFz")), "\"a\uFFFDz\"");
}

}  // namespace
}  // namespace hearsay
