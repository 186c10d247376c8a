// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/id.hpp"
#include "domain/search_query.hpp"
#include "storage/transaction.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace extsrc::storage {

/// What results can be sorted by.
enum class sort_field : std::uint8_t { first_name, last_name, middle_name, title };

/// One level of an order.
struct sort_level {
    sort_field field;
    bool descending = false;
};

/// A search among the searchable contacts of an organization.
struct contact_search {
    std::vector<domain::search_keyword> keywords;  ///< every one has to match; none for all contacts
    std::vector<domain::division_id> divisions;    ///< none for all
    std::vector<domain::contact_id> among;         ///< none for all; a merged-away contact stands for its canonical one
    std::vector<sort_level> order;                 ///< none for last name, first name; without case, ties by id
    std::size_t limit = 0;                         ///< most results
};

/// The contacts found, in order.
[[nodiscard]] std::vector<domain::contact_id> search_contacts(transaction& open, const domain::organization_id& organization,
                                                              const contact_search& wanted);

}  // namespace extsrc::storage
