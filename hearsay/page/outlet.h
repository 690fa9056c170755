// Outlets under the name their readers use.

#pragma once

#include <string_view>

#include "hearsay/knowledge/knowledge_base.h"
#include "hearsay/model/article.h"

namespace hearsay::page {

// Calls the outlet by its usual name when `knowledge` lists the stated name, or else the
// domain of the page's address; without either, an outlet is left as it is stated.
void name_outlet(Imprint& imprint, std::string_view address,
                 const KnowledgeBase& knowledge);

// "https://www.bbc.co.uk/sport/1" → "www.bbc.co.uk"; empty when the uri has no host.
std::string_view host_of(std::string_view uri);

}  // namespace hearsay::page
