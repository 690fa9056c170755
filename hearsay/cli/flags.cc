// The table of flags. To add one: a block here, a line in docs/commands.md, a test.

#include "hearsay/cli/flags.h"

#include <algorithm>
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

// "pt", "pt-BR": two or three letters, then perhaps more behind a hyphen.
Complaint read_language(const std::string& text, std::optional<std::string>& language) {
  const std::string primary = text.substr(0, text.find('-'));
  const bool small =
      std::ranges::all_of(primary, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!small || primary.size() < 2 || primary.size() > 3) {
    return "'" + text + "' is no language; write it as en or pt-BR";
  }
  language = text;
  return std::nullopt;
}

// Sources are written into the base with a colon behind them.
Complaint read_source(const std::string& text, std::optional<std::string>& source) {
  const bool plain =
      !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      });
  if (!plain || text == "hearsay" || text == "local") {
    return "'" + text +
           "' is no name for a source: small letters, digits and hyphens, "
           "not 'hearsay' or 'local'";
  }
  source = text;
  return std::nullopt;
}

Complaint read_map(const std::string& text, source::FieldMap& fields) {
  const auto map = source::FieldMap::parse(text);
  if (!map) return map.error().message;
  fields = *map;
  return std::nullopt;
}

Complaint choose(Options& options, Format format) {
  if (options.format != Format::kHuman && options.format != format) {
    const bool restores = format == Format::kDiff || options.format == Format::kDiff;
    return restores ? "only one of --json and --diff can be chosen"
                    : "only one of --json, --csv and --plain can be chosen";
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
    {"map", "", "PAIRS", kMapping,
     "what columns of tables and JSON lines are called: text=body,date=published",
     [](Options& options, const std::string& value) {
       return read_map(value, options.fields);
     }},
    {"resume", "", "FILE", kResuming, "keep in FILE how far it is, and go on from there",
     [](Options& options, const std::string& value) -> Complaint {
       options.resume = value;
       return {};
     }},
    {"diff", "", "", kRestoring, "show the lines with repairs, and these in them",
     [](Options& options, const std::string&) { return choose(options, Format::kDiff); }},
    {"language", "", "XX", kRestoring, "what it is written in: en, pt (else guessed)",
     [](Options& options, const std::string& value) {
       return read_language(value, options.language);
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
    {"kb", "", "FILE", kGlobal,
     "the knowledge base (or HEARSAY_KB; else yours; 'shipped': ours alone)",
     [](Options& options, const std::string& value) -> Complaint {
       options.kb = value;
       return {};
     }},
    {"into", "", "FILE", kKnowledge, "the base to import into or to build (else yours)",
     [](Options& options, const std::string& value) -> Complaint {
       options.into = value;
       return {};
     }},
    {"source", "", "NAME", kKnowledge, "what the imported records go by",
     [](Options& options, const std::string& value) {
       return read_source(value, options.source);
     }},
    {"conflicts", "", "FILE", kKnowledge, "write a list of the conflicts to this file",
     [](Options& options, const std::string& value) -> Complaint {
       options.conflicts = value;
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
