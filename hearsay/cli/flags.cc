// The table of flags. To add one: a block here, a line in docs/commands.md, a test.

#include "hearsay/cli/flags.h"

#include <charconv>
#include <string>

#include "hearsay/base/date.h"
#include "hearsay/model/claim.h"

namespace hearsay::cli {
namespace {

using Complaint = std::optional<std::string>;

template <class Number>
Complaint read_number(const std::string& text, Number& number, std::size_t greatest) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value == 0 || value > greatest) {
    return "'" + text + "' is no number from 1 to " + std::to_string(greatest);
  }
  number = value;
  return std::nullopt;
}

// A day; a month or a year stands for its first or its last day.
Complaint read_day(const std::string& text, bool last, std::optional<Date>& day) {
  using namespace std::chrono;
  day = parse_date(text);
  if (day) return std::nullopt;
  const bool year_only = text.size() == 4;
  if (const auto first = parse_date(text + (year_only ? "-01-01" : "-01"))) {
    const year_month_day begin{*first};
    const month end_month = year_only ? December : begin.month();
    day = last ? sys_days{begin.year() / end_month / std::chrono::last} : *first;
    return std::nullopt;
  }
  return "'" + text + "' is no day; write it as 2023-03-01, 2023-03 or 2023";
}

Complaint read_stage(const std::string& text, std::optional<Stage>& stage) {
  stage = find_stage(text);
  if (stage) return std::nullopt;
  std::string known;
  for (auto each = Stage::kLinked; each <= Stage::kDenied;
       each = static_cast<Stage>(static_cast<int>(each) + 1)) {
    known.append(known.empty() ? "" : ", ").append(to_string(each));
  }
  return "'" + text + "' is no stage; there are " + known;
}

Complaint read_colour(const std::string& text, ColourChoice& colour) {
  if (text == "auto") {
    colour = ColourChoice::kAuto;
  } else if (text == "always") {
    colour = ColourChoice::kAlways;
  } else if (text == "never") {
    colour = ColourChoice::kNever;
  } else {
    return "'" + text + "' is none of auto, always, never";
  }
  return std::nullopt;
}

Complaint choose(Options& options, Format format) {
  if (options.format != Format::kHuman && options.format != format) {
    return "only one of --json, --csv and --plain can be chosen";
  }
  options.format = format;
  return std::nullopt;
}

constexpr std::size_t kGreatestWidth = 10'000;
constexpr std::size_t kGreatestThreads = 1'024;
constexpr std::size_t kGreatestLimit = 1'000'000'000;

constexpr Flag kFlags[] = {
    {"text", "", "", kReading, "show the cleaned text as well",
     [](Options& options, const std::string&) -> Complaint {
       options.text = true;
       return {};
     }},
    {"mentions", "", "", kReading, "show who and what is named as well",
     [](Options& options, const std::string&) -> Complaint {
       options.mentions = true;
       return {};
     }},
    {"json", "", "", kJson, "print JSON, one object a line",
     [](Options& options, const std::string&) { return choose(options, Format::kJson); }},
    {"csv", "", "", kCsv, "print comma-separated values (RFC 4180) with a heading",
     [](Options& options, const std::string&) { return choose(options, Format::kCsv); }},
    {"plain", "", "", kPlain, "print one line for each claim, for grep",
     [](Options& options, const std::string&) {
       return choose(options, Format::kPlain);
     }},
    {"player", "", "NAME", kPlayer, "only this player; a part of the name will do",
     [](Options& options, const std::string& value) -> Complaint {
       options.filter.player = value;
       return {};
     }},
    {"to", "", "CLUB", kFiltering, "only moves to this club",
     [](Options& options, const std::string& value) -> Complaint {
       options.filter.to = value;
       return {};
     }},
    {"from", "", "CLUB", kFiltering, "only moves from this club",
     [](Options& options, const std::string& value) -> Complaint {
       options.filter.from = value;
       return {};
     }},
    {"stage", "", "STAGE", kFiltering,
     "only claims at this stage: linked, interest, talks, offer, advanced, agreed, "
     "medical, done, rejected, cooled, collapsed or denied",
     [](Options& options, const std::string& value) {
       return read_stage(value, options.filter.stage);
     }},
    {"origin", "", "NAME", kFiltering, "only what this outlet or person was the root of",
     [](Options& options, const std::string& value) -> Complaint {
       options.filter.origin = value;
       return {};
     }},
    {"since", "", "DAY", kOutletDates, "only what was published on this day or later",
     [](Options& options, const std::string& value) {
       return read_day(value, false, options.filter.since);
     }},
    {"until", "", "DAY", kOutletDates, "only what was published on this day or earlier",
     [](Options& options, const std::string& value) {
       return read_day(value, true, options.filter.until);
     }},
    {"limit", "", "N", kLimit, "at most this many rows",
     [](Options& options, const std::string& value) {
       return read_number(value, options.filter.limit, kGreatestLimit);
     }},
    {"data", "", "DIR", kGlobal, "the folder of names and languages (or HEARSAY_DATA)",
     [](Options& options, const std::string& value) -> Complaint {
       options.data = value;
       return {};
     }},
    {"ledger", "", "FILE", kGlobal, "the ledger (or HEARSAY_LEDGER; else hearsay.db)",
     [](Options& options, const std::string& value) -> Complaint {
       options.ledger = value;
       return {};
     }},
    {"threads", "", "N", kGlobal, "read on so many cores (else on all)",
     [](Options& options, const std::string& value) {
       return read_number(value, options.threads, kGreatestThreads);
     }},
    {"color", "", "WHEN", kGlobal, "auto, always or never",
     [](Options& options, const std::string& value) {
       return read_colour(value, options.colour);
     }},
    {"width", "", "N", kGlobal, "columns to draw for (else the terminal's)",
     [](Options& options, const std::string& value) {
       return read_number(value, options.width, kGreatestWidth);
     }},
    {"help", "h", "", kGlobal, "print help",
     [](Options& options, const std::string&) -> Complaint {
       options.help = true;
       return {};
     }},
    {"version", "V", "", kGlobal, "print the version",
     [](Options& options, const std::string&) -> Complaint {
       options.version = true;
       return {};
     }},
};

}  // namespace

std::span<const Flag> flags() {
  return kFlags;
}

}  // namespace hearsay::cli
