#include "hearsay/page/outlet.h"

#include <algorithm>
#include <string>

namespace hearsay::page {

std::string_view host_of(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = uri.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t user = host.rfind('@'); user != std::string_view::npos) {
    host.remove_prefix(user + 1);
  }
  return host.substr(0, host.find(':'));
}

void name_outlet(Imprint& imprint, std::string_view address,
                 const KnowledgeBase& knowledge) {
  if (imprint.outlet) {
    for (const NameUse& use : knowledge.names().find(*imprint.outlet)) {
      if (use.kind != MentionKind::kOutlet) continue;
      imprint.outlet = knowledge.outlet(OutletId{use.id}).name;
      return;
    }
  }
  const std::string_view host = host_of(address);
  if (host.empty()) return;
  if (const auto outlet = knowledge.outlet_of_domain(host)) {
    imprint.outlet = knowledge.outlet(*outlet).name;
  }
}

}  // namespace hearsay::page
