// SPDX-License-Identifier: BSL-1.0
// The example in plain C, built by itself elsewhere, in a real host.
#define BOOST_TEST_MODULE example_plain_c
#include "support/fixture_host.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

namespace {

using namespace ccphost::test;
namespace json = boost::json;

struct serving {
    fixture_host host{json::object{{"plugins", json::array{json::object{{"manifest", PLAIN_C_MANIFEST}}}},
                                   {"clients", json::array{client("admin", {"example:*:*"}), client("nobody", {})}}}};

    static json::object client(const char* id, const json::array& permissions) {
        constexpr const char* organization = "3f0a1c5e-0000-4000-8000-000000000001";
        return {{"id", id}, {"secret", "secret"}, {"organization", organization}, {"permissions", permissions}};
    }
    [[nodiscard]] response greet(const std::string& name, const std::string& as) const {
        return http_client(host.port()).request("GET", "/api/v2/example/greetings/" + name, {host.authorization(as)});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(plain_c, serving)

BOOST_AUTO_TEST_CASE(whoever_may_is_greeted) {
    const auto answer = greet("Ada", "admin");
    BOOST_TEST(answer.result_int() == 200U);
    BOOST_TEST(answer.body() == "Hello, Ada");
    BOOST_TEST(answer["Content-Type"] == "text/plain; charset=utf-8");
}

BOOST_AUTO_TEST_CASE(whoever_may_not_is_refused_by_the_host) {
    BOOST_TEST(greet("Ada", "nobody").result_int() == 403U);
}

BOOST_AUTO_TEST_CASE(a_name_that_is_too_long_is_a_failure_in_the_platforms_form) {
    const auto answer = greet(std::string(65, 'a'), "admin");
    BOOST_TEST(answer.result_int() == 400U);
    BOOST_TEST(code_of(answer) == "bad.request");
}

BOOST_AUTO_TEST_SUITE_END()
