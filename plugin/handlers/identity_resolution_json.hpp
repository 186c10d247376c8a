// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/channel_resolution.hpp"
#include "domain/error.hpp"
#include "handlers/identifier_json.hpp"

#include <boost/json.hpp>

#include <string_view>

namespace extsrc::handlers {

/// Which members the configuration of one kind of integration has beside `division` and `resolveIdentities`.
struct resolution_shape {
    bool external_source = false;
    bool automerge = false;
    std::string_view wrapper = {};  ///< the member that holds it all; empty for none
};

/// Reads an identity-resolution configuration of this shape. @return errc::invalid with every faulty field
[[nodiscard]] domain::result<domain::channel_resolution> read_resolution(const boost::json::object& body,
                                                                         const resolution_shape& shape);

/// The configuration as the contract shows it.
[[nodiscard]] boost::json::object render(const domain::channel_resolution& resolution, const resolution_shape& shape,
                                         const source_references& sources, std::string_view self_uri);

}  // namespace extsrc::handlers
