// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_search.hpp"

#include "client.hpp"
#include "handlers/contacts.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

const auto each = boost::test_tools::per_element();

struct searching : client {
    std::string add(const std::string& first, const std::string& last, const std::string& more = "") {
        const auto body = R"({"firstName":")" + first + R"(","lastName":")" + last + "\"" + more + "}";
        return text(good(create_contact, {}, body), "/id");
    }
    json::object list(const pairs& query) { return good(list_contacts, {}, {}, query); }
    texts names(const pairs& query) { return column(list(query), "firstName"); }
    json::object post(const std::string& body) { return good(search_contacts, {}, body); }
    texts faults(const std::string& body) { return faults_of(bad(search_contacts, {}, body)); }
    texts list_faults(const pairs& query) { return faults_of(bad(list_contacts, {}, {}, query)); }
};

std::string list_of(std::size_t count, const std::string& entry) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += (list.empty() ? "" : ",") + entry;
    return list;
}

const std::string some_id = "00000000-0000-4000-8000-00000000dead";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(contact_listing, searching)

BOOST_AUTO_TEST_CASE(of_an_empty_organization_is_an_empty_page) {
    BOOST_TEST((list({}) == json::parse(R"({"entities":[],"pageSize":20,"pageNumber":1,"total":0,"partialResults":false,
        "pageCount":0,"selfUri":"/api/v2/externalcontacts/contacts",
        "firstUri":"/api/v2/externalcontacts/contacts?pageSize=20&pageNumber=1",
        "lastUri":"/api/v2/externalcontacts/contacts?pageSize=20&pageNumber=1"})")));
}

BOOST_AUTO_TEST_CASE(shows_whole_contacts_page_by_page) {
    const auto ada = add("Ada", "Smith", R"(,"cellPhone":{"display":"(317) 555-0142"})");
    add("Bob", "Smith");
    add("Eve", "Smith");
    const auto first = list({{"q", "smith"}, {"pageSize", "2"}});
    BOOST_TEST(column(first, "firstName") == (texts{"Ada", "Bob"}), each);
    BOOST_TEST((first.at("entities").at(0) == good(get_contact, {{"contactId", ada}})));
    BOOST_TEST(first.at("total").as_int64() == 3);
    BOOST_TEST(text(first, "/nextUri") == "/api/v2/externalcontacts/contacts?q=smith&pageSize=2&pageNumber=2");
    BOOST_TEST(names({{"q", "smith"}, {"pageSize", "2"}, {"pageNumber", "2"}}) == (texts{"Eve"}), each);
    BOOST_TEST(names({{"q", "smith"}, {"pageSize", "2"}, {"pageNumber", "3"}}).empty());
}

BOOST_AUTO_TEST_CASE(repeats_what_was_asked_in_its_links) {
    const auto page = list({{"q", "a b"}, {"sortOrder", "title:desc"}, {"expand", "division"}, {"divisionIds", "*"}});
    BOOST_TEST(text(page, "/firstUri") ==
               "/api/v2/externalcontacts/contacts?q=a%20b&sortOrder=title%3Adesc&expand=division"
               "&divisionIds=%2A&pageSize=20&pageNumber=1");
}

BOOST_AUTO_TEST_CASE(is_sorted_as_asked) {
    add("Ada", "b");
    add("bob", "a");
    BOOST_TEST(names({}) == (texts{"bob", "Ada"}), each);
    BOOST_TEST(names({{"sortOrder", "firstName"}}) == (texts{"Ada", "bob"}), each);
    BOOST_TEST(names({{"sortOrder", "title:asc,firstName:desc"}}) == (texts{"bob", "Ada"}), each);
}

BOOST_AUTO_TEST_CASE(expands_what_is_asked_for) {
    add("Ada", "Smith", R"(,"workEmail":"ada@example.com")");
    BOOST_TEST(!list({}).at("entities").at(0).as_object().contains("identifiers"));
    BOOST_TEST(list({{"expand", "identifiers"}}).at("entities").at(0).at("identifiers").as_array().size() == 1U);
}

BOOST_AUTO_TEST_CASE(keeps_to_divisions) {
    add("Ada", "Smith");
    add("North", "Smith", R"(,"division":{"id":")" + testing::north().text() + "\"}");
    BOOST_TEST(names({}) == (texts{"Ada", "North"}), each);
    BOOST_TEST(names({{"divisionIds", testing::north().text()}}) == (texts{"North"}), each);
    BOOST_TEST(names({{"divisionIds", "*," + some_id}}) == (texts{"Ada"}), each);
}

