// What a function says when it could not do what its name promises.
//
// A message is one line for the person at the terminal: the file, the place, what
// is wrong, and the remedy. Nothing below the surfaces prints or exits.

#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <utility>

namespace hearsay {

enum class ErrorCode : std::uint8_t {
  kNotFound,     // no such file, row or name
  kUnreadable,   // it is there, but may not or cannot be read
  kMalformed,    // the bytes are not what they claim to be
  kTooLarge,     // over a limit of ours; the message names the limit
  kUnsupported,  // well formed, but from a newer version or of another kind
  kBusy,         // locked by another process; trying again may help
  kFull,         // no room left on the device
  kInternal,     // a promise of ours was broken
};

struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;

  bool operator==(const Error&) const = default;
};

template <class Value>
using Result = std::expected<Value, Error>;

// `return fail(ErrorCode::kNotFound, "…");` from any function that returns a Result.
inline std::unexpected<Error> fail(ErrorCode code, std::string message) {
  return std::unexpected(Error{code, std::move(message)});
}

}  // namespace hearsay
