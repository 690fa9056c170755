// Learns what signs are worth: logistic regression by stochastic gradient descent with
// AdaGrad steps (Duchi, Hazan, Singer 2011), the same weights on every machine and run.
//
//     learn_weights EXAMPLES [--folds N] > OUT
//
// EXAMPLES  lines "document<TAB>label<TAB>weight<TAB>sign<TAB>sign…"; label is - for no
//           claim, else a stage. Lines of one document stand together.
// OUT       the table claim_weights.tsv; with --folds, "probability<TAB>stage" for each
// line,
//           by a model that never saw its document.

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/knowledge/weights.h"

namespace {

using hearsay::kStageCount;

constexpr int kEpochs = 14;
constexpr float kStep = 0.06F;
constexpr float kDecay = 4e-3F;        // L2, for each example
constexpr std::size_t kFewest = 3;     // documents a sign must stand in
constexpr float kLeastWeight = 0.04F;  // smaller ones are not written

struct Example {
  std::size_t document = 0;
  int stage = -1;  // -1: no claim
  float weight = 1;
  std::vector<std::uint32_t> signs;
};

struct Examples {
  std::vector<Example> rows;
  std::vector<std::string> names;  // of the signs
  std::size_t documents = 0;
};

// A linear model with a memory of how far each weight was pushed.
class Linear {
 public:
  explicit Linear(std::size_t signs) : weights_(signs), pushed_(signs, 1.0F) {}

  float score(const Example& example) const {
    float sum = 0;
    for (const std::uint32_t sign : example.signs) sum += weights_[sign];
    return sum;
  }

  void push(const Example& example, float error) {
    for (const std::uint32_t sign : example.signs) {
      const float gradient = error - kDecay * weights_[sign];
      pushed_[sign] += gradient * gradient;
      weights_[sign] += kStep * gradient / std::sqrt(pushed_[sign]);
    }
  }

  float weight(std::size_t sign) const { return weights_[sign]; }

 private:
  std::vector<float> weights_;
  std::vector<float> pushed_;
};

struct Model {
  explicit Model(std::size_t signs) : claim(signs), stages(kStageCount, Linear(signs)) {}

  Linear claim;
  std::vector<Linear> stages;

  float probability(const Example& example) const {
    return 1 / (1 + std::exp(-claim.score(example)));
  }

  std::array<float, kStageCount> shares(const Example& example) const {
    std::array<float, kStageCount> shares{};
    float most = -1e9F;
    for (std::size_t i = 0; i < kStageCount; ++i) {
      shares[i] = stages[i].score(example);
      most = std::max(most, shares[i]);
    }
    float sum = 0;
    for (float& share : shares) sum += share = std::exp(share - most);
    for (float& share : shares) share /= sum;
    return shares;
  }

  void learn(const Example& example) {
    const float target = example.stage < 0 ? 0.0F : 1.0F;
    claim.push(example, (target - probability(example)) * example.weight);
    if (example.stage < 0) return;
    const auto now = shares(example);
    for (std::size_t i = 0; i < kStageCount; ++i) {
      const float wanted = static_cast<int>(i) == example.stage ? 1.0F : 0.0F;
      stages[i].push(example, (wanted - now[i]) * example.weight);
    }
  }
};

Examples read_examples(const char* path) {
  Examples examples;
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::ifstream in(path);
  std::string last;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string document;
    std::string label;
    std::string weight;
    std::getline(cells, document, '\t');
    std::getline(cells, label, '\t');
    std::getline(cells, weight, '\t');
    if (document != last) ++examples.documents;
    last = document;
    Example& example = examples.rows.emplace_back();
    example.document = examples.documents - 1;
    example.weight = std::stof(weight);
    const auto stage = hearsay::find_stage(label);
    if (stage) example.stage = static_cast<int>(*stage);
    for (std::string sign; std::getline(cells, sign, '\t');) {
      const auto [place, fresh] =
          numbers.emplace(sign, static_cast<std::uint32_t>(numbers.size()));
      if (fresh) examples.names.push_back(sign);
      example.signs.push_back(place->second);
    }
  }
  return examples;
}

// Signs of too few documents are noise.
void drop_rare(Examples& examples) {
  std::vector<std::size_t> seen(examples.names.size());
  std::vector<std::size_t> last(examples.names.size(), SIZE_MAX);
  for (const Example& example : examples.rows) {
    for (const std::uint32_t sign : example.signs) {
      if (last[sign] == example.document) continue;
      last[sign] = example.document;
      ++seen[sign];
    }
  }
  for (Example& example : examples.rows) {
    std::erase_if(example.signs,
                  [&](std::uint32_t sign) { return seen[sign] < kFewest; });
  }
}

Model train(const Examples& examples, std::size_t folds, std::size_t left_out) {
  Model model(examples.names.size());
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < examples.rows.size(); ++i) {
    if (folds == 0 || examples.rows[i].document % folds != left_out) order.push_back(i);
  }
  std::uint64_t chance = 20261120;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) {
      chance = chance * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order[i - 1], order[(chance >> 33U) % i]);
    }
    for (const std::uint32_t row : order) model.learn(examples.rows[row]);
  }
  return model;
}

void print_folds(const Examples& examples, std::size_t folds) {
  std::vector<std::string> lines(examples.rows.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    const Model model = train(examples, folds, fold);
    for (std::size_t i = 0; i < examples.rows.size(); ++i) {
      const Example& example = examples.rows[i];
      if (example.document % folds != fold) continue;
      const auto shares = model.shares(example);
      const auto best = std::max_element(shares.begin(), shares.end()) - shares.begin();
      std::ostringstream line;
      line << model.probability(example) << '\t'
           << to_string(static_cast<hearsay::Stage>(best));
      lines[i] = line.str();
    }
  }
  for (const std::string& line : lines) std::cout << line << '\n';
}

void print_weight(float weight) {
  if (std::abs(weight) >= kLeastWeight)
    std::printf("\t%.2f", static_cast<double>(weight));
  else
    std::printf("\t");
}

void print_table(const Examples& examples) {
  const Model model = train(examples, 0, 0);
  std::printf(
      "# Made by tools/train-claims: what each sign of a text is worth (nats).\n");
  std::printf("sign\tclaim");
  for (std::size_t i = 0; i < kStageCount; ++i) {
    std::printf("\t%s", std::string(to_string(static_cast<hearsay::Stage>(i))).c_str());
  }
  std::printf("\n");
  for (std::size_t sign = 0; sign < examples.names.size(); ++sign) {
    float most = std::abs(model.claim.weight(sign));
    for (const Linear& stage : model.stages)
      most = std::max(most, std::abs(stage.weight(sign)));
    if (most < kLeastWeight) continue;
    std::printf("%s", examples.names[sign].c_str());
    print_weight(model.claim.weight(sign));
    for (const Linear& stage : model.stages) print_weight(stage.weight(sign));
    std::printf("\n");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: learn_weights EXAMPLES [--folds N]\n";
    return 2;
  }
  Examples examples = read_examples(argv[1]);
  drop_rare(examples);
  if (argc > 3)
    print_folds(examples, std::stoul(argv[3]));
  else
    print_table(examples);
}
