// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "storage/deadline.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One file per resource of the HTTP contract: parse, validate, call, render.
namespace extsrc::handlers {

/// A request as handlers see it: authenticated, permitted, within the host's limits. Texts are borrowed from the host.
struct request {
    using pairs = std::vector<std::pair<std::string_view, std::string_view>>;

    domain::organization_id organization;
    pairs path_parameters;
    pairs query;
    std::string_view body;
    storage::deadline until;
    std::string_view principal = {};  ///< who asks: the client's id

    /// A path parameter; empty when the template has none of that name.
    [[nodiscard]] std::string_view path_parameter(std::string_view name) const { return first(path_parameters, name); }
    /// A query parameter; empty when it is absent, which the contract treats alike.
    [[nodiscard]] std::string_view query_parameter(std::string_view name) const { return first(query, name); }

private:
    static std::string_view first(const pairs& all, std::string_view name) {
        for (const auto& [key, value] : all)
            if (key == name) return value;
        return {};
    }
};

/// What a request that succeeded is answered with.
struct reply {
    std::string body;  ///< JSON
    unsigned status = 200;

    // NOLINTNEXTLINE(google-explicit-constructor): most handlers have nothing to say but a body
    reply(std::string text, unsigned with_status = 200) : body(std::move(text)), status(with_status) {}
};

/// The reply, or why there is none.
using answer = domain::result<reply>;

}  // namespace extsrc::handlers
