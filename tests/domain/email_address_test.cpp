// SPDX-License-Identifier: BSL-1.0
#include "domain/email_address.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;

struct form {
    std::string typed;
    std::string normal;
};
std::ostream& operator<<(std::ostream& out, const form& sample) {
    return out << sample.typed;
}

const form accepted[] = {
    {"ann@example.com", "ann@example.com"},
    {"Ann.Lee+tag@Example.COM", "ann.lee+tag@example.com"},
    {"ann@b\u00FCcher.example", "ann@xn--bcher-kva.example"},
    {"ann@B\u00DCCHER.example", "ann@xn--bcher-kva.example"},
    {"ann@bu\u0308cher.example", "ann@xn--bcher-kva.example"},
    {"ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example"},
    {"ann@fa\u00DF.de", "ann@xn--fa-hia.de"},
    {"\u00C9ve@example.com", "\u00E9ve@example.com"},
    {"\"a b\"@example.com", "\"a b\"@example.com"},
    {"\"a@b\"@example.com", "\"a@b\"@example.com"},
    {"o'neil@example.com", "o'neil@example.com"},
    {"ann@localhost", "ann@localhost"},
};

const std::string refused[] = {
    "",
    "ann",
    "@example.com",
    "ann@",
    "a b@x.com",
    "a@b@x.com",
    "ann@exa mple.com",
    "ann@-example.com",
    "ann@.com",
    "ann@a..com",
    "ann@exam_ple.com",
    "Ann <ann@example.com>",
    "a,b@x.com",
    "a;b@x.com",
    "ann@[192.0.2.1]",
    "ann\u00A0lee@example.com",
    "a\"b@x.com",
    "ann@xn--a.com",
    "\"\"@",
    "a\u3000b@x.com",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(email_addresses)

BOOST_DATA_TEST_CASE(are_kept_as_typed_and_compared_in_normal_form, data::make(accepted)) {
    const auto parsed = parse_email(sample.typed, "workEmail");
    BOOST_REQUIRE(parsed);
    BOOST_TEST(*parsed == sample.typed);
    BOOST_TEST(normal_email(*parsed) == sample.normal);
}

BOOST_DATA_TEST_CASE(refuses_what_is_no_address, data::make(refused)) {
    const auto parsed = parse_email(sample, "workEmail");
    BOOST_REQUIRE(!parsed);
    BOOST_TEST(parsed.error().fields.at(0).field == "workEmail");
    BOOST_TEST(parsed.error().fields.at(0).code == "email.invalid");
}

BOOST_AUTO_TEST_CASE(are_trimmed) {
    BOOST_TEST(parse_email("  ann@example.com\n", "workEmail").value() == "ann@example.com");
}

BOOST_AUTO_TEST_CASE(may_have_256_code_points) {
    const std::string domain = "@example.com";
    BOOST_TEST(parse_email(std::string(256 - domain.size(), 'a') + domain, "f").has_value());
    BOOST_TEST(parse_email(std::string(257 - domain.size(), 'a') + domain, "f").error().fields.at(0).code == "value.too.long");
}

BOOST_AUTO_TEST_CASE(the_normal_form_is_a_fixed_point) {
    for (const auto& sample : accepted) BOOST_TEST(normal_email(normal_email(sample.typed)) == sample.normal);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
