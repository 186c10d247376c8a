// SPDX-License-Identifier: BSL-1.0
#include "domain/identifier.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;

struct known_type {
    identifier_type type;
    std::string name;
    int rank;
};
std::ostream& operator<<(std::ostream& out, const known_type& sample) {
    return out << sample.name;
}

const known_type types[] = {
    {identifier_type::external_id, "ExternalId", 0},
    {identifier_type::email, "Email", 1},
    {identifier_type::phone, "Phone", 2},
    {identifier_type::social_line, "SocialLine", 3},
    {identifier_type::social_facebook, "SocialFacebook", 3},
    {identifier_type::social_twitter, "SocialTwitter", 3},
    {identifier_type::social_whatsapp, "SocialWhatsapp", 3},
    {identifier_type::social_whatsapp_bsuid, "SocialWhatsappBsuid", 3},
    {identifier_type::social_instagram, "SocialInstagram", 3},
    {identifier_type::social_instagram_handle, "SocialInstagramHandle", 3},
    {identifier_type::apple_opaque_id, "AppleOpaqueId", 3},
    {identifier_type::cookie, "Cookie", 4},
};

const identifier_type opaque[] = {
    identifier_type::social_line,
    identifier_type::social_facebook,
    identifier_type::social_twitter,
    identifier_type::social_instagram,
    identifier_type::social_instagram_handle,
    identifier_type::social_whatsapp_bsuid,
    identifier_type::apple_opaque_id,
    identifier_type::cookie,
};

std::optional<source_id> source_for(identifier_type type) {
    if (type != identifier_type::external_id) return std::nullopt;
    return source_id::trusted("50000000-0000-4000-8000-000000000001");
}

result<identifier> make(identifier_type type, std::string_view value) {
    return make_identifier(type, source_for(type), value, "US", {"type", "value", "source"});
}

std::string fault(const result<identifier>& made) {
    BOOST_REQUIRE(!made);
    BOOST_TEST((made.error().code == errc::invalid));
    return made.error().fields.at(0).field + " " + made.error().fields.at(0).code;
}

}  // namespace

static std::ostream& operator<<(std::ostream& out, identifier_type type) {
    return out << to_string(type);
}

BOOST_AUTO_TEST_SUITE(identifiers)

BOOST_DATA_TEST_CASE(each_type_has_its_wire_name_and_rank, data::make(types)) {
    BOOST_TEST(to_string(sample.type) == sample.name);
    BOOST_TEST((identifier_type_from(sample.name) == sample.type));
    BOOST_TEST(resolution_rank(sample.type) == sample.rank);
}

BOOST_DATA_TEST_CASE(other_names_are_no_types, data::make({"", "phone", "PHONE", "Phone ", "SocialMyspace"})) {
    BOOST_TEST(!identifier_type_from(sample).has_value());
}

BOOST_DATA_TEST_CASE(opaque_values_are_trimmed_and_kept_byte_for_byte, data::make(opaque)) {
    BOOST_TEST(make(sample, "  Ab é\u0301C ").value().value == "Ab é\u0301C");
}

BOOST_DATA_TEST_CASE(every_type_refuses_empty_control_and_bad_encoding, data::make(types)) {
    const auto required = sample.type == identifier_type::email ? "value email.invalid" : "value value.required";
    BOOST_TEST(fault(make(sample.type, "")) == required);
    BOOST_TEST(fault(make(sample.type, " \t ")) == required);
    BOOST_TEST(fault(make(sample.type, "1\n1")) == "value control.character");
    BOOST_TEST(fault(make(sample.type, "1\xFF")) == "value invalid.encoding");
}

BOOST_DATA_TEST_CASE(values_may_have_255_code_points, data::make(opaque)) {
    std::string longest;
    for (int i = 0; i < 255; ++i) longest += "é";
    BOOST_TEST(make(sample, longest).has_value());
    BOOST_TEST(fault(make(sample, longest + "é")) == "value value.too.long");
}

BOOST_AUTO_TEST_CASE(the_limit_holds_for_the_normal_form_of_an_address) {
    const std::string domain = "@example.com";
    BOOST_TEST(make(identifier_type::email, std::string(255 - domain.size(), 'a') + domain).has_value());
    BOOST_TEST(fault(make(identifier_type::email, std::string(256 - domain.size(), 'a') + domain)) == "value value.too.long");
    // One umlaut in the domain makes the normal form longer than what was typed.
    BOOST_TEST(fault(make(identifier_type::email, std::string(241, 'a') + "@b\u00FCcher.de")) == "value value.too.long");
}

BOOST_AUTO_TEST_CASE(an_external_id_needs_a_source_and_no_other_type_has_one) {
    BOOST_TEST(fault(make_identifier(identifier_type::external_id, {}, "C-1", "US", {"type", "value", "source"})) ==
               "source value.required");
    for (const auto& known : types)
        if (known.type != identifier_type::external_id)
            BOOST_TEST(fault(make_identifier(known.type, source_for(identifier_type::external_id), "+13175550142", "US",
                                             {"type", "value", "source"})) == "source value.invalid");
}

BOOST_AUTO_TEST_CASE(the_same_external_id_of_two_sources_is_two_identifiers) {
    const auto one = make_identifier(identifier_type::external_id, source_id::random(), "C-1", "US").value();
    const auto two = make_identifier(identifier_type::external_id, source_id::random(), "C-1", "US").value();
    BOOST_TEST((one != two));
}

BOOST_AUTO_TEST_CASE(external_ids_are_compared_with_case) {
    BOOST_TEST((make(identifier_type::external_id, "c-1").value() != make(identifier_type::external_id, "C-1").value()));
}

BOOST_AUTO_TEST_CASE(phone_and_email_take_their_normal_forms) {
    BOOST_TEST(make(identifier_type::phone, "(317) 555-0142").value().value == "+13175550142");
    BOOST_TEST(make(identifier_type::email, "Ann@Example.com").value().value == "ann@example.com");
}

BOOST_AUTO_TEST_CASE(a_phone_number_that_cannot_be_read_stays_but_needs_a_digit) {
    BOOST_TEST(make(identifier_type::phone, " desk 42 ").value().value == "desk 42");
    BOOST_TEST(fault(make(identifier_type::phone, "anonymous")) == "value phone.invalid");
}

BOOST_DATA_TEST_CASE(whatsapp_numbers_are_e164_without_the_plus,
                     data::make({"13175550142", "+13175550142", "+1 (317) 555-0142"})) {
    BOOST_TEST(make(identifier_type::social_whatsapp, sample).value().value == "13175550142");
}

BOOST_AUTO_TEST_CASE(a_whatsapp_id_that_is_no_number_stays_as_typed) {
    BOOST_TEST(make(identifier_type::social_whatsapp, "user-a").value().value == "user-a");
}

BOOST_AUTO_TEST_CASE(names_of_accounts_lose_a_leading_at_sign) {
    for (const auto type : {identifier_type::social_twitter, identifier_type::social_instagram_handle})
        BOOST_TEST((make_identifier(type, std::nullopt, "@Foo", "US").value() ==
                    make_identifier(type, std::nullopt, "Foo", "US").value()));
    BOOST_TEST(make_identifier(identifier_type::cookie, std::nullopt, "@Foo", "US").value().value == "@Foo");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
