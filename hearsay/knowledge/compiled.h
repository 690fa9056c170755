// Compiled bytes, believed only after a look at every place they name.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/compiled_format.h"
#include "hearsay/knowledge/mapped_file.h"

namespace hearsay {

// The sections of the file, each as it was written (its sum is right, and the sizes are);
// but the imported records, which reading does not need, are not looked at.
// kMalformed, kUnsupported: the message names the file and the remedy. The places in
// records are not checked. The views live as long as the file.
Result<CompiledParts> read_parts(const MappedFile& file);

// The text of the imported records alone, with the same failures.
Result<std::string_view> read_imported(const MappedFile& file);

// What the file was made of; nothing when it is damaged or of another kind. Cheap.
std::optional<std::string_view> find_stamp(const MappedFile& file);

// Why a record leads nowhere; nothing when all places are right.
std::optional<std::string> find_wrong_place(const CompiledParts& parts);

}  // namespace hearsay
