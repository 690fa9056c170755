// A reading as JSON: the contract of docs/formats/reading.md.

#pragma once

#include <string>

#include "hearsay/model/reading.h"

namespace hearsay::pipeline {

struct JsonOptions {
  bool text = false;      // adds "text", the cleaned text
  bool mentions = false;  // adds "mentions"
};

// One object on one line, without a line end. Unknown fields are null, never missing.
std::string print_json(const Reading& reading, JsonOptions options = {});

}  // namespace hearsay::pipeline
