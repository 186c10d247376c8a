// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "handlers/request.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <functional>
#include <string>

/// Bulk requests (reference, section 6.2): every entity is a unit of work of its own, and the answer tells how each went.
namespace extsrc::handlers {

inline constexpr std::size_t max_bulk_contacts = 50;
inline constexpr std::size_t max_bulk_enrichments = 10;

/// How one entity went.
struct bulk_success {
    std::string id;              ///< of the contact, or the client's own for an enrichment
    boost::json::object entity;  ///< empty for none
    unsigned status = 200;
};

/// Does the work for one entity. What it throws becomes that entity's error, retryable for a storage::failure that may pass.
using bulk_work = std::function<domain::result<bulk_success>(const boost::json::object& entity)>;

/// Reads `{"entities":[…]}` and does the work for each, in their order. @return 200 with one result an entity; errc::invalid
/// for a body of another form, too_large for more than `most` entities; nothing was done then
[[nodiscard]] answer run_bulk(const request& asked, std::size_t most, const bulk_work& work);

}  // namespace extsrc::handlers
