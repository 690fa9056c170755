#include "hearsay/page/written_date.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay::page {
namespace {

TEST(WrittenDate, FindsTheFormsOfManyLanguages) {
  const auto words = PageWords::load(HEARSAY_SOURCE_DIR "/data/page");
  ASSERT_TRUE(words) << words.error().message;
  struct Case {
    std::string_view text;
    std::string_view language;
    std::string_view day;  // "" for none
  };
  const Case cases[] = {
      {"November 10, 2020", "en", "2020-11-10"},
      {"on Nov. 10th, 2020 at 9pm", "en", "2020-11-10"},
      {"Published 10 November 2020", "en", "2020-11-10"},
      {"Dienstag, 10. November 2020", "de", "2020-11-10"},
      {"Am 3. März 2021", "de", "2021-03-03"},
      {"10 de noviembre de 2020", "es", "2020-11-10"},
      {"1er août 2022", "fr", "2022-08-01"},
      {"10\u00a0ноября 2020 г.", "ru", "2020-11-10"},
      {"10 listopada 2020", "pl", "2020-11-10"},
      {"10. listopada 2020.", "hr", "2020-10-10"},
      {"2020-11-10T09:00", "", "2020-11-10"},
      {"2020/11/10", "", "2020-11-10"},
      {"10.11.2020", "de", "2020-11-10"},
      {"10. 11. 2020", "cs", "2020-11-10"},
      {"10/11/2020", "en-GB", "2020-11-10"},
      {"10/11/2020", "en-US", "2020-10-11"},
      {"11/30/2020", "en", "2020-11-30"},
      {"2020年11月10日", "zh", "2020-11-10"},
      {"version 1.2.3", "en", ""},
      {"31 February 2020", "en", ""},
      {"November 2020", "en", ""},
      {"10 November 1820", "en", ""},
      {"may 10 2020", "en", "2020-05-10"},
      {"20201110", "en", ""},
      {"the 10 best of 2020", "en", ""},
      {"", "", ""},
  };
  for (const Case& row : cases) {
    const auto found = find_written_date(row.text, *words, row.language);
    EXPECT_EQ(found ? print(found->day) : "", row.day) << row.text;
  }
}

}  // namespace
}  // namespace hearsay::page
