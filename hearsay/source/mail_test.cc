#include "hearsay/source/mail.h"

#include <gtest/gtest.h>

#include "hearsay/source/transfer_coding.h"

namespace hearsay::source {
namespace {

const std::string kHeaders =
    "Subject: =?utf-8?Q?Sal=C3=A1rio_de?=\r\n =?utf-8?B?IFJhbW9z?=\r\n"
    "From: \"The Desk\" <desk@a.example>\r\nDate: Wed, 1 Mar 2023 09:30:00 +0100\r\n"
    "Message-ID: <1@a.example>\r\n";

TEST(Mail, ReadsHeaders) {
  const auto mail = parse_mail(kHeaders + "\r\nInter Miami have offered terms.\r\n", "f");
  ASSERT_TRUE(mail);
  EXPECT_EQ(mail->imprint.title, "Salário de Ramos");
  EXPECT_EQ(mail->imprint.authors, std::vector<std::string>{"The Desk"});
  EXPECT_EQ(print(*mail->imprint.published), "2023-03-01T08:30:00Z");
  EXPECT_EQ(mail->imprint.uri, "mid:1@a.example");
  EXPECT_EQ(mail->bytes, "Inter Miami have offered terms.\r\n");
}

struct Row {
  const char* what;
  const char* mail;
  const char* text;
  MediaType media;
};

constexpr Row kRows[] = {
    {"quoted-printable",
     "Content-Type: text/plain; charset=utf-8\n"
     "Content-Transfer-Encoding: quoted-printable\n\nTerms of=20=E2=82=AC5m =\nagreed.\n",
     "Terms of \xE2\x82\xAC"
     "5m agreed.\n",
     MediaType::kPlain},
    {"base64 html",
     "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+aGk8\nL3A+\n",
     "<p>hi</p>", MediaType::kHtml},
    {"a stub beside html",
     "Content-Type: multipart/alternative; boundary=\"b\"\n\npreamble\n--b\n\nSee "
     "html.\n--b\n"
     "Content-Type: text/html\n\n<p>All of it</p>\n--b--\n",
     "<p>All of it</p>\n", MediaType::kHtml},
    {"an attachment first",
     "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Disposition: "
     "attachment\n\n"
     "not this\n--b\nContent-Type: multipart/related; "
     "boundary=c\n\n--c\n\nthis\n--c--\n--b--\n",
     "this\n", MediaType::kPlain},
    {"cut off", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nthe text",
     "the text", MediaType::kPlain},
};

TEST(Mail, FindsThePartWithTheText) {
  for (const Row& row : kRows) {
    const auto mail = parse_mail(row.mail, "f");
    ASSERT_TRUE(mail) << row.what;
    EXPECT_EQ(mail->bytes, row.text) << row.what;
    EXPECT_EQ(mail->media, row.media) << row.what;
    EXPECT_EQ(mail->imprint.uri, "f") << row.what;
  }
}

TEST(Mail, SaysWhatIsMissing) {
  EXPECT_EQ(parse_mail("Subject: x", "f").error().message,
            "has no empty line behind its headers, as mails do");
  EXPECT_EQ(parse_mail("Content-Type: image/png\n\nxyz", "f").error().message,
            "is a mail without a text; leave it out");
}

TEST(TransferCoding, LeavesWhatIsNoCoding) {
  EXPECT_EQ(decode_words("a =?x"), "a =?x");
  EXPECT_EQ(decode_words("=?koi8-r?Q?=D2?="), "=?koi8-r?Q?=D2?=");
  EXPECT_EQ(decode_words("=?iso-8859-1?q?Jos=E9?= M."), "José M.");
  EXPECT_EQ(decode_quoted_printable("1=2 =ZZ ="), "1=2 =ZZ ");
}

}  // namespace
}  // namespace hearsay::source
