// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "handlers/contact_view.hpp"
#include "handlers/page.hpp"
#include "handlers/request.hpp"
#include "storage/contact_search.hpp"

#include <string_view>

namespace extsrc::handlers {

/// A search as a client asks for it.
struct contact_search_request {
    storage::contact_search wanted;
    page shown;
    expansion expand;
};

/// By the query parameters q, pageSize, pageNumber, sortOrder, expand and divisionIds. @return errc::invalid naming one
[[nodiscard]] domain::result<contact_search_request> read_search_parameters(const request& asked,
                                                                            std::string_view phone_region);

/// By a ContactSearchRequest; absent and empty members do not restrict the search. @return errc::invalid naming every fault
[[nodiscard]] domain::result<contact_search_request> read_search_body(std::string_view body, std::string_view phone_region);

}  // namespace extsrc::handlers
