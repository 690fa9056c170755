#include "hearsay/page/html_meta.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include "hearsay/base/tsv.h"
#include "hearsay/page/html_reference.h"
#include "hearsay/page/json_ld.h"

namespace hearsay::page {
namespace {

enum class Field : std::uint8_t {
  kTitle,
  kOutlet,
  kAuthor,
  kAddress,
  kLanguage,
  kPublished,
  kModified,
  kPicture
};

struct MetaName {
  std::string_view name;
  Field field;
  int rank;  // smaller is more trustworthy
};

constexpr MetaName kNames[] = {
    {"og:title", Field::kTitle, 1},
    {"twitter:title", Field::kTitle, 2},
    {"headline", Field::kTitle, 3},
    {"dc.title", Field::kTitle, 4},
    {"dcterms.title", Field::kTitle, 4},
    {"parsely-title", Field::kTitle, 2},
    {"og:site_name", Field::kOutlet, 1},
    {"application-name", Field::kOutlet, 3},
    {"publisher", Field::kOutlet, 4},
    {"dc.publisher", Field::kOutlet, 4},
    {"dcterms.publisher", Field::kOutlet, 4},
    {"author", Field::kAuthor, 1},
    {"article:author", Field::kAuthor, 3},
    {"og:author", Field::kAuthor, 3},
    {"parsely-author", Field::kAuthor, 2},
    {"sailthru.author", Field::kAuthor, 2},
    {"dc.creator", Field::kAuthor, 4},
    {"dcterms.creator", Field::kAuthor, 4},
    {"byl", Field::kAuthor, 3},
    {"og:url", Field::kAddress, 2},
    {"og:image", Field::kPicture, 1},
    {"twitter:image", Field::kPicture, 2},
    {"og:locale", Field::kLanguage, 2},
    {"content-language", Field::kLanguage, 3},
    {"language", Field::kLanguage, 3},
    {"dc.language", Field::kLanguage, 3},
    {"article:published_time", Field::kPublished, 1},
    {"article:published", Field::kPublished, 2},
    {"og:published_time", Field::kPublished, 2},
    {"og:article:published_time", Field::kPublished, 2},
    {"datepublished", Field::kPublished, 2},
    {"published", Field::kPublished, 4},
    {"publishdate", Field::kPublished, 3},
    {"publish-date", Field::kPublished, 3},
    {"publish_date", Field::kPublished, 3},
    {"published-date", Field::kPublished, 3},
    {"published_at", Field::kPublished, 3},
    {"publication_date", Field::kPublished, 3},
    {"pubdate", Field::kPublished, 3},
    {"pub_date", Field::kPublished, 3},
    {"parsely-pub-date", Field::kPublished, 3},
    {"sailthru.date", Field::kPublished, 3},
    {"cxenseparse:recs:publishtime", Field::kPublished, 3},
    {"cxenseparse:publishtime", Field::kPublished, 3},
    {"rnews:datepublished", Field::kPublished, 3},
    {"dc.date.issued", Field::kPublished, 4},
    {"dcterms.issued", Field::kPublished, 4},
    {"dcterms.date", Field::kPublished, 5},
    {"dcterms.created", Field::kPublished, 5},
    {"dc.date", Field::kPublished, 5},
    {"dc.date.created", Field::kPublished, 5},
    {"citation_publication_date", Field::kPublished, 4},
    {"citation_date", Field::kPublished, 5},
    {"article_date_original", Field::kPublished, 3},
    {"originalpublicationdate", Field::kPublished, 3},
    {"date.available", Field::kPublished, 5},
    {"date", Field::kPublished, 6},
    {"date_published", Field::kPublished, 3},
    {"article.published", Field::kPublished, 3},
    {"artikel-datum", Field::kPublished, 4},
    {"datecreated", Field::kPublished, 6},
    {"created", Field::kPublished, 7},
    {"article:modified_time", Field::kModified, 1},
    {"og:updated_time", Field::kModified, 2},
    {"datemodified", Field::kModified, 2},
    {"lastmod", Field::kModified, 3},
    {"last-modified", Field::kModified, 3},
    {"modified", Field::kModified, 3},
    {"dcterms.modified", Field::kModified, 3},
    {"dc.date.modified", Field::kModified, 3},
    {"revised", Field::kModified, 4},
};

std::string small(std::string_view text) {
  std::string out(trim(text));
  std::ranges::transform(out, out.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return out;
}

// A value and how much it is to be trusted; the first of the smallest rank wins.
struct Ranked {
  std::string value;
  int rank = 100;
};

class MetaReader {
 public:
  MetaReader(const HtmlTree& tree, const PageWords& words) : tree_(tree), words_(words) {}

  Metadata read() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      if (node.is_text) {
        if (node.tag == TagName::kTitle && document_title_.empty()) {
          document_title_ = decode_references(tree_.text(node), words_);
        }
        continue;
      }
      read_element(i, node);
    }
    return finish();
  }

 private:
  void read_element(std::uint32_t i, const HtmlNode& node) {
    switch (node.tag) {
      case TagName::kMeta:
        read_meta(node);
        break;
      case TagName::kLink:
        read_link(node);
        break;
      case TagName::kHtml:
        take(Field::kLanguage, value(node, AttributeName::kLang), 1);
        break;
      case TagName::kScript:
        read_script(i, node);
        break;
      default:
        read_microdata(i, node);
    }
  }

