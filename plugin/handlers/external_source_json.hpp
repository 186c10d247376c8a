// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/external_source.hpp"

#include <boost/json.hpp>

#include <optional>

namespace extsrc::handlers {

/// What a client writes of a source.
struct external_source_draft {
    domain::source_name name;
    std::optional<bool> active;
    std::optional<domain::link_template> link;
};

/// Reads an ExternalSource body. `id` and `selfUri` are the server's and ignored. @return errc::invalid with every faulty field
[[nodiscard]] domain::result<external_source_draft> read_external_source(const boost::json::object& body);

/// The ExternalSource model.
[[nodiscard]] boost::json::object render(const domain::external_source& source);

/// A reference to a source by id alone, as other resources carry it.
[[nodiscard]] boost::json::object render_reference(const domain::source_id& id);

}  // namespace extsrc::handlers