BOOST_AUTO_TEST_CASE(refuses_parameters_that_make_no_sense_all_at_once) {
    const texts expected{"pageSize value.out.of.range", "q too.many", "sortOrder value.invalid", "divisionIds value.invalid"};
    BOOST_TEST(
        list_faults(
            {{"pageSize", "0"}, {"q", "a b c d e f g h i j k"}, {"sortOrder", "firstName:up"}, {"divisionIds", "north"}}) ==
            expected,
        each);
    BOOST_TEST(list_faults({{"sortOrder", "createDate"}}) == (texts{"sortOrder value.invalid"}), each);
    BOOST_TEST(list_faults({{"sortOrder", "title,title:desc"}}) == (texts{"sortOrder value.repeated"}), each);
    BOOST_TEST(list_faults({{"divisionIds", list_of(51, "*")}}) == (texts{"divisionIds too.many"}), each);
    BOOST_TEST(list_faults({{"pageSize", "100"}, {"pageNumber", "11"}}) == (texts{"pageNumber value.out.of.range"}), each);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(contact_search_request_body, searching)

BOOST_AUTO_TEST_CASE(that_is_empty_finds_all) {
    add("Ada", "Smith");
    for (const auto* body :
         {"{}", R"({"operation":null})", R"({"operation":{"simpleSearch":{"query":"","sortOrder":[],"ids":[]}}})",
          R"({"divisionIds":[],"expand":null})"})
        BOOST_TEST(column(post(body), "firstName") == (texts{"Ada"}), each);
}

BOOST_AUTO_TEST_CASE(asks_for_everything_the_parameters_do) {
    add("Ada", "Smith", R"(,"workEmail":"ada@example.com")");
    add("Bob", "Smith");
    add("Eve", "Jones");
    const auto page = post(R"({"pageSize":1,"pageNumber":2,"divisionIds":["*"],"expand":["identifiers"],
        "operation":{"simpleSearch":{"query":"smith","sortOrder":["firstName:desc"]}}})");
    BOOST_TEST(column(page, "firstName") == (texts{"Ada"}), each);
    BOOST_TEST(page.at("entities").at(0).at("identifiers").as_array().size() == 1U);
    BOOST_TEST(page.at("total").as_int64() == 2);
    BOOST_TEST(text(page, "/selfUri") == "/api/v2/externalcontacts/contacts/search");
    BOOST_TEST(!page.contains("firstUri"));
}

BOOST_AUTO_TEST_CASE(restricts_the_search_to_ids) {
    const auto ada = add("Ada", "Smith");
    add("Bob", "Smith");
    const auto among = [&](const std::string& query) {
        return column(
            post(R"({"operation":{"simpleSearch":{"query":")" + query + R"(","ids":[")" + ada + R"(",")" + some_id + "\"]}}}"),
            "firstName");
    };
    BOOST_TEST(among("") == (texts{"Ada"}), each);
    BOOST_TEST(among("smith") == (texts{"Ada"}), each);
    BOOST_TEST(among("bob").empty());
}

BOOST_AUTO_TEST_CASE(is_refused_with_every_fault) {
    const texts expected{"pageSize value.out.of.range",
                         "divisionIds value.invalid",
                         "operation.simpleSearch.query value.too.long",
                         "operation.simpleSearch.sortOrder value.invalid",
                         "operation.simpleSearch.ids value.invalid",
                         "operation.simpleSearch.page field.unknown",
                         "operation.fancySearch field.unknown"};
    BOOST_TEST(faults(R"({"pageSize":101,"divisionIds":["x"],"operation":{"fancySearch":1,"simpleSearch":{"query":")" +
                      std::string(1001, 'x') + R"(","sortOrder":["name"],"ids":["x"],"page":1}}})") == expected,
               each);
    BOOST_TEST(faults(R"({"operation":{"simpleSearch":{"ids":[)" + list_of(101, "\"" + some_id + "\"") + "]}}}") ==
                   (texts{"operation.simpleSearch.ids too.many"}),
               each);
    BOOST_TEST(
        faults(R"({"pageSize":"2","expand":"division","operation":{"simpleSearch":{"sortOrder":[1]}}})") ==
            (texts{"pageSize type.mismatch", "expand type.mismatch", "operation.simpleSearch.sortOrder[0] type.mismatch"}),
        each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
