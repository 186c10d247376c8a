// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "handlers/enrich_rules.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::handlers {

inline constexpr std::size_t max_matching_identifiers = 25;

/// What to do with the contacts that own the matching identifiers.
enum class enrich_action : std::uint8_t {
    insert,  ///< make a contact; a match is a conflict
    update,  ///< change the first match; none is not found
    upsert,  ///< change the first match, or make a contact
    merge,   ///< merge all matches and change the result, or make a contact
};

/// A ContactEnrichRequest.
struct enrich_request {
    std::string tracker;  ///< the client's own id of the request, for bulk
    domain::division_id division;
    std::vector<domain::identifier> matching;  ///< in the order in which they are looked up
    enrich_action action = enrich_action::upsert;
    std::optional<boost::json::object> provided;  ///< a contact as a client may write it; none brings nothing in
    enrich_rules rules;
    bool promote = false;
};

/// Reads a request. @return errc::invalid with every fault
[[nodiscard]] domain::result<enrich_request> read_enrich_request(const boost::json::object& body,
                                                                 std::string_view phone_region);

}  // namespace extsrc::handlers
