// Any bytes as a compiled knowledge base: refused or opened, and then asked for
// everything. The sums are set right first, so that what they guard is looked at.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "hearsay/base/hash.h"
#include "hearsay/base/token.h"
#include "hearsay/knowledge/compile.h"
#include "hearsay/knowledge/compiled.h"
#include "hearsay/knowledge/compiled_reader.h"
#include "hearsay/knowledge/loader.h"
#include "hearsay/knowledge/testing.h"

namespace {

using namespace hearsay;

std::string good_bytes() {
  const Tables tables = testing_tables();
  const Result<Draft> draft = KnowledgeLoader(tables).load();
  if (!draft) std::abort();
  return *compile(*draft);
}

void seal(std::string& bytes) {
  FileHeader header;
  const std::size_t head = sizeof header + kSectionCount * sizeof(SectionEntry);
  if (bytes.size() < head) return;
  std::memcpy(&header, bytes.data(), sizeof header);
  for (std::size_t place = 0; place < kSectionCount; ++place) {
    SectionEntry entry;
    char* at = bytes.data() + sizeof header + place * sizeof entry;
    std::memcpy(&entry, at, sizeof entry);
    if (entry.begin > bytes.size() || entry.bytes > bytes.size() - entry.begin) continue;
    entry.sum = checksum(std::string_view(bytes).substr(entry.begin, entry.bytes));
    std::memcpy(at, &entry, sizeof entry);
  }
  header.file_bytes = bytes.size();
  header.head_sum = 0;
  std::memcpy(bytes.data(), &header, sizeof header);
  header.head_sum = checksum(std::string_view(bytes).substr(0, head));
  std::memcpy(bytes.data(), &header, sizeof header);
}

void ask(const KnowledgeBase& base) {
  std::size_t sum = 0;
  for (const Player& player : base.players()) {
    for (const Spell& spell : player.spells) sum += base.club(spell.club).name.size();
    for (const CountryId nation : player.nationalities) {
      sum += base.country(nation).name.size();
    }
  }
  for (std::size_t i = 0; i < base.listed_name_count(); ++i) {
    const ListedName name = base.listed_name(i);
    sum += base.key_of(name.use.kind, name.use.id).size() + name.text.size();
    sum += base.names().find(name.text).size();
  }
  const auto tokens = tokenize("Sergio Ramos left Real Madrid CF for Sevilla, BBC says");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    sum += base.names().longest(tokens, at).tokens;
  }
  if (sum == 1) std::abort();
}

}  // namespace

// The input is a list of changes to a good file: place (4 bytes) and byte (1).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kGood = good_bytes();
  std::string bytes = kGood;
  if (size > 0 && data[0] == 0xFF) {
    bytes.assign(reinterpret_cast<const char*>(data), size);
  } else {
    for (; size >= 5; data += 5, size -= 5) {
      std::uint32_t place = 0;
      std::memcpy(&place, data, sizeof place);
      bytes[place % bytes.size()] = static_cast<char>(data[4]);
    }
    if (size == 1) bytes.resize(bytes.size() / (1U + data[0] % 4U));
    seal(bytes);
  }
  const auto base = CompiledReader(MappedFile::of(std::move(bytes), "fuzz.kb")).read();
  if (base) ask(*base);
  return 0;
}
