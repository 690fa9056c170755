// Learnt weights: which signs of a text speak for a claim, and for which stage.
//
//     sign                 claim   linked interest … denied
//     same.other.near=to    0.41    -0.10     0.02 …            a word before the club
//     same.home.near=at    -0.83
//
// A sign is a kind and a word or two; claim/pairs.h finds those of a text. Made by
// tools/train-claims from marked articles, read from data/lang/<xx>/claim_weights.tsv;
// the file is the whole model.

#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/base/error.h"
#include "hearsay/base/fold.h"
#include "hearsay/model/claim.h"

namespace hearsay {

using SignKey = std::uint64_t;

constexpr std::size_t kStageCount = static_cast<std::size_t>(Stage::kDenied) + 1;

// The key of a kind of sign ("same.other.near") without its word.
SignKey sign_kind(std::string_view kind);

// The key of a kind with its word, or two words in order.
constexpr SignKey sign_key(SignKey kind, WordKey word) {
  const SignKey mixed = (kind ^ word) * 0x9E3779B97F4A7C15ULL;
  return mixed ^ mixed >> 29U;
}
constexpr SignKey sign_key(SignKey kind, WordKey first, WordKey second) {
  return sign_key(sign_key(kind, first), second);
}

class Weights {
 public:
  struct Row {
    std::string name;
    float claim = 0;
    std::array<float, kStageCount> stages{};
  };

  // Fails at the first malformed row, naming file and line. An absent file is empty.
  static Result<Weights> load(const std::filesystem::path& table);

  bool empty() const { return rows_.empty(); }

  // Null for a sign that says nothing. Lives as long as the weights.
  const Row* find(SignKey key) const;

 private:
  std::vector<Row> rows_;
  std::unordered_map<SignKey, std::uint32_t> places_;
};

}  // namespace hearsay
