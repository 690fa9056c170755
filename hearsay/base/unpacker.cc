// zstd has no limit of its own on what a frame may ask for: its window is held to 128
// MiB, the most that its command line takes without being told.

#include "hearsay/base/unpacker.h"

#include <algorithm>
#include <utility>

#include <zlib.h>
#include <zstd.h>

namespace hearsay {
namespace {

constexpr std::size_t kStepBytes = 64 << 10;
constexpr std::size_t kMostAtOnce = 1UL << 30;  // zlib counts in 32 bits

int window_of(Packing packing) {
  if (packing == Packing::kGzip) return 15 + 16;
  return packing == Packing::kZlib ? 15 : -15;
}

}  // namespace

std::string_view to_string(Packing packing) {
  switch (packing) {
    case Packing::kGzip:
      return "gzip";
    case Packing::kZlib:
      return "zlib";
    case Packing::kDeflate:
      return "deflate";
    case Packing::kZstd:
      return "zstd";
  }
  return {};
}

std::optional<Packing> packing_of(std::string_view head) {
  if (head.starts_with("\x1F\x8B")) return Packing::kGzip;
  const bool skippable = head.size() >= 4 && (head[0] & '\xF0') == '\x50' &&
                         head.substr(1, 3) == "\x2A\x4D\x18";
  if (skippable || head.starts_with("\x28\xB5\x2F\xFD")) return Packing::kZstd;
  return std::nullopt;
}

struct Unpacker::State {
  explicit State(Packing asked) : packing(asked) {
    if (packing == Packing::kZstd) {
      frames = ZSTD_createDCtx();
      ready = frames != nullptr;
    } else {
      ready = inflateInit2(&stream, window_of(packing)) == Z_OK;
    }
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  State(State&&) = delete;
  State& operator=(State&&) = delete;
  ~State() {
    if (packing == Packing::kZstd) {
      ZSTD_freeDCtx(frames);
    } else if (ready) {
      inflateEnd(&stream);
    }
  }

  Step step_frames(std::string_view packed, std::span<char> room) const {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{room.data(), room.size(), 0};
    const std::size_t left = ZSTD_decompressStream(frames, &out, &in);
    Step step{in.pos, out.pos, Outcome::kMore};
    if (ZSTD_isError(left) != 0) {
      step.outcome = Outcome::kBroken;
    } else if (left == 0) {
      step.outcome = Outcome::kEnded;
    }
    return step;
  }

  Step step_deflated(std::string_view packed, std::span<char> room) {
    const std::size_t in = std::min(packed.size(), kMostAtOnce);
    const std::size_t out = std::min(room.size(), kMostAtOnce);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(in);
    stream.next_out = reinterpret_cast<Bytef*>(room.data());
    stream.avail_out = static_cast<uInt>(out);
    const int outcome = inflate(&stream, Z_NO_FLUSH);
    Step step{in - stream.avail_in, out - stream.avail_out, Outcome::kMore};
    if (outcome == Z_STREAM_END) {
      step.outcome = Outcome::kEnded;
    } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
      step.outcome = Outcome::kBroken;
    }
    return step;
  }

  Packing packing;
  bool ready = false;
  z_stream stream{};
  ZSTD_DCtx* frames = nullptr;
};

Unpacker::Unpacker(Packing packing) : state_(std::make_unique<State>(packing)) {}
Unpacker::Unpacker(Unpacker&&) noexcept = default;
Unpacker& Unpacker::operator=(Unpacker&&) noexcept = default;
Unpacker::~Unpacker() = default;

Unpacker::Step Unpacker::step(std::string_view packed, std::span<char> room) {
  if (!state_->ready) return {0, 0, Outcome::kBroken};
  return state_->packing == Packing::kZstd ? state_->step_frames(packed, room)
                                           : state_->step_deflated(packed, room);
}

void Unpacker::restart() {
  if (!state_->ready) return;
  if (state_->packing == Packing::kZstd) {
    ZSTD_DCtx_reset(state_->frames, ZSTD_reset_session_only);
  } else {
    inflateReset(&state_->stream);
  }
}

void Unpacker::use_dictionary(std::string_view dictionary) {
  if (!state_->ready || state_->packing != Packing::kZstd) return;
  ZSTD_DCtx_loadDictionary(state_->frames, dictionary.data(), dictionary.size());
}

std::optional<Unpacked> unpack(std::string_view packed, Packing packing,
                               std::size_t limit_bytes) {
  Unpacker unpacker(packing);
  Unpacked out;
  while (!packed.empty() || !out.whole) {
    const std::size_t had = out.bytes.size();
    out.bytes.resize(had + kStepBytes);
    const Unpacker::Step step =
        unpacker.step(packed, {out.bytes.data() + had, kStepBytes});
    out.bytes.resize(had + step.given);
    packed.remove_prefix(step.taken);
    out.whole = step.outcome == Unpacker::Outcome::kEnded;
    if (out.bytes.size() > limit_bytes) return std::nullopt;
    if (step.outcome == Unpacker::Outcome::kBroken) break;
    if (out.whole) {
      if (packing_of(packed) != packing) break;  // padding
      unpacker.restart();
      out.whole = false;
    } else if (step.taken == 0 && step.given == 0) {
      break;  // cut off
    }
  }
  return out;
}

}  // namespace hearsay
