#include "hearsay/text/sentences.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "hearsay/text/testing.h"

namespace hearsay::text {
namespace {

std::string split(std::string_view bytes) {
  const Text text = cleaned(bytes);
  std::string lines;
  for (const Sentence& sentence : text.sentences) {
    if (!lines.empty()) lines += " | ";
    lines += text.slice(sentence.span);
  }
  return lines;
}

struct Row {
  std::string_view text;
  std::string_view sentences;
};

TEST(Sentences, EndWhereAReaderEndsThem) {
  const Row rows[] = {
      {"He left. She stayed.", "He left. | She stayed."},
      {"It cost £9.5m. No more.", "It cost £9.5m. | No more."},
      {"Mr. Smith met St. Juste and J. Alba. They spoke.",
       "Mr. Smith met St. Juste and J. Alba. | They spoke."},
      {"He lives in the U.S. The club know.", "He lives in the U.S. | The club know."},
      {"The U.S. manager left.", "The U.S. manager left."},
      {"Ajax F.C. want him.", "Ajax F.C. want him."},
      {"“It is done.” He smiled.", "“It is done.” | He smiled."},
      {"“Is it done?” he said. Yes!", "“Is it done?” he said. | Yes!"},
      {"Chelsea want him. (Sky Sports) Arsenal too. (Mail)",
       "Chelsea want him. (Sky Sports) | Arsenal too. (Mail)"},
      {"Chelsea want him. (He is 30, and that is old.) Arsenal too.",
       "Chelsea want him. | (He is 30, and that is old.) | Arsenal too."},
      {"One line\n\nAnother line", "One line | Another line"},
      {"✅ Done deal\n✅ Here we go", "✅ Done deal | ✅ Here we go"},
      {"Transfer talk\nChelsea want him", "Transfer talk | Chelsea want him"},
      {"This is a line of prose that was wrapped at some seventy characters by\n"
       "the program that wrote it.",
       "This is a line of prose that was wrapped at some seventy characters by\n"
       "the program that wrote it."},
      {"He waited… Then he left.", "He waited… | Then he left."},
      {"Visit bbc.co.uk. It says so.", "Visit bbc.co.uk. | It says so."},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(split(row.text), row.sentences);
}

}  // namespace
}  // namespace hearsay::text
