// Any bytes through every stage, as plain text or as a page, with the knowledge that
// ships.
//
// Laws: the same bytes give the same reading; every span lies in the cleaned text and
// leads to bytes of the document; what is quoted as evidence is not empty.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "hearsay/pipeline/print_json.h"
#include "hearsay/pipeline/reader.h"

namespace {

using hearsay::Document;
using hearsay::MediaType;
using hearsay::Reading;
using hearsay::TextSpan;

const hearsay::pipeline::Reader& reader() {
  static const auto loaded = hearsay::pipeline::Reader::load(HEARSAY_SOURCE_DIR "/data");
  if (!loaded) {
    std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
    std::abort();
  }
  return *loaded;
}

void demand(bool law) {
  if (!law) std::abort();
}

void check_span(const Document& document, const Reading& reading, TextSpan span) {
  demand(span.begin < span.end && span.end <= reading.text.bytes.size());
  const hearsay::RawSpan raw = reading.text.raw(span);
  demand(raw.begin <= raw.end && raw.end <= document.bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  Document document;
  document.bytes.assign(reinterpret_cast<const char*>(bytes), size);
  document.imprint.uri = "fuzz";
  if (document.bytes.find('<') < 64) document.media = MediaType::kHtml;

  const auto reading = reader().read(document);
  if (!reading) {
    demand(!reading.error().message.empty());
    return 0;
  }
  for (const auto& claim : reading->claims)
    check_span(document, *reading, claim.evidence);
  for (const auto& mention : reading->mentions)
    check_span(document, *reading, mention.span);
  const auto again = reader().read(document);
  demand(again && hearsay::pipeline::print_json(*again) ==
                      hearsay::pipeline::print_json(*reading));
  return 0;
}
