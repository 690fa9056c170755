// Readings for the tests of this module, built by hand: what stands where is seen at a
// glance.

#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/base/token.h"
#include "hearsay/model/reading.h"
#include "hearsay/model/saga.h"

namespace hearsay::ledger {

struct SampleClaim {
  std::string player;
  std::string from;
  std::string to;
  Stage stage = Stage::kInterest;
  std::string origin;  // empty: the outlet speaks for itself
};

struct Sample {
  std::string id;
  std::string published;  // empty: unknown
  std::string outlet;     // empty: unknown
  std::string text;
  std::vector<SampleClaim> claims;
};

inline Claim claim_of(const SampleClaim& sample, const std::string& outlet) {
  Claim claim;
  claim.player = sample.player;
  claim.from = sample.from;
  claim.to = sample.to;
  claim.stage = sample.stage;
  claim.voices = {outlet};
  claim.origin = outlet;
  if (!sample.origin.empty()) {
    claim.voices.push_back(sample.origin);
    claim.origin = sample.origin;
    claim.origin_kind = OriginKind::kOutlet;
  }
  return claim;
}

// The evidence of claim n is the text from its byte n on.
inline Reading reading_of(const Sample& sample) {
  Reading reading;
  reading.id = sample.id;
  reading.imprint.uri = sample.id + ".txt";
  if (!sample.outlet.empty()) reading.imprint.outlet = sample.outlet;
  reading.imprint.published = parse_moment(sample.published);
  reading.text.bytes = sample.text;
  reading.text.map = OffsetMap::identity(sample.text.size());
  reading.text.language = "en";
  reading.text.tokens = tokenize(sample.text);
  for (const SampleClaim& claim : sample.claims) {
    reading.claims.push_back(claim_of(claim, sample.outlet));
    const std::size_t begin = reading.claims.size() - 1;
    reading.claims.back().evidence = {begin, sample.text.size()};
    reading.claims.back().raw_evidence = {begin, sample.text.size()};
  }
  return reading;
}

inline std::vector<Reading> readings_of(const std::vector<Sample>& samples) {
  std::vector<Reading> readings;
  readings.reserve(samples.size());
  for (const Sample& sample : samples) readings.push_back(reading_of(sample));
  return readings;
}

// A folder of its own for one test, gone afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name =
        (std::filesystem::temp_directory_path() / "hearsay-XXXXXX").string();
    path_ = ::mkdtemp(name.data()) == nullptr ? "." : name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (path_ != ".") std::filesystem::remove_all(path_, ignored);
  }

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace hearsay::ledger
