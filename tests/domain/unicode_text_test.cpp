// SPDX-License-Identifier: BSL-1.0
#include "domain/unicode_text.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::domain {
namespace {

namespace data = boost::unit_test::data;
using pieces = std::vector<std::string_view>;

struct bytes {
    const char* what;
    std::string_view text;
};
std::ostream& operator<<(std::ostream& out, const bytes& sample) {
    return out << sample.what;
}

constexpr std::array well_formed{
    bytes{"empty", ""},
    bytes{"ASCII", "plain"},
    bytes{"NUL", std::string_view("\0", 1)},
    bytes{"two bytes, first", "\xC2\x80"},
    bytes{"three bytes, first", "\xE0\xA0\x80"},
    bytes{"last before the surrogates", "\xED\x9F\xBF"},
    bytes{"first after the surrogates", "\xEE\x80\x80"},
    bytes{"non-character U+FFFF", "\xEF\xBF\xBF"},
    bytes{"four bytes, first", "\xF0\x90\x80\x80"},
    bytes{"U+10FFFF", "\xF4\x8F\xBF\xBF"},
};

constexpr std::array malformed{
    bytes{"lone continuation byte", "\x80"},
    bytes{"sequence cut short", "\xE2\x82"},
    bytes{"sequence broken by ASCII", "\xE2\x82(a"},
    bytes{"over-long slash in two bytes", "\xC0\xAF"},
    bytes{"over-long slash in three bytes", "\xE0\x80\xAF"},
    bytes{"over-long NUL", "\xC0\x80"},
    bytes{"over-long in four bytes", "\xF0\x8F\xBF\xBF"},
    bytes{"high surrogate", "\xED\xA0\x80"},
    bytes{"low surrogate", "\xED\xBF\xBF"},
    bytes{"surrogate pair as in CESU-8", "\xED\xA0\xBD\xED\xB8\x80"},
    bytes{"above U+10FFFF", "\xF4\x90\x80\x80"},
    bytes{"five bytes", "\xF8\x88\x80\x80\x80"},
    bytes{"0xFE", "\xFE"},
    bytes{"0xFF after text", "ok\xFF"},
};

struct pair {
    std::string_view before;
    std::string_view after;
};
std::ostream& operator<<(std::ostream& out, const pair& sample) {
    return out << '\'' << sample.before << "' -> '" << sample.after << '\'';
}

constexpr std::array trimmed{
    pair{"", ""},
    pair{"  \t\r\n ", ""},
    pair{" a b ", "a b"},
    pair{"\u00A0non-breaking\u00A0", "non-breaking"},
    pair{"\u3000ideographic\u2003", "ideographic"},
    pair{"\u0085next line\u2028", "next line"},
    pair{"\u200Bzero width space is no white space\u200B", "\u200Bzero width space is no white space\u200B"},
};

constexpr std::array folded{
    pair{"Salesforce", "salesforce"},
    pair{"Straße", "strasse"},
    pair{"STRASSE", "strasse"},
    pair{"\u1E9E", "ss"},
    pair{"\u0130stanbul", "i\u0307stanbul"},
    pair{"\u0131", "\u0131"},
    pair{"ΣΊΣΥΦΟΣ", "σίσυφοσ"},
    pair{"Σίσυφος", "σίσυφοσ"},
    pair{"Cafe\u0301", "caf\u00E9"},
    pair{"CAF\u00C9", "caf\u00E9"},
    pair{"\uFB01le", "file"},
    pair{"日本", "日本"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(unicode_text)

BOOST_DATA_TEST_CASE(accepts_well_formed_utf8, data::make(well_formed)) {
    BOOST_TEST(is_utf8(sample.text));
}

BOOST_DATA_TEST_CASE(refuses_malformed_utf8, data::make(malformed)) {
    BOOST_TEST(!is_utf8(sample.text));
}

BOOST_DATA_TEST_CASE(trims_unicode_white_space_at_both_ends, data::make(trimmed)) {
    BOOST_TEST(trim(sample.before) == sample.after);
}

BOOST_DATA_TEST_CASE(folds_case_and_composition, data::make(folded)) {
    BOOST_TEST(fold_case(sample.before) == sample.after);
    BOOST_TEST(fold_case(fold_case(sample.before)) == sample.after);
}

BOOST_AUTO_TEST_CASE(counts_code_points_not_bytes) {
    BOOST_TEST(code_points("") == 0U);
    BOOST_TEST(code_points("a\u00E9\u20AC\U0001F600") == 4U);
}

BOOST_AUTO_TEST_CASE(cuts_between_code_points) {
    BOOST_TEST(first_code_points("a\u00E9\U0001F600b", 3) == "a\u00E9\U0001F600");
    BOOST_TEST(first_code_points("ab", 2) == "ab");
    BOOST_TEST(first_code_points("ab", 9) == "ab");
    BOOST_TEST(first_code_points("ab", 0).empty());
}

BOOST_AUTO_TEST_CASE(splits_at_every_white_space) {
    const pieces expected{"a-b", "c.", "\u00E9"};
    BOOST_TEST(split_at_white_space(" a-b\u2003c.\n \u00E9 ") == expected, boost::test_tools::per_element());
    BOOST_TEST(split_at_white_space(" \u00A0 ").empty());
}

BOOST_AUTO_TEST_CASE(splits_at_punctuation_but_not_at_marks) {
    const pieces expected{"o", "neil", "e\u0301b", "7"};
    BOOST_TEST(split_at_punctuation("(o'neil)\u2014e\u0301b 7!") == expected, boost::test_tools::per_element());
    BOOST_TEST(split_at_punctuation("-.-").empty());
}

BOOST_AUTO_TEST_CASE(finds_control_characters_of_both_ranges) {
    BOOST_TEST(has_control("a\nb"));
    BOOST_TEST(has_control(std::string_view("a\0b", 3)));
    BOOST_TEST(has_control("\x7F"));
    BOOST_TEST(has_control("\u009F"));
    BOOST_TEST(!has_control("a b\u00A0\u200D"));
}

BOOST_AUTO_TEST_CASE(lowers_without_a_locale) {
    BOOST_TEST(to_lower("INFO.É") == "info.é");
    BOOST_TEST(to_lower("I") == "i");
}

BOOST_AUTO_TEST_CASE(single_line_trims_before_it_measures) {
    const auto line = single_line("title", "  " + std::string(5, 'a') + "\n", 5);
    BOOST_REQUIRE(line);
    BOOST_TEST(*line == "aaaaa");
}

BOOST_AUTO_TEST_CASE(single_line_measures_code_points) {
    BOOST_TEST(single_line("title", "\u00E9\u00E9", 2).has_value());
    const auto refused = single_line("title", "\u00E9\u00E9\u00E9", 2);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().fields.at(0).field == "title");
    BOOST_TEST(refused.error().fields.at(0).code == "value.too.long");
}

BOOST_AUTO_TEST_CASE(single_line_refuses_bad_encoding_and_inner_control_characters) {
    BOOST_TEST(single_line("title", "\xED\xA0\x80", 9).error().fields.at(0).code == "invalid.encoding");
    BOOST_TEST(single_line("title", "a\tb", 9).error().fields.at(0).code == "control.character");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::domain
