// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "handlers/context.hpp"
#include "handlers/cursor.hpp"
#include "handlers/operations.hpp"
#include "handlers/request.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <vector>

namespace extsrc::handlers {

namespace json = boost::json;

/// Calls handlers as a client of acme would, without HTTP.
struct client : testing::temp_database {
    domain::timestamp now = 1'700'000'000'000'000;
    domain::organization_id organization = testing::acme();
    context with{database, cursor_codec(std::string(64, 'k')), "US", [this] { return now; }};

    using pairs = request::pairs;

    answer call(answer (*handle)(const context&, const request&), const pairs& path, std::string_view body = {},
                const pairs& query = {}) {
        return handle(with, request{organization, path, query, body, testing::soon()});
    }

    /// The body of a call that has to succeed.
    json::object good(answer (*handle)(const context&, const request&), const pairs& path, std::string_view body = {},
                      const pairs& query = {}) {
        const auto answered = call(handle, path, body, query);
        BOOST_TEST_REQUIRE(answered.has_value(), (answered ? "" : answered.error().message));
        return json::parse(answered->body).as_object();
    }

    /// The failure of a call that has to fail.
    domain::error bad(answer (*handle)(const context&, const request&), const pairs& path, std::string_view body = {},
                      const pairs& query = {}) {
        const auto answered = call(handle, path, body, query);
        BOOST_REQUIRE(!answered);
        return answered.error();
    }
};

/// "field code" of each fault, in order.
[[nodiscard]] inline std::vector<std::string> faults_of(const domain::error& failed) {
    std::vector<std::string> faults;
    for (const auto& field : failed.fields) faults.push_back(field.field + " " + field.code);
    return faults;
}

/// Text of a member, by JSON pointer.
[[nodiscard]] inline std::string text(const json::object& body, std::string_view pointer) {
    return std::string(json::value(body).at_pointer({pointer.data(), pointer.size()}).as_string());
}

/// One member of each entity of a listing.
[[nodiscard]] inline std::vector<std::string> column(const json::object& listing, std::string_view member) {
    std::vector<std::string> found;
    for (const auto& entity : listing.at("entities").as_array())
        found.emplace_back(entity.as_object().at({member.data(), member.size()}).as_string());
    return found;
}

using texts = std::vector<std::string>;

}  // namespace extsrc::handlers
