// Whole files, read with a limit and a clear word when it fails.

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"

namespace hearsay {

// The bytes of a regular file. kNotFound, kUnreadable (permission, a directory, a device
// error), kTooLarge when it has more than `limit_bytes`. The message names the path.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit_bytes);

// The content of a gzip stream (all its members). kMalformed when it is not one or is cut
// off; kTooLarge when it would have more than `limit_bytes`.
Result<std::string> gunzip(std::string_view bytes, std::size_t limit_bytes);

bool is_gzip(std::string_view bytes);

}  // namespace hearsay
