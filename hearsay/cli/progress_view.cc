// Bytes tell how long it will take; documents tell what was done.

#include "hearsay/cli/progress_view.h"

#include <cmath>

#include <fmt/format.h>

#include "hearsay/cli/claim_words.h"
#include "hearsay/cli/display_width.h"

namespace hearsay::cli {
namespace {

constexpr double kMegabyte = 1e6;

// "8 s", "2 min 5 s", "3 h 10 min"
std::string print_duration(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace

std::string print_progress(const pipeline::Progress& progress,
                           std::chrono::duration<double> elapsed,
                           const Terminal& terminal) {
  const auto read = static_cast<double>(progress.read_bytes);
  const auto total = static_cast<double>(progress.total_bytes);
  const double rate = elapsed.count() > 0 ? read / elapsed.count() : 0;
  std::string line = counted(progress.documents, "document");
  if (progress.total_bytes > 0) {
    line += fmt::format("  {:.1f} of {:.1f} MB", read / kMegabyte, total / kMegabyte);
  } else {
    line += fmt::format("  {:.1f} MB", read / kMegabyte);
  }
  line += fmt::format("  {:.1f} MB/s", rate / kMegabyte);
  if (total > read && rate > 0) {
    line += "  " + print_duration((total - read) / rate) + " left";
  }
  return fit(line, terminal.width - 1, signs(terminal).ellipsis);
}

std::string print_summary(const pipeline::Progress& progress) {
  std::string line = counted(progress.documents, "document");
  line +=
      fmt::format(", {} new, {}", progress.recorded, counted(progress.claims, "claim"));
  return line + fmt::format(", {} failed\n", progress.failed);
}

}  // namespace hearsay::cli
