// The way from argv to the exit status. The real world is made here and nowhere else:
// standard output and error, the environment, the place of the program.
//
// SIGPIPE is ignored, so `hearsay claims | head` ends with a write that fails; a reader
// who has gone is no failure, a full disk is.

#include "hearsay/cli/run.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include <unistd.h>

#include "hearsay/cli/command.h"
#include "hearsay/cli/parse.h"
#include "hearsay/cli/session.h"

#ifndef HEARSAY_VERSION
#define HEARSAY_VERSION "unknown"
#endif

namespace hearsay::cli {
namespace {

// Writes all of `text`; false after the first write that failed.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  bool write(std::string_view text) {
    while (!text.empty() && error_ == 0) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written >= 0) {
        text.remove_prefix(static_cast<std::size_t>(written));
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    return error_ == 0;
  }

  int error() const { return error_; }

 private:
  int descriptor_;
  int error_ = 0;
};

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe)
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::filesystem::path program_path() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored);
}

int dispatch(const Parsed& parsed, World world) {
  Session session(parsed.options, std::move(world));
  if (parsed.options.version) {
    session.print("hearsay " HEARSAY_VERSION "\n");
    return kAllWell;
  }
  if (parsed.command == nullptr) {
    session.print(print_short_help(session.terminal()));
    return parsed.options.operands.empty() ? kAllWell : kUnusable;
  }
  if (parsed.options.help) {
    session.print(print_help(*parsed.command, session.terminal()));
    return kAllWell;
  }
  return parsed.command->run(session);
}

}  // namespace

int run(const std::vector<std::string>& arguments, World world) {
  const Result<Parsed> parsed = parse_arguments(arguments);
  if (!parsed) {
    Session({}, std::move(world)).complain(parsed.error().message);
    return kUnusable;
  }
  return dispatch(*parsed, std::move(world));
}

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  Output out(STDOUT_FILENO);
  Output err(STDERR_FILENO);
  World world;
  world.out = [&out](std::string_view text) { return out.write(text); };
  world.err = [&err](std::string_view text) { return err.write(text); };
  world.out_screen = screen_of(STDOUT_FILENO);
  world.err_screen = screen_of(STDERR_FILENO);
  world.environment = variable;
  world.program = program_path();
  const int status = run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc),
                         std::move(world));
  if (out.error() != 0 && out.error() != EPIPE) {
    const std::string reason = std::generic_category().message(out.error());
    err.write("hearsay: standard output: " + reason + "\n");
    return kUnusable;
  }
  return status;
}

}  // namespace hearsay::cli
