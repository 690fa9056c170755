#include "hearsay/cli/parse.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "hearsay/cli/flags.h"

namespace hearsay::cli {
namespace {

using Arguments = std::vector<std::string>;

TEST(ParseArguments, FindsTheCommandAmongTheFlags) {
  struct Case {
    Arguments arguments;
    const char* command;
    std::size_t operands;
  };
  const std::vector<Case> cases = {
      {{"read", "a.txt"}, "read", 1},
      {{"read", "-", "a.txt"}, "read", 2},
      {{"--ledger", "read", "saga", "Ramos"}, "saga", 1},
      {{"--ledger=x.db", "claims"}, "claims", 0},
      {{"read", "--json", "a", "--", "--b"}, "read", 2},
      {{"saga", "Sergio", "Ramos", "--to", "Inter Miami"}, "saga", 2},
      {{"help", "saga"}, "saga", 0},
      {{"saga", "-h"}, "saga", 0},
  };
  for (const auto& [arguments, command, operands] : cases) {
    const auto parsed = parse_arguments(arguments);
    ASSERT_TRUE(parsed.has_value()) << parsed.error().message;
    ASSERT_NE(parsed->command, nullptr);
    EXPECT_EQ(parsed->command->name, command);
    EXPECT_EQ(parsed->options.operands.size(), operands) << arguments.front();
  }
}

TEST(ParseArguments, SaysWhatIsWrongAndWhatWasMeant) {
  struct Case {
    Arguments arguments;
    const char* message;
  };
  const std::vector<Case> cases = {
      {{"saag"}, "there is no command 'saag'; did you mean 'saga'?"},
      {{"doc"}, "there is no command 'doc'; did you mean 'documents'?"},
      {{"frobnicate"}, "there is no command 'frobnicate'; 'hearsay --help' lists them"},
      {{"--", "foo"}, "there is no command 'foo'; 'hearsay --help' lists them"},
      {{"read"}, "'hearsay read' needs FILE...; 'hearsay read --help' shows examples"},
      {{"claims", "x"}, "'hearsay claims' takes no 'x', only flags"},
      {{"claims", "--jsn"}, "'claims' has no flag --jsn; did you mean --json?"},
      {{"claims", "--mentions"},
       "'claims' has no flag --mentions; 'hearsay claims --help' lists them"},
      {{"claims", "--limit"}, "--limit needs a value"},
      {{"claims", "--limit", "0"}, "--limit: '0' is no number from 1 to 1000000000"},
      {{"claims", "--since", "2023-02-30"},
       "--since: '2023-02-30' is no day; write it as 2023-03-01, 2023-03 or 2023"},
      {{"claims", "--color", "blue"}, "--color: 'blue' is none of auto, always, never"},
      {{"claims", "--json", "--csv"},
       "--csv: only one of --json, --csv and --plain can be chosen"},
      {{"restore", "x", "--diff", "--json"},
       "--json: only one of --json and --diff can be chosen"},
      {{"restore", "x", "--language", "English"},
       "--language: 'English' is no language; write it as en or pt-BR"},
      {{"claims", "--stage", "rumour"},
       "--stage: 'rumour' is no stage; there are linked, interest, talks, offer, "
       "advanced, "
       "agreed, medical, done, rejected, cooled, collapsed, denied"},
  };
  for (const auto& [arguments, message] : cases) {
    const auto parsed = parse_arguments(arguments);
    ASSERT_FALSE(parsed.has_value()) << message;
    EXPECT_EQ(parsed.error().message, message);
  }
}

TEST(ParseArguments, FillsTheOptions) {
  const auto parsed = parse_arguments(
      {"claims",   "--player", "Ramos",   "--to=Miami", "--from",  "PSG",
       "--origin", "AS",       "--stage", "done",       "--since", "2023",
       "--until",  "2024-02",  "--limit", "7",          "--csv",   "--data",
       "d",        "--ledger", "l",       "--threads",  "3",       "--width",
       "90",       "--color",  "never"});
  ASSERT_TRUE(parsed.has_value()) << parsed.error().message;
  const Options& options = parsed->options;
  EXPECT_EQ(options.filter.player, "Ramos");
  EXPECT_EQ(options.filter.to, "Miami");
  EXPECT_EQ(options.filter.from, "PSG");
  EXPECT_EQ(options.filter.origin, "AS");
  EXPECT_EQ(options.filter.stage, Stage::kDone);
  EXPECT_EQ(options.filter.since, parse_date("2023-01-01"));
  EXPECT_EQ(options.filter.until, parse_date("2024-02-29"));
  EXPECT_EQ(options.filter.limit, 7U);
  EXPECT_EQ(options.format, Format::kCsv);
  EXPECT_EQ(options.data, "d");
  EXPECT_EQ(options.ledger, "l");
  EXPECT_EQ(options.threads, 3U);
  EXPECT_EQ(options.width, 90U);
  EXPECT_EQ(options.colour, ColourChoice::kNever);
}

TEST(ParseArguments, FillsTheOptionsOfRestore) {
  const auto parsed = parse_arguments({"restore", "-", "--diff", "--language", "pt-BR"});
  ASSERT_TRUE(parsed.has_value()) << parsed.error().message;
  EXPECT_EQ(parsed->options.format, Format::kDiff);
  EXPECT_EQ(parsed->options.language, "pt-BR");
}

TEST(ParseArguments, LetsTheLastValueWin) {
  const auto parsed = parse_arguments({"claims", "--limit", "7", "--limit", "9"});
  ASSERT_TRUE(parsed.has_value());
  EXPECT_EQ(parsed->options.filter.limit, 9U);
}

TEST(Flags, HaveOneNameEach) {
  std::vector<std::string_view> names;
  for (const Flag& flag : flags()) {
    EXPECT_FALSE(flag.help.empty());
    names.push_back(flag.name);
  }
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

TEST(Help, ShowsAnExampleOfEveryCommand) {
  for (const Command* command : commands()) {
    const std::string help = print_help(*command, Terminal{});
    EXPECT_NE(help.find("\n  hearsay " + std::string(command->name)), std::string::npos);
    EXPECT_NE(help.find("--ledger FILE"), std::string::npos);
    EXPECT_EQ(command->examples.substr(0, 10), "  hearsay ");
    EXPECT_EQ(command->examples.back(), '\n');
  }
}

TEST(FindNearest, GuessesWithCare) {
  const std::vector<std::string_view> known = {"read", "saga", "sagas", "claims"};
  EXPECT_EQ(find_nearest("reed", known), "read");
  EXPECT_EQ(find_nearest("calims", known), "claims");
  EXPECT_EQ(find_nearest("sag", known), "saga");
  EXPECT_EQ(find_nearest("x", known), std::nullopt);
  EXPECT_EQ(find_nearest("server", known), std::nullopt);
}

}  // namespace
}  // namespace hearsay::cli
