// The first word that is no flag is the command; CLI11 then takes the rest apart by the
// flags of that command, so that a flag of another command is an error that says so.

#include "hearsay/cli/parse.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>

#include "hearsay/cli/flags.h"

namespace hearsay::cli {
namespace {

// Whether the argument behind this one is the value of this flag.
bool takes_next(std::string_view argument) {
  if (!argument.starts_with("--") || argument.find('=') != std::string_view::npos) {
    return false;
  }
  const auto flag = std::ranges::find(flags(), argument.substr(2), &Flag::name);
  return flag != flags().end() && !flag->value.empty();
}

std::optional<std::size_t> find_command_word(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--" && i + 1 < arguments.size()) return i + 1;
    if (!arguments[i].starts_with("-")) return i;
    if (takes_next(arguments[i])) ++i;
  }
  return std::nullopt;
}

std::unexpected<Error> unknown_command(const std::string& word) {
  std::vector<std::string_view> names;
  for (const Command* command : commands()) names.push_back(command->name);
  std::string message = "there is no command '" + word + "'";
  if (const auto nearest = find_nearest(word, names)) {
    message.append("; did you mean '").append(*nearest).append("'?");
  } else {
    message += "; 'hearsay --help' lists them";
  }
  return fail(ErrorCode::kNotFound, message);
}

std::unexpected<Error> unknown_flag(const std::string& typed, const Command* command,
                                    std::uint32_t groups) {
  const std::string bare = typed.substr(0, typed.find('='));
  const std::string name = command == nullptr ? "hearsay" : std::string(command->name);
  std::vector<std::string> written;
  for (const Flag& flag : flags()) {
    if ((flag.group & groups) != 0) written.push_back("--" + std::string(flag.name));
  }
  const std::vector<std::string_view> known(written.begin(), written.end());
  std::string message = "'" + name + "' has no flag " + bare;
  if (const auto nearest = find_nearest(bare, known)) {
    message.append("; did you mean ").append(*nearest).append("?");
  } else {
    message += command == nullptr ? "; 'hearsay --help' tells more"
                                  : "; 'hearsay " + name + " --help' lists them";
  }
  return fail(ErrorCode::kNotFound, message);
}

void declare(CLI::App& app, const Flag& flag, Options& options) {
  std::string names = "--" + std::string(flag.name);
  if (!flag.letter.empty()) names.append(",-").append(flag.letter);
  const auto apply = [&flag, &options](const std::string& value) {
    if (const auto complaint = flag.apply(options, value)) {
      throw CLI::ValidationError("--" + std::string(flag.name), *complaint);
    }
  };
  if (flag.value.empty()) {
    app.add_flag_function(names, [apply](std::int64_t) { apply(""); });
  } else {
    app.add_option_function<std::string>(names, apply)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }
}

Result<Options> parse_rest(const Command* command, std::vector<std::string> rest) {
  const std::uint32_t groups = kGlobal | (command == nullptr ? 0U : command->groups);
  Options options;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const Flag& flag : flags()) {
    if ((flag.group & groups) != 0) declare(app, flag, options);
  }
  app.add_option("operands", options.operands);
  try {
    std::ranges::reverse(rest);  // CLI11 takes them from the back
    app.parse(std::move(rest));
  } catch (const CLI::ValidationError& error) {
    return fail(ErrorCode::kMalformed, error.what());
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string what = error.what();  // "--width: 1 required TEXT missing"
    return fail(ErrorCode::kMalformed, what.substr(0, what.find(':')) + " needs a value");
  } catch (const CLI::Error& error) {
    return fail(ErrorCode::kMalformed, error.what());
  }
  for (const std::string& extra : app.remaining()) {
    if (extra != "--") return unknown_flag(extra, command, groups);
  }
  return options;
}

std::optional<std::string> wrong_operands(const Command& command,
                                          const Options& options) {
  const std::string name = "'hearsay " + std::string(command.name) + "'";
  if (options.operands.size() < command.least_operands) {
    return name + " needs " + std::string(command.operands) + "; " + "'hearsay " +
           std::string(command.name) + " --help' shows examples";
  }
  if (command.operands.empty() && !options.operands.empty()) {
    return name + " takes no '" + options.operands.front() + "', only flags";
  }
  return std::nullopt;
}

}  // namespace

Result<Parsed> parse_arguments(const std::vector<std::string>& arguments) {
  Parsed parsed;
  std::vector<std::string> rest = arguments;
  auto place = find_command_word(rest);
  if (place && rest[*place] == "help") {  // `hearsay help saga`
    rest[*place] = "--help";
    place = find_command_word(rest);
  }
  if (place) {
    const std::string word = rest[*place];
    const auto named = std::ranges::find(commands(), word, &Command::name);
    if (named == commands().end()) return unknown_command(word);
    parsed.command = *named;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*place));
  }
  Result<Options> options = parse_rest(parsed.command, std::move(rest));
  if (!options) return std::unexpected(options.error());
  parsed.options = std::move(*options);
  const bool only_asks = parsed.options.help || parsed.options.version;
  if (parsed.command != nullptr && !only_asks) {
    if (const auto wrong = wrong_operands(*parsed.command, parsed.options)) {
      return fail(ErrorCode::kMalformed, *wrong);
    }
  }
  return parsed;
}

}  // namespace hearsay::cli
