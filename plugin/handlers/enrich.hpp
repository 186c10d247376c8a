// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "handlers/enrich_rules.hpp"

#include <boost/json.hpp>

namespace extsrc::handlers {

/// A contact with a request's data brought in; both are contacts as a client may write them, and no field is validated.
///
/// Objects are taken member by member, each by its own rule, custom fields too. Phone numbers are one value. Lists go by the
/// list action alone, and only an explicit null, which clears one under always_use_provided, by the value action. Where
/// the two sides differ in kind, such as a list and a text, the field is one value. A phone number without a display, and ""
/// outside the custom fields, count as null, as they do in a contact's body. An element is new when the list has none of its
/// identity (identity_of()); repeats in the contact's own list stay. A cleared `externalIds` is an empty list, as an absent one
/// would leave them in a PUT.
/// @return errc::limit_exceeded naming the list, such as "lineId.ids", and its cap when `extend` would exceed it
[[nodiscard]] domain::result<boost::json::object> enrich(const boost::json::object& existing,
                                                         const boost::json::object& provided, const enrich_rules& rules);

}  // namespace extsrc::handlers
