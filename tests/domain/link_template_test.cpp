// SPDX-License-Identifier: BSL-1.0
#include "domain/link_template.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;

const std::string accepted[] = {
    "https://crm.example/{{externalId.value}}",
    "http://crm.example/{{externalId.value}}",
    "HTTPS://CRM.example/{{externalId.value}}/view",
    "https://crm.example:8443/a/b/{{externalId.value}}",
    "https://crm.example/show?id={{externalId.value}}&tab=1",
    "https://crm.example?id={{externalId.value}}",
    "https://crm.example/#/person/{{externalId.value}}",
    "https://192.0.2.7/{{externalId.value}}",
    "https://[2001:db8::7]/{{externalId.value}}",
    "https://crm.example/no/placeholder",
    "https://crm.example",
    "https://crm.example/caf%C3%A9/{{externalId.value}}",
};

struct refusal {
    std::string text;
    std::string code;
};
std::ostream& operator<<(std::ostream& out, const refusal& sample) {
    return out << sample.text.substr(0, 60) << " : " << sample.code;
}

const refusal refused[] = {
    {"", "url.invalid"},
    {"   ", "url.invalid"},
    {"crm.example/{{externalId.value}}", "url.invalid"},
    {"//crm.example/{{externalId.value}}", "url.invalid"},
    {"{{externalId.value}}", "url.invalid"},
    {"ftp://crm.example/{{externalId.value}}", "url.scheme"},
    {"javascript:alert({{externalId.value}})", "url.scheme"},
    {"data:text/html,{{externalId.value}}", "url.scheme"},
    {"https:///{{externalId.value}}", "url.invalid"},
    {"https:{{externalId.value}}", "url.invalid"},
    {"https://{{externalId.value}}", "placeholder.position"},
    {"https://{{externalId.value}}/", "placeholder.position"},
    {"https://{{externalId.value}}.crm.example/", "placeholder.position"},
    {"https://crm.example{{externalId.value}}", "placeholder.position"},
    {"https://{{externalId.value}}@crm.example/", "placeholder.position"},
    {"https://user:{{externalId.value}}@crm.example/", "placeholder.position"},
    {"https://crm.example:{{externalId.value}}/", "placeholder.position"},
    {"{{externalId.value}}://crm.example/", "url.scheme"},
    {"https://crm.example@evil.example/{{externalId.value}}", "url.invalid"},
    {"https://user:secret@crm.example/{{externalId.value}}", "url.invalid"},
    {"https://crm.example/{{externalId.value}}/{{externalId.value}}", "placeholder.repeated"},
    {"https://crm.example/{{external{{externalId.value}}Id.value}}", "placeholder.repeated"},
    {"https://crm.example/{{externalId.id}}", "placeholder.unknown"},
    {"https://crm.example/{{ externalId.value }}", "placeholder.unknown"},
    {"https://crm.example/{{externalid.value}}", "placeholder.unknown"},
    {"https://crm.example/{{externalId.value}}?a={{b}}", "placeholder.unknown"},
    {"https://crm.example/{{externalId.value", "placeholder.unknown"},
    {"https://crm.example/{{{externalId.value}}}", "url.invalid"},
    {"https://crm.example/{x}", "url.invalid"},
    {"https://crm.example/a b", "url.invalid"},
    {"https://crm.example/%zz", "url.invalid"},
    {"https://crm.example/café", "url.invalid"},
    {"https://m\u00FCnchen.example/{{externalId.value}}", "url.invalid"},
    {"https://crm.example/\n{{externalId.value}}", "control.character"},
    {"https://crm.example/\xFF", "invalid.encoding"},
};

struct expansion {
    std::string id;
    std::string encoded;
};
std::ostream& operator<<(std::ostream& out, const expansion& sample) {
    return out << sample.id << " -> " << sample.encoded;
}

const expansion expansions[] = {
    {"C-1001", "C-1001"},
    {"a.b_c~d", "a.b_c~d"},
    {"a b", "a%20b"},
    {"a/b", "a%2Fb"},
    {"?#[]@:", "%3F%23%5B%5D%40%3A"},
    {"!$&'()*+,;=", "%21%24%26%27%28%29%2A%2B%2C%3B%3D"},
    {"100%", "100%25"},
    {"%41", "%2541"},
    {"é", "%C3%A9"},
    {"😀", "%F0%9F%98%80"},
    {"<script>\"", "%3Cscript%3E%22"},
    {"{{externalId.value}}", "%7B%7BexternalId.value%7D%7D"},
};

std::string of_length(std::size_t length) {
    const std::string start = "https://crm.example/";
    return start + std::string(length - start.size(), 'a');
}

}  // namespace

BOOST_AUTO_TEST_SUITE(link_templates)

BOOST_DATA_TEST_CASE(accepts, data::make(accepted)) {
    const auto parsed = link_template::parse(sample, "uriTemplate");
    BOOST_REQUIRE(parsed);
    BOOST_TEST(parsed->text() == sample);
}

BOOST_DATA_TEST_CASE(refuses, data::make(refused)) {
    const auto parsed = link_template::parse(sample.text, "linkConfiguration.uriTemplate");
    BOOST_REQUIRE(!parsed);
    BOOST_TEST((parsed.error().code == errc::invalid));
    BOOST_TEST(parsed.error().fields.at(0).field == "linkConfiguration.uriTemplate");
    BOOST_TEST(parsed.error().fields.at(0).code == sample.code);
}

BOOST_AUTO_TEST_CASE(are_trimmed) {
    BOOST_TEST(link_template::parse(" https://crm.example/\t", "f").value().text() == "https://crm.example/");
}

BOOST_AUTO_TEST_CASE(may_have_400_characters) {
    BOOST_TEST(link_template::parse(of_length(400), "f").has_value());
    BOOST_TEST(link_template::parse(" " + of_length(400) + " ", "f").has_value());
    BOOST_TEST(link_template::parse(of_length(401), "f").error().fields.at(0).code == "value.too.long");
}

BOOST_DATA_TEST_CASE(expand_encodes_all_but_unreserved_characters, data::make(expansions)) {
    const auto link = link_template::parse("https://crm.example/p/{{externalId.value}}?x=1", "f").value();
    BOOST_TEST(link.expand(sample.id) == "https://crm.example/p/" + sample.encoded + "?x=1");
}

BOOST_AUTO_TEST_CASE(expand_leaves_a_template_without_placeholder_alone) {
    BOOST_TEST(link_template::trusted("https://crm.example/").expand("C-1") == "https://crm.example/");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
