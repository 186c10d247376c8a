// SPDX-License-Identifier: BSL-1.0
#include "domain/identifier_readings.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;
using texts = std::vector<std::string>;
const auto each = boost::test_tools::per_element();

texts read(std::string_view text) {
    return identifier_readings(text, "US");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(readings_of_an_identifier)

BOOST_DATA_TEST_CASE(are_the_text_alone_when_it_has_no_other_form,
                     data::make({"C-1001x", "0035f00002AbCdE", "Ada Lovelace", "@", "ada@", "555-0142", "ad@@a"})) {
    BOOST_TEST(read(sample).front() == sample);
    BOOST_TEST(read(sample).size() == 1U);
}

BOOST_DATA_TEST_CASE(of_a_phone_number_are_e164_with_and_without_the_plus,
                     data::make({"(317) 555-0142", "317.555.0142", "+1 317 555 0142"})) {
    BOOST_TEST(read(sample) == (texts{sample, "+13175550142", "13175550142"}), each);
}

BOOST_AUTO_TEST_CASE(of_a_number_with_its_country_code_but_no_plus_are_what_whatsapp_has) {
    BOOST_TEST(read("49 151 23456789") == (texts{"49 151 23456789", "4915123456789"}), each);
    BOOST_TEST(read("4915123456789") == (texts{"4915123456789"}), each);
}

BOOST_AUTO_TEST_CASE(have_no_repetition) {
    BOOST_TEST(read("+13175550142") == (texts{"+13175550142", "13175550142"}), each);
    BOOST_TEST(read("ada@example.com") == (texts{"ada@example.com"}), each);
}

BOOST_AUTO_TEST_CASE(of_an_email_address_have_its_normal_form) {
    BOOST_TEST(read("Ada@Example.COM") == (texts{"Ada@Example.COM", "ada@example.com"}), each);
}

BOOST_AUTO_TEST_CASE(of_a_handle_go_without_its_at) {
    BOOST_TEST(read("@Ada_L") == (texts{"@Ada_L", "Ada_L"}), each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
