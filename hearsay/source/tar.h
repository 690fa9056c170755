// The files of a tar archive, one after the other: ustar, GNU's long names, pax.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "hearsay/base/byte_stream.h"
#include "hearsay/base/error.h"
#include "hearsay/source/byte_window.h"

namespace hearsay::source {

class TarReader {
 public:
  explicit TarReader(ByteWindow window);

  struct Entry {
    std::string name;
    std::size_t bytes = 0;
    ByteStream stream;  // good until next() is called
  };

  // The next regular file that is not hidden; folders and links are passed. kMalformed,
  // without the archive's name, where it is broken or cut off: nothing follows then.
  std::optional<Result<Entry>> next();

  std::optional<StreamPlace> place();  // of the entry that comes next
  std::size_t consumed_bytes() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

// Whether these bytes begin a tar archive.
bool starts_tar(std::string_view head);

}  // namespace hearsay::source
