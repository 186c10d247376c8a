// SPDX-License-Identifier: BSL-1.0
#include "domain/reverse_lookup.hpp"

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
    texts found;
    for (const auto& wanted : read_lookup_value(text, "US", "lookupVal").value())
        found.push_back(std::string(to_string(wanted.type)) + " " + wanted.value);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reverse_lookup_value)

BOOST_AUTO_TEST_CASE(is_an_email_address_in_normal_form) {
    BOOST_TEST(read(" Ada@Example.COM ") == (texts{"Email ada@example.com"}), each);
}

BOOST_DATA_TEST_CASE(is_a_phone_number_in_any_notation, data::make({"+13175550142", "(317) 555-0142", "317.555.0142"})) {
    BOOST_TEST(read(sample) == (texts{"Phone +13175550142"}), each);
}

BOOST_AUTO_TEST_CASE(is_a_twitter_screen_name_with_or_without_its_at) {
    BOOST_TEST(read("@Ada_3175550142") == (texts{"SocialTwitter Ada_3175550142"}), each);
    BOOST_TEST(read("ada") == (texts{"SocialTwitter ada"}), each);
}

BOOST_AUTO_TEST_CASE(stands_for_everything_it_reads_as) {
    BOOST_TEST(read("3175550142") == (texts{"Phone +13175550142", "SocialTwitter 3175550142"}), each);
}

BOOST_DATA_TEST_CASE(is_refused_when_it_is_none_of_these, data::make({"", "  ", "@", "Ada Lovelace", "ada@", "555-0142"})) {
    const auto failed = read_lookup_value(sample, "US", "lookupVal").error();
    BOOST_TEST(failed.fields.at(0).field == "lookupVal");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
