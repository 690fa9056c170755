// docs/commands.md names every command, every flag and every column, or this fails.

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "hearsay/cli/command.h"
#include "hearsay/cli/filed_json.h"
#include "hearsay/cli/flags.h"

namespace hearsay::cli {
namespace {

std::string documentation() {
  std::ifstream file(HEARSAY_SOURCE_DIR "/docs/commands.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The part under "## hearsay <command>".
std::string section_of(const Command& command) {
  const std::string text = documentation();
  const std::string heading = "\n## hearsay " + std::string(command.name) + "\n";
  const std::size_t begin = text.find(heading);
  if (begin == std::string::npos) return "";
  const std::size_t end = text.find("\n## ", begin + heading.size());
  return text.substr(begin, end - begin);
}

TEST(Documentation, HasAHeadingAndAnExampleForEveryCommand) {
  for (const Command* command : commands()) {
    const std::string section = section_of(*command);
    ASSERT_FALSE(section.empty()) << command->name;
    EXPECT_NE(section.find("\n$ hearsay " + std::string(command->name)),
              std::string::npos)
        << command->name;
    EXPECT_NE(section.find("Exit status"), std::string::npos) << command->name;
  }
}

TEST(Documentation, NamesEveryFlagOfEveryCommand) {
  for (const Command* command : commands()) {
    const std::string section = section_of(*command);
    for (const Flag& flag : flags()) {
      if ((flag.group & command->groups) == 0) continue;
      EXPECT_NE(section.find("--" + std::string(flag.name)), std::string::npos)
          << command->name << " --" << flag.name;
    }
  }
  const std::string text = documentation();
  for (const Flag& flag : flags()) {
    EXPECT_NE(text.find("`--" + std::string(flag.name)), std::string::npos) << flag.name;
  }
}

TEST(Documentation, NamesEveryColumn) {
  const std::string text = documentation();
  for (const auto* columns : {&claim_columns(), &document_columns(), &saga_columns()}) {
    for (const std::string& column : *columns) {
      EXPECT_NE(text.find("`" + column + "`"), std::string::npos) << column;
    }
  }
}

}  // namespace
}  // namespace hearsay::cli
