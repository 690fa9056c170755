// Unpacks gzip, zlib, deflate and zstd, a piece at a time.
//
//     packed ──▶ step ──▶ room         until the end of one member (gzip) or frame (zstd)
//
// zlib and zstd are behind this one door; whoever reads files or answers of servers comes
// through it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hearsay {

enum class Packing : std::uint8_t { kGzip, kZlib, kDeflate, kZstd };

std::string_view to_string(Packing packing);  // "gzip"

// gzip or zstd, told by the first four bytes.
std::optional<Packing> packing_of(std::string_view head);

class Unpacker {
 public:
  explicit Unpacker(Packing packing);

  enum class Outcome : std::uint8_t {
    kMore,    // wants more packed bytes, or more room
    kEnded,   // the member is complete; the bytes behind it were not taken
    kBroken,  // these bytes are not what they claim to be
  };
  struct Step {
    std::size_t taken = 0;  // of the packed bytes
    std::size_t given = 0;  // written to the room
    Outcome outcome = Outcome::kMore;
  };
  Step step(std::string_view packed, std::span<char> room);

  // Ready for another member.
  void restart();

  // For zstd frames that were made with a dictionary, until the end.
  void use_dictionary(std::string_view dictionary);

  Unpacker(Unpacker&&) noexcept;
  Unpacker& operator=(Unpacker&&) noexcept;
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// What can be unpacked of `packed`, all members; `whole` tells whether it ended well.
// Nothing when it would have more than `limit_bytes`.
struct Unpacked {
  std::string bytes;
  bool whole = false;
};
std::optional<Unpacked> unpack(std::string_view packed, Packing packing,
                               std::size_t limit_bytes);

}  // namespace hearsay
