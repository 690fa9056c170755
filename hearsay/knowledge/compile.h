// Writes a draft of the knowledge base as compiled bytes.

#pragma once

#include <string>
#include <string_view>

#include "hearsay/base/error.h"
#include "hearsay/knowledge/draft.h"

namespace hearsay {

// The bytes of compiled_format.h. The same draft gives the same bytes. kTooLarge when
// there are more than 4 GiB of names.
Result<std::string> compile(const Draft& draft, std::string_view stamp = {},
                            std::string_view imported = {});

}  // namespace hearsay
