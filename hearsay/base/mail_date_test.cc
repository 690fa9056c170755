#include "hearsay/base/mail_date.h"

#include <string>

#include <gtest/gtest.h>

namespace hearsay {
namespace {

struct Case {
  std::string_view text;
  std::string_view moment;  // "" for nothing
};

TEST(MailDate, ReadsTheFormsOfMailAndFeeds) {
  const Case cases[] = {
      {"Tue, 10 Nov 2020 21:05:00 GMT", "2020-11-10T21:05:00Z"},
      {"10 Nov 20 21:05 +0100", "2020-11-10T20:05:00Z"},
      {"Tuesday, 10-Nov-20 21:05:33 GMT", "2020-11-10T21:05:33Z"},
      {"Tue Nov 10 21:05:00 2020", "2020-11-10T21:05:00Z"},
      {"Tue, 10 November 2020 23:05:00 -0500", "2020-11-11T04:05:00Z"},
      {"Thu, 01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21Z"},
      {"Nov 10, 2020", "2020-11-10"},
      {"November 10, 2020 9:05 PM", "2020-11-10T21:05:00Z"},
      {"10 November 2020", "2020-11-10"},
      {"Wed, 30 Feb 2020 10:00:00 GMT", ""},
      {"yesterday", ""},
      {"", ""},
      {"10 2020", ""},
      {"99999999999999999999 Nov 2020", ""},
  };
  for (const Case& row : cases) {
    const auto moment = parse_mail_date(row.text);
    EXPECT_EQ(moment ? print(*moment) : "", row.moment) << row.text;
  }
}

}  // namespace
}  // namespace hearsay
