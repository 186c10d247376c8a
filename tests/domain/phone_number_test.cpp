// SPDX-License-Identifier: BSL-1.0
#include "domain/phone_number.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;

struct number {
    std::string text;
    std::string region;
    std::string e164;  // empty for unreadable
};
std::ostream& operator<<(std::ostream& out, const number& sample) {
    return out << sample.text << " in " << sample.region;
}

const number numbers[] = {
    {"+1 317 555 0142", "US", "+13175550142"},
    {"(317) 555-0142", "US", "+13175550142"},
    {"1-317-555-0142", "US", "+13175550142"},
    {"+44 20 7946 0018", "US", "+442079460018"},
    {"020 7946 0018", "GB", "+442079460018"},
    {"0044 20 7946 0018", "DE", "+442079460018"},
    {"+13175550142;ext=7", "US", "+13175550142"},
    {"tel:+1-317-555-0142", "US", "+13175550142"},
    {"+１ ３１７ ５５５ ０１４２", "US", "+13175550142"},
    {"+39 06 698 12345", "US", "+390669812345"},
    {"(317) 555-0142", "ZZ", ""},
    {"911", "US", ""},
    {"anonymous", "US", ""},
    {"", "US", ""},
    {"+999 1234567", "US", ""},
    {"+1 317 555 01424242424242", "US", ""},
};

phone_number shown(std::string display) {
    phone_number number;
    number.display = std::move(display);
    return number;
}

std::string fault(phone_number number) {
    const auto normal = normalise_phone(std::move(number), "workPhone", "US");
    BOOST_REQUIRE(!normal);
    return normal.error().fields.at(0).field + " " + normal.error().fields.at(0).code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phone_numbers)

BOOST_DATA_TEST_CASE(to_e164_reads_what_people_write, data::make(numbers)) {
    BOOST_TEST(to_e164(sample.text, sample.region).value_or("") == sample.e164);
}

BOOST_AUTO_TEST_CASE(a_number_without_its_area_code_has_no_e164_form) {
    // Another caller in another area has the same seven digits.
    BOOST_TEST(to_e164("555-0142", "US").value_or("") == "");
}

BOOST_AUTO_TEST_CASE(a_readable_number_is_rewritten_and_the_input_kept) {
    const auto normal = normalise_phone(shown(" 317.555.0142 "), "workPhone", "US").value();
    BOOST_TEST(normal.display == "+1 317-555-0142");
    BOOST_TEST(normal.e164 == "+13175550142");
    BOOST_TEST(normal.country_code == "US");
    BOOST_TEST(normal.user_input == "317.555.0142");
}

BOOST_AUTO_TEST_CASE(an_unreadable_number_stays_as_typed) {
    const auto normal = normalise_phone(shown("ask at the desk, 42"), "workPhone", "US").value();
    BOOST_TEST(normal.display == "ask at the desk, 42");
    BOOST_TEST(normal.user_input == "ask at the desk, 42");
    BOOST_TEST(normal.e164 == "");
    BOOST_TEST(normal.country_code == "");
}

BOOST_AUTO_TEST_CASE(what_the_server_writes_is_not_taken_from_the_client) {
    auto forged = shown("nonsense");
    forged.e164 = "+13175550142";
    forged.country_code = "US";
    forged.user_input = "forged";
    const auto normal = normalise_phone(forged, "workPhone", "US").value();
    BOOST_TEST(normal.e164 == "");
    BOOST_TEST(normal.country_code == "");
    BOOST_TEST(normal.user_input == "nonsense");
}

BOOST_AUTO_TEST_CASE(extension_and_consent_pass_through) {
    auto number = shown("+13175550142");
    number.extension = 12;
    number.accepts_sms = false;
    const auto normal = normalise_phone(number, "workPhone", "US").value();
    BOOST_TEST(normal.extension.value() == 12);
    BOOST_TEST(normal.accepts_sms.value() == false);
}

BOOST_DATA_TEST_CASE(the_normalization_country_is_a_region_or_a_calling_code, data::make({"GB", "gb", "44", "+44"})) {
    auto number = shown("020 7946 0018");
    number.normalization_country_code = sample;
    BOOST_TEST(normalise_phone(number, "workPhone", "US").value().e164 == "+442079460018");
}

BOOST_DATA_TEST_CASE(another_normalization_country_is_a_fault_of_its_field,
                     data::make({"XX", "999", "+", "++44", "-44", "England", "99999999999999999999"})) {
    auto number = shown("020 7946 0018");
    number.normalization_country_code = sample;
    BOOST_TEST(fault(number) == "workPhone.normalizationCountryCode value.invalid");
}

BOOST_AUTO_TEST_CASE(a_country_code_in_the_number_wins_over_the_normalization_country) {
    auto number = shown("+1 317 555 0142");
    number.normalization_country_code = "GB";
    BOOST_TEST(normalise_phone(number, "workPhone", "DE").value().e164 == "+13175550142");
}

BOOST_AUTO_TEST_CASE(the_default_region_reads_numbers_without_country_code) {
    BOOST_TEST(normalise_phone(shown("030 901820"), "workPhone", "DE").value().e164 == "+4930901820");
}

BOOST_AUTO_TEST_CASE(display_has_a_limit_and_no_control_characters) {
    BOOST_TEST(normalise_phone(shown(std::string(255, '1')), "workPhone", "US").has_value());
    BOOST_TEST(fault(shown(std::string(256, '1'))) == "workPhone.display value.too.long");
    BOOST_TEST(fault(shown("317\n555")) == "workPhone.display control.character");
}

BOOST_DATA_TEST_CASE(a_dialled_number_is_nothing_but_a_number, data::make({"Ada 317 555 0142", "C-3175550142", "317555014x"})) {
    BOOST_TEST(!dialled_e164(sample, "US").has_value());
}

BOOST_DATA_TEST_CASE(a_dialled_number_is_read_in_any_notation,
                     data::make({"+1 (317) 555-0142", "317.555.0142", "317/555/0142", "3175550142"})) {
    BOOST_TEST(dialled_e164(sample, "US").value() == "+13175550142");
}

BOOST_AUTO_TEST_CASE(knows_its_regions) {
    BOOST_TEST(is_phone_region("US"));
    BOOST_TEST(is_phone_region("DE"));
    BOOST_TEST(!is_phone_region("us"));
    BOOST_TEST(!is_phone_region("ZZ"));
    BOOST_TEST(!is_phone_region(""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
