// Any bytes as a text: finding mentions survives, and what it finds lies in the text, in
// order and apart.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/mention/find.h"

namespace {

using namespace hearsay;

const KnowledgeBase& knowledge() {
  static const Result<KnowledgeBase> kBase =
      KnowledgeBase::load(std::string(HEARSAY_SOURCE_DIR) + "/data");
  if (!kBase) std::abort();
  return *kBase;
}

void close_sentence(Text& text, std::uint32_t& first, std::uint32_t end) {
  Sentence sentence;
  sentence.first_token = first;
  sentence.end_token = end;
  sentence.block = static_cast<std::uint32_t>(text.sentences.size() / 3);
  text.sentences.push_back(sentence);
  first = end;
}

Text text_of(std::string bytes) {
  Text text;
  text.bytes = std::move(bytes);
  text.tokens = tokenize(text.bytes);
  text.language = "en";
  std::uint32_t first = 0;
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t i = 0; i + 1 < size; ++i) {
    if (text.slice(text.tokens[i]) == ".") close_sentence(text, first, i + 1);
  }
  if (size > first) close_sentence(text, first, size);
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  Imprint imprint;
  if (size % 2 == 1) imprint.title = bytes.substr(0, bytes.find('\n'));
  if (size % 3 == 1) imprint.published = parse_moment("2021-03-01");
  const Text text = text_of(std::move(bytes));
  std::uint32_t end = 0;
  static const mention::Finder kFinder(knowledge());
  for (const Mention& mention : kFinder.find(text, imprint, knowledge())) {
    const bool apart =
        end <= mention.first_token && mention.first_token < mention.end_token;
    if (!apart || mention.end_token > text.tokens.size()) std::abort();
    if (mention.span.begin != text.tokens[mention.first_token].span.begin) std::abort();
    end = mention.end_token;
  }
  return 0;
}
