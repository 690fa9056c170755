// Archives for tests, made from parts.

#pragma once

#include <cstddef>
#include <string>

#include "hearsay/base/byte_stream.h"

namespace hearsay::source {

inline std::string page(const std::string& text) {
  return "<!doctype html><html><body><p>" + text +
         "</p><p>More of it.</p></body></html>\n";
}

inline std::string record(const std::string& type, const std::string& uri,
                          const std::string& block,
                          const std::string& content_type = "application/http") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2023-03-01T09:30:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block +
         "\r\n\r\n";
}

inline std::string response(const std::string& uri, const std::string& body) {
  return record(
      "response", uri,
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body);
}

// In pieces of 16 bytes.
std::string chunks(const std::string& body);
std::string gzip(const std::string& bytes);
std::string zstd(const std::string& bytes);

ByteStream stream_of(std::string bytes);

}  // namespace hearsay::source
