// Dates as mail, HTTP and feeds write them: RFC 822 and what became of it.
//
//     Tue, 10 Nov 2020 21:05:00 GMT      RFC 822, 1123, 2822
//     10 Nov 20 21:05 +0100              two-digit years count from 1970 to 2069
//     Tuesday, 10-Nov-20 21:05:00 GMT    RFC 850
//     Tue Nov 10 21:05:00 2020           asctime
//     Nov 10, 2020                       a day, no clock time

#pragma once

#include <optional>
#include <string_view>

#include "hearsay/base/date.h"

namespace hearsay {

// Nothing when there is no such date. An unknown zone name counts as UTC; words that
// belong to no date (the name of the day, "at") are skipped.
std::optional<Moment> parse_mail_date(std::string_view text);

}  // namespace hearsay
