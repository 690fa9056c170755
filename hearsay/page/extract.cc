#include "hearsay/page/extract.h"

#include <string>

#include "hearsay/page/outlet.h"
#include "hearsay/page/page.h"

namespace hearsay::page {

Result<Article> extract(const Document& document, const KnowledgeBase& knowledge) {
  std::string address;
  Result<Article> article = read_page(document, knowledge.page_words(), &address);
  if (article) name_outlet(article->imprint, address, knowledge);
  return article;
}

}  // namespace hearsay::page
