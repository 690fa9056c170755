// Small tables that are built at compile time and probed openly.

#include "hearsay/page/html_name.h"

#include <array>
#include <cstddef>
#include <utility>

namespace hearsay::page {
namespace {

constexpr std::size_t kSlots = 512;
constexpr std::size_t kLongestName = 16;

constexpr std::uint64_t hash(const char* name, std::size_t size) {
  std::uint64_t value = size;
  for (std::size_t i = 0; i < size; ++i) {
    value = (value ^ static_cast<unsigned char>(name[i])) * 0x100000001B3ULL;
  }
  return value ^ (value >> 29);
}

template <class Name>
struct Entry {
  std::string_view text;
  Name name{};
};

template <class Name>
class NameTable {
 public:
  template <std::size_t kCount>
  constexpr explicit NameTable(const std::array<Entry<Name>, kCount>& names) {
    for (const auto& entry : names) {
      std::size_t slot = hash(entry.text.data(), entry.text.size()) % kSlots;
      while (!slots_[slot].text.empty()) slot = (slot + 1) % kSlots;
      slots_[slot] = entry;
    }
  }

  Name find(std::string_view text) const {
    if (text.size() > kLongestName) return Name::kOther;
    std::array<char, kLongestName> small{};
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      small[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    const std::string_view name(small.data(), text.size());
    for (std::size_t slot = hash(name.data(), name.size()) % kSlots;
         !slots_[slot].text.empty(); slot = (slot + 1) % kSlots) {
      if (slots_[slot].text == name) return slots_[slot].name;
    }
    return Name::kOther;
  }

 private:
  std::array<Entry<Name>, kSlots> slots_{};
};

using Tag = Entry<TagName>;
using Attribute = Entry<AttributeName>;

// clang-format off
constexpr NameTable<TagName> kTags(std::array<Tag, 100>{{
    {"a", TagName::kA}, {"abbr", TagName::kAbbr}, {"b", TagName::kB},
    {"big", TagName::kBig}, {"br", TagName::kBr}, {"cite", TagName::kCite},
    {"code", TagName::kCode}, {"del", TagName::kDel}, {"em", TagName::kEm},
    {"font", TagName::kFont}, {"i", TagName::kI}, {"img", TagName::kImg},
    {"ins", TagName::kIns}, {"label", TagName::kLabel}, {"mark", TagName::kMark},
    {"q", TagName::kQ}, {"s", TagName::kS}, {"small", TagName::kSmall},
    {"span", TagName::kSpan}, {"strong", TagName::kStrong}, {"sub", TagName::kSub},
    {"sup", TagName::kSup}, {"time", TagName::kTime}, {"tt", TagName::kTt},
    {"u", TagName::kU}, {"wbr", TagName::kWbr}, {"address", TagName::kAddress},
    {"article", TagName::kArticle}, {"aside", TagName::kAside},
    {"blockquote", TagName::kBlockquote}, {"body", TagName::kBody},
    {"caption", TagName::kCaption}, {"center", TagName::kCenter}, {"dd", TagName::kDd},
    {"details", TagName::kDetails}, {"dialog", TagName::kDialog}, {"div", TagName::kDiv},
    {"dl", TagName::kDl}, {"dt", TagName::kDt}, {"fieldset", TagName::kFieldset},
    {"figcaption", TagName::kFigcaption}, {"figure", TagName::kFigure},
    {"footer", TagName::kFooter}, {"form", TagName::kForm}, {"h1", TagName::kH1},
    {"h2", TagName::kH2}, {"h3", TagName::kH3}, {"h4", TagName::kH4}, {"h5", TagName::kH5},
    {"h6", TagName::kH6}, {"header", TagName::kHeader}, {"hgroup", TagName::kHgroup},
    {"hr", TagName::kHr}, {"html", TagName::kHtml}, {"li", TagName::kLi},
    {"main", TagName::kMain}, {"menu", TagName::kMenu}, {"nav", TagName::kNav},
    {"ol", TagName::kOl}, {"p", TagName::kP}, {"picture", TagName::kPicture},
    {"pre", TagName::kPre}, {"section", TagName::kSection}, {"summary", TagName::kSummary},
    {"table", TagName::kTable}, {"tbody", TagName::kTbody}, {"td", TagName::kTd},
    {"tfoot", TagName::kTfoot}, {"th", TagName::kTh}, {"thead", TagName::kThead},
    {"tr", TagName::kTr}, {"ul", TagName::kUl}, {"area", TagName::kArea},
    {"audio", TagName::kAudio}, {"base", TagName::kBase}, {"button", TagName::kButton},
    {"canvas", TagName::kCanvas}, {"col", TagName::kCol}, {"embed", TagName::kEmbed},
    {"head", TagName::kHead}, {"iframe", TagName::kIframe}, {"input", TagName::kInput},
    {"link", TagName::kLink}, {"map", TagName::kMap}, {"math", TagName::kMath},
    {"meta", TagName::kMeta}, {"noscript", TagName::kNoscript},
    {"object", TagName::kObject}, {"option", TagName::kOption}, {"param", TagName::kParam},
    {"script", TagName::kScript}, {"select", TagName::kSelect},
    {"source", TagName::kSource}, {"style", TagName::kStyle}, {"svg", TagName::kSvg},
    {"template", TagName::kTemplate}, {"textarea", TagName::kTextarea},
    {"title", TagName::kTitle}, {"track", TagName::kTrack}, {"video", TagName::kVideo},
}});

constexpr NameTable<AttributeName> kAttributes(std::array<Attribute, 20>{{
    {"aria-hidden", AttributeName::kAriaHidden}, {"charset", AttributeName::kCharset},
    {"class", AttributeName::kClass}, {"content", AttributeName::kContent},
    {"datetime", AttributeName::kDatetime}, {"hidden", AttributeName::kHidden},
    {"href", AttributeName::kHref}, {"http-equiv", AttributeName::kHttpEquiv},
    {"id", AttributeName::kId}, {"itemprop", AttributeName::kItemprop},
    {"itemtype", AttributeName::kItemtype}, {"lang", AttributeName::kLang},
    {"name", AttributeName::kName}, {"property", AttributeName::kProperty},
    {"pubdate", AttributeName::kPubdate}, {"rel", AttributeName::kRel},
    {"role", AttributeName::kRole}, {"style", AttributeName::kStyle},
    {"title", AttributeName::kTitle}, {"type", AttributeName::kType},
}});
// clang-format on

}  // namespace

TagName tag_named(std::string_view name) {
  return kTags.find(name);
}
AttributeName attribute_named(std::string_view name) {
  return kAttributes.find(name);
}

bool is_inline(TagName tag) {
  return tag <= TagName::kWbr;
}

bool is_void(TagName tag) {
  switch (tag) {
    case TagName::kArea:
    case TagName::kCol:
    case TagName::kParam:
    case TagName::kTrack:
    case TagName::kBase:
    case TagName::kBr:
    case TagName::kEmbed:
    case TagName::kHr:
    case TagName::kImg:
    case TagName::kInput:
    case TagName::kLink:
    case TagName::kMeta:
    case TagName::kSource:
    case TagName::kWbr:
      return true;
    default:
      return false;
  }
}

bool is_raw_text(TagName tag) {
  return tag == TagName::kScript || tag == TagName::kStyle || tag == TagName::kTitle ||
         tag == TagName::kTextarea || tag == TagName::kIframe;
}

}  // namespace hearsay::page