  std::string value(const HtmlNode& node, AttributeName name) const {
    return decode_references(tree_.attribute(node, name), words_);
  }

  void take(Field field, std::string text, int rank) {
    if (text.empty()) return;
    found_[static_cast<std::size_t>(field)].push_back({std::move(text), rank});
  }

  void read_meta(const HtmlNode& node) {
    const std::string content = value(node, AttributeName::kContent);
    if (content.empty()) return;
    for (const AttributeName attribute :
         {AttributeName::kProperty, AttributeName::kName, AttributeName::kItemprop,
          AttributeName::kHttpEquiv}) {
      const std::string name = small(tree_.attribute(node, attribute));
      if (name.empty()) continue;
      const auto* known = std::ranges::find(kNames, name, &MetaName::name);
      if (known != std::end(kNames)) take(known->field, content, known->rank);
    }
  }

  void read_link(const HtmlNode& node) {
    const std::string relation = small(tree_.attribute(node, AttributeName::kRel));
    if (relation == "canonical")
      take(Field::kAddress, value(node, AttributeName::kHref), 1);
  }

  void read_script(std::uint32_t i, const HtmlNode& node) {
    const std::string_view type = tree_.attribute(node, AttributeName::kType);
    if (type.find("ld+json") == std::string_view::npos || i + 1 >= node.end) return;
    for (JsonLdArticle& article : read_json_ld(tree_.text(tree_[i + 1]))) {
      const int rank = article.is_article ? 0 : 8;
      take(Field::kTitle, decode_references(article.title, words_),
           article.is_article ? 0 : 9);
      take(Field::kOutlet, decode_references(article.outlet, words_),
           article.is_article ? 2 : 9);
      take(Field::kAddress, article.address, 3);
      take(Field::kLanguage, article.language, 2);
      take(Field::kPublished, article.published, article.is_article ? 1 : 3);
      take(Field::kModified, article.modified, rank);
      for (std::string& author : article.authors)
        take(Field::kAuthor, std::move(author), rank);
      if (out_.body.size() < article.body.size()) out_.body = std::move(article.body);
    }
  }

  // itemprop on visible elements: the date in datetime or content, names in their text.
  void read_microdata(std::uint32_t i, const HtmlNode& node) {
    if (node.first_attribute == node.end_attribute) return;
    const std::string name = small(tree_.attribute(node, AttributeName::kItemprop));
    if (name.empty()) return;
    std::string stated = value(node, AttributeName::kDatetime);
    if (stated.empty()) stated = value(node, AttributeName::kContent);
    if (name.find("datepublished") != std::string::npos) {
      take(Field::kPublished, stated.empty() ? text_in(i) : stated, 2);
    } else if (name == "datemodified") {
      take(Field::kModified, stated, 2);
    } else if (name == "datecreated") {
      take(Field::kPublished, stated, 6);
    } else if (name == "author") {
      take(Field::kAuthor, stated.empty() ? text_in(i) : stated, 5);
    }
  }

  std::string text_in(std::uint32_t i) const {
    constexpr std::size_t kLongest = 200;
    std::string text;
    for (std::uint32_t at = i + 1; at < tree_[i].end && text.size() < kLongest; ++at) {
      if (tree_[at].is_text && tree_[at].tag == TagName::kOther)
        text += tree_.text(tree_[at]);
    }
    return text.size() < kLongest ? decode_references(text, words_) : std::string();
  }

  std::vector<Ranked>& all(Field field) {
    auto& values = found_[static_cast<std::size_t>(field)];
    std::ranges::stable_sort(values, {}, &Ranked::rank);
    return values;
  }

  std::string best(Field field) {
    const auto& values = all(field);
    return values.empty() ? std::string() : values.front().value;
  }

  Metadata finish() {
    out_.title = best(Field::kTitle);
    if (out_.title.empty()) out_.title = document_title_;
    out_.outlet = best(Field::kOutlet);
    out_.address = best(Field::kAddress);
    out_.language = best(Field::kLanguage);
    out_.picture = best(Field::kPicture);
    std::ranges::replace(out_.language, '_', '-');
    constexpr int kOfFile = 5;  // "date" and "created" mean what the editing system means
    for (const Ranked& one : all(Field::kPublished)) {
      (one.rank < kOfFile ? out_.published : out_.created).push_back(one.value);
    }
    for (const Ranked& one : all(Field::kModified)) out_.modified.push_back(one.value);
    finish_authors();
    return std::move(out_);
  }

  // All of the best rank, without addresses of profiles.
  void finish_authors() {
    int rank = -1;
    for (const Ranked& one : all(Field::kAuthor)) {
      const bool address =
          one.value.find("://") != std::string::npos || one.value.size() > 100;
      if (address || (rank >= 0 && one.rank != rank)) continue;
      rank = one.rank;
      if (std::ranges::find(out_.authors, one.value) == out_.authors.end()) {
        out_.authors.push_back(one.value);
      }
    }
  }

  const HtmlTree& tree_;
  const PageWords& words_;
  std::array<std::vector<Ranked>, 8> found_;
  std::string document_title_;
  Metadata out_;
};

}  // namespace

Metadata read_metadata(const HtmlTree& tree, const PageWords& words) {
  return MetaReader(tree, words).read();
}

}  // namespace hearsay::page
