// A mapping lives as long as the last copy of its MappedFile.

#include "hearsay/knowledge/mapped_file.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hearsay {

struct MappedFile::Mapping {
  std::string name;
  std::string owned;  // when it is no file
  void* address = MAP_FAILED;
  std::size_t size = 0;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  Mapping(Mapping&&) = delete;
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (address != MAP_FAILED) ::munmap(address, size);
  }
};

namespace {

Error cannot_open(const std::string& name, int number) {
  if (number == ENOENT || number == ENOTDIR) {
    return {ErrorCode::kNotFound, name + ": no such file"};
  }
  if (number == EACCES || number == EPERM) {
    return {ErrorCode::kUnreadable,
            name + ": permission denied; make it readable for this user"};
  }
  return {ErrorCode::kUnreadable,
          name + ": cannot be read: " + std::generic_category().message(number)};
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  auto mapping = std::make_shared<Mapping>();
  mapping->name = path.string();
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return std::unexpected(cannot_open(mapping->name, errno));
  struct stat status{};
  const bool known = ::fstat(file, &status) == 0;
  if (!known || !S_ISREG(status.st_mode)) {
    ::close(file);
    return fail(ErrorCode::kUnreadable, mapping->name + ": is not a regular file");
  }
  mapping->size = static_cast<std::size_t>(status.st_size);
  if (mapping->size > 0) {
    mapping->address = ::mmap(nullptr, mapping->size, PROT_READ, MAP_SHARED, file, 0);
  }
  const int number = errno;
  ::close(file);
  if (mapping->size > 0 && mapping->address == MAP_FAILED) {
    return std::unexpected(cannot_open(mapping->name, number));
  }
  MappedFile opened;
  opened.mapping_ = std::move(mapping);
  return opened;
}

MappedFile MappedFile::of(std::string bytes, std::string name) {
  auto mapping = std::make_shared<Mapping>();
  mapping->name = std::move(name);
  mapping->owned = std::move(bytes);
  MappedFile made;
  made.mapping_ = std::move(mapping);
  return made;
}

std::string_view MappedFile::bytes() const {
  if (!mapping_) return {};
  if (mapping_->address == MAP_FAILED) return mapping_->owned;
  return {static_cast<const char*>(mapping_->address), mapping_->size};
}

const std::string& MappedFile::name() const {
  static const std::string none = "no file";
  return mapping_ ? mapping_->name : none;
}

}  // namespace hearsay
