#include "hearsay/base/json.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include <simdjson.h>

#include "hearsay/base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLimitBytes = 1UL << 30;
constexpr std::size_t kMaximumDepth = 200;

Json value_of(simdjson::dom::element element);

Json array_of(simdjson::dom::array array) {
  Json::Array values;
  for (const simdjson::dom::element element : array) values.push_back(value_of(element));
  return values;
}

Json object_of(simdjson::dom::object object) {
  Json::Object members;
  for (const auto& [name, element] : object) {
    members.emplace_back(std::string(name), value_of(element));
  }
  return members;
}

Json value_of(simdjson::dom::element element) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::ARRAY:
      return array_of(element.get_array().value_unsafe());
    case element_type::OBJECT:
      return object_of(element.get_object().value_unsafe());
    case element_type::STRING:
      return std::string_view(element.get_string().value_unsafe());
    case element_type::BOOL:
      return element.get_bool().value_unsafe();
    case element_type::INT64:
      return element.get_int64().value_unsafe();
    case element_type::UINT64:
      return static_cast<double>(element.get_uint64().value_unsafe());
    case element_type::DOUBLE:
      return element.get_double().value_unsafe();
    default:
      return {};
  }
}

void print_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  out += "\\u00";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

void print_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      if (byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7F) {
        print_escape(out, byte);
      } else {
        out += text[at];
      }
      ++at;
      continue;
    }
    const CodePoint point = decode_at(text, at);
    if (point.valid) {
      out.append(text, at, point.bytes);
    } else {
      append_utf8(out, point.value);
    }
    at += point.bytes;
  }
  out += '"';
}

template <class Number>
void print_number(std::string& out, Number value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void print_value(std::string& out, const Json& value) {
  if (const bool* flag = value.boolean()) {
    out += *flag ? "true" : "false";
  } else if (const std::int64_t* integer = value.integer()) {
    print_number(out, *integer);
  } else if (const double* real = value.real()) {
    if (std::isfinite(*real))
      print_number(out, *real);
    else
      out += "null";
  } else if (const std::string* text = value.string()) {
    print_string(out, *text);
  } else if (const Json::Array* elements = value.elements()) {
    char separator = '[';
    for (const Json& element : *elements) {
      out += separator;
      separator = ',';
      print_value(out, element);
    }
    out += elements->empty() ? "[]" : "]";
  } else if (const Json::Object* members = value.members()) {
    char separator = '{';
    for (const auto& [name, member] : *members) {
      out += separator;
      separator = ',';
      print_string(out, name);
      out += ':';
      print_value(out, member);
    }
    out += members->empty() ? "{}" : "}";
  } else {
    out += "null";
  }
}

}  // namespace

const Json* Json::find(std::string_view name) const {
  const Object* object = members();
  if (object == nullptr) return nullptr;
  const auto found = std::ranges::find(*object, name, &Member::first);
  return found == object->end() ? nullptr : &found->second;
}

Json& Json::set(std::string name, Json value) {
  auto& object = std::get<Object>(value_);
  assert(find(name) == nullptr);
  object.emplace_back(std::move(name), std::move(value));
  return object.back().second;
}

Json& Json::push(Json value) {
  return std::get<Array>(value_).emplace_back(std::move(value));
}

Result<Json> parse_json(std::string_view text) {
  if (text.size() > kLimitBytes) {
    return fail(ErrorCode::kTooLarge, "the JSON text has over 1 GiB, the limit");
  }
  thread_local simdjson::dom::parser parser(kLimitBytes);
  if (parser.max_depth() != kMaximumDepth &&
      parser.allocate(std::max<std::size_t>(parser.capacity(), 1), kMaximumDepth) != 0) {
    return fail(ErrorCode::kInternal, "no memory to read JSON");
  }
  simdjson::dom::element root;
  const auto error = parser.parse(text.data(), text.size()).get(root);
  if (error) {
    return fail(ErrorCode::kMalformed,
                std::string("not valid JSON: ") + simdjson::error_message(error));
  }
  return value_of(root);
}

std::string print(const Json& value) {
  std::string out;
  print_value(out, value);
  return out;
}

}  // namespace hearsay
