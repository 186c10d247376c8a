// SPDX-License-Identifier: BSL-1.0
#include "domain/search_query.hpp"

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

std::vector<search_keyword> read(std::string_view text) {
    return read_query(text, "US", "q").value();
}

texts words(std::string_view text) {
    texts found;
    for (const auto& keyword : read(text)) found.push_back(keyword.word);
    return found;
}

// The values of a query of one keyword.
texts values(std::string_view text) {
    const auto keywords = read(text);
    BOOST_TEST_REQUIRE(keywords.size() == 1U);
    return keywords.front().values;
}

std::string fault(std::string_view text) {
    const auto failed = read_query(text, "US", "q").error();
    return failed.fields.at(0).field + " " + failed.fields.at(0).code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search_query)

BOOST_DATA_TEST_CASE(that_is_blank_has_no_keyword, data::make({"", "  "})) {
    BOOST_TEST(read(sample).empty());
}

// Taken for blank, it would find everybody.
BOOST_DATA_TEST_CASE(of_separators_alone_is_refused, data::make({" , ; ", "\"\"", "\" \" \""})) {
    BOOST_TEST(fault(sample) == "q value.invalid");
}

BOOST_AUTO_TEST_CASE(is_split_at_white_space_and_folded) {
    BOOST_TEST(words(" Ada  LOVELACE ") == (texts{"ada", "lovelace"}), each);
    BOOST_TEST(words("Lovelace, Ada; O'Neil") == (texts{"lovelace", "ada", "o'neil"}), each);
}

BOOST_AUTO_TEST_CASE(looks_identifiers_up_as_they_were_typed) {
    BOOST_TEST(values("C-1001x") == (texts{"C-1001x"}), each);
}

BOOST_AUTO_TEST_CASE(takes_text_in_quotation_marks_as_one_keyword) {
    BOOST_TEST(words(R"(dr "Ada Lovelace" x)") == (texts{"dr", "ada lovelace", "x"}), each);
    BOOST_TEST(words(R"("Ada Lovelace)") == (texts{"ada lovelace"}), each);
}

BOOST_AUTO_TEST_CASE(takes_text_in_quotation_marks_as_typed) {
    BOOST_TEST(values(R"("(317) 555-0142")") == (texts{"(317) 555-0142"}), each);
    BOOST_TEST(values(R"("3175550142")") == (texts{"3175550142"}), each);
    BOOST_TEST(values(R"("Ada@Example.COM")") == (texts{"Ada@Example.COM"}), each);
}

BOOST_AUTO_TEST_CASE(looks_phone_numbers_up_in_e164_and_without_the_plus) {
    BOOST_TEST(values("3175550142") == (texts{"3175550142", "+13175550142", "13175550142"}), each);
    BOOST_TEST(values("+13175550142") == (texts{"+13175550142", "13175550142"}), each);
}

BOOST_DATA_TEST_CASE(joins_the_groups_of_a_phone_number,
                     data::make({"(317) 555-0142", "317 555 0142", "+1 317 555 0142", "317.555 0142"})) {
    BOOST_TEST(values(sample).at(1) == "+13175550142");
}

BOOST_AUTO_TEST_CASE(joins_a_phone_number_among_other_keywords) {
    const auto keywords = read("Ada (317) 555-0142 Smith");
    BOOST_TEST_REQUIRE(keywords.size() == 3U);
    BOOST_TEST(keywords[0].word == "ada");
    BOOST_TEST(keywords[1].values == (texts{"(317) 555-0142", "+13175550142", "13175550142"}), each);
    BOOST_TEST(keywords[2].word == "smith");
}

BOOST_AUTO_TEST_CASE(finds_no_phone_number_inside_an_external_id_or_across_quotation_marks) {
    BOOST_TEST(values("C-3175550142") == (texts{"C-3175550142"}), each);
    BOOST_TEST(words(R"(317 "555" 0142)") == (texts{"317", "555", "0142"}), each);
}

BOOST_AUTO_TEST_CASE(looks_email_addresses_up_in_their_normal_form) {
    BOOST_TEST(values("Ada@Example.COM") == (texts{"Ada@Example.COM", "ada@example.com"}), each);
    BOOST_TEST(words("Ada@Example.COM") == (texts{"ada@example.com"}), each);
    BOOST_TEST(values("ada@") == (texts{"ada@"}), each);
}

BOOST_AUTO_TEST_CASE(looks_handles_up_without_their_at) {
    BOOST_TEST(words("@Ada_L") == (texts{"ada_l"}), each);
    BOOST_TEST(values("@Ada_L") == (texts{"@Ada_L", "Ada_L"}), each);
    BOOST_TEST(words("@") == (texts{"@"}), each);
}

BOOST_AUTO_TEST_CASE(has_at_most_ten_keywords_of_a_thousand_characters) {
    BOOST_TEST(read("a b c d e f g h i j").size() == 10U);
    BOOST_TEST(fault("a b c d e f g h i j k") == "q too.many");
    BOOST_TEST(read(std::string(1000, 'x')).front().word == std::string(255, 'x'));
    BOOST_TEST(fault(std::string(1001, 'x')) == "q value.too.long");
}

BOOST_AUTO_TEST_CASE(is_one_line_of_utf8) {
    BOOST_TEST(fault("a\tb") == "q control.character");
    BOOST_TEST(fault("\xFF") == "q invalid.encoding");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
