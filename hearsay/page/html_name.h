// The names of HTML that decide something here, as numbers.

#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay::page {

// clang-format off
enum class TagName : std::uint8_t {
  kOther,
  // inline
  kA, kAbbr, kB, kBig, kBr, kCite, kCode, kDel, kEm, kFont, kI, kImg, kIns, kLabel, kMark, kQ,
  kS, kSmall, kSpan, kStrong, kSub, kSup, kTime, kTt, kU, kWbr,
  // blocks
  kAddress, kArticle, kAside, kBlockquote, kBody, kCaption, kCenter, kDd, kDetails, kDialog, kDiv,
  kDl, kDt, kFieldset, kFigcaption, kFigure, kFooter, kForm, kH1, kH2, kH3, kH4, kH5, kH6, kHeader,
  kHgroup, kHr, kHtml, kLi, kMain, kMenu, kNav, kOl, kP, kPicture, kPre, kSection, kSummary, kTable,
  kTbody, kTd, kTfoot, kTh, kThead, kTr, kUl,
  // of the head, and what is never text
  kArea, kAudio, kBase, kButton, kCanvas, kCol, kEmbed, kHead, kIframe, kInput, kLink, kMap, kMath, kMeta,
  kNoscript, kObject, kOption, kParam, kScript, kSelect, kSource, kStyle, kSvg, kTemplate,
  kTextarea, kTitle, kTrack, kVideo,
};

enum class AttributeName : std::uint8_t {
  kOther, kAriaHidden, kCharset, kClass, kContent, kDatetime, kHidden, kHref, kHttpEquiv, kId,
  kItemprop, kItemtype, kLang, kName, kProperty, kPubdate, kRel, kRole, kStyle, kTitle, kType,
};
// clang-format on

// `name` in any case; kOther when it is none of ours.
TagName tag_named(std::string_view name);
AttributeName attribute_named(std::string_view name);

bool is_inline(TagName tag);
bool is_void(TagName tag);      // has no content: br, img, meta …
bool is_raw_text(TagName tag);  // its content is no markup: script, style …

}  // namespace hearsay::page
