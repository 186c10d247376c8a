// SPDX-License-Identifier: BSL-1.0
#include "handlers/external_sources.hpp"

#include "client.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
using domain::errc;
const auto each = boost::test_tools::per_element();

struct registry : client {
    std::string create(const std::string& name, const std::string& more = "") {
        return text(good(create_external_source, {}, R"({"name":")" + name + "\"" + more + "}"), "/id");
    }
    json::object get(const std::string& id) { return good(get_external_source, {{"externalSourceId", id}}); }
    json::object put(const std::string& id, const std::string& body) {
        return good(replace_external_source, {{"externalSourceId", id}}, body);
    }
};

struct refusal {
    std::string body;
    texts faults;
};
std::ostream& operator<<(std::ostream& out, const refusal& sample) {
    return out << sample.body;
}

const refusal refusals[] = {
    {R"({})", {"name value.required"}},
    {R"({"name":"  "})", {"name value.required"}},
    {R"({"name":7})", {"name type.mismatch"}},
    {R"({"name":"a\u0000b"})", {"name control.character"}},
    {R"({"name":"a","active":"yes"})", {"active type.mismatch"}},
    {R"({"name":"a","colour":"red"})", {"colour field.unknown"}},
    {R"({"name":"a","linkConfiguration":"x"})", {"linkConfiguration type.mismatch"}},
    {R"({"name":"a","linkConfiguration":{"uriTemplate":"ftp://x/"}})", {"linkConfiguration.uriTemplate url.scheme"}},
    {R"({"name":"a","linkConfiguration":{"url":"https://x/"}})", {"linkConfiguration.url field.unknown"}},
    {R"({"active":1,"linkConfiguration":{"uriTemplate":""},"x":1})",
     {"active type.mismatch", "name value.required", "x field.unknown"}},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(external_sources, registry)

BOOST_AUTO_TEST_CASE(creating_answers_with_the_whole_model) {
    const auto made =
        good(create_external_source, {},
             R"({"id":"mine","name":" CRM ","linkConfiguration":{"uriTemplate":"https://x/{{externalId.value}}"}})");
    const auto id = text(made, "/id");
    BOOST_TEST(domain::canonical_uuid(id).value() == id);
    BOOST_TEST(text(made, "/name") == "CRM");
    BOOST_TEST(made.at("active").as_bool());
    BOOST_TEST(text(made, "/linkConfiguration/uriTemplate") == "https://x/{{externalId.value}}");
    BOOST_TEST(text(made, "/selfUri") == "/api/v2/externalcontacts/externalsources/" + id);
    BOOST_TEST(made.size() == 5U);
    BOOST_TEST((get(id) == made));
}

BOOST_AUTO_TEST_CASE(a_source_without_link_shows_none) {
    BOOST_TEST(!get(create("CRM")).contains("linkConfiguration"));
    BOOST_TEST(!get(create("ERP", R"(,"linkConfiguration":{"uriTemplate":""})")).contains("linkConfiguration"));
}

BOOST_DATA_TEST_CASE(faulty_bodies_name_every_fault_and_create_nothing, data::make(refusals)) {
    const auto failed = bad(create_external_source, {}, sample.body);
    BOOST_TEST(failed.code == errc::invalid);
    BOOST_TEST(faults_of(failed) == sample.faults, each);
    BOOST_TEST(number("SELECT COUNT(*) FROM external_source") == 0);
}

BOOST_AUTO_TEST_CASE(a_name_is_taken_whatever_its_case) {
    create("Straße");
    const auto failed = bad(create_external_source, {}, R"({"name":" STRASSE "})");
    BOOST_TEST(failed.code == errc::conflict);
    BOOST_TEST(faults_of(failed) == (texts{"name value.not.unique"}), each);
    organization = testing::rival();
    create("strasse");
}

BOOST_AUTO_TEST_CASE(the_eleventh_active_source_is_refused_but_not_a_disabled_one) {
    for (int i = 0; i < 10; ++i) create("s" + std::to_string(i));
    const auto failed = bad(create_external_source, {}, R"({"name":"eleventh"})");
    BOOST_TEST(failed.code == errc::limit_exceeded);
    BOOST_TEST(failed.reached.value().value == 10);
    const auto disabled = create("eleventh", R"(,"active":false)");
    BOOST_TEST(bad(replace_external_source, {{"externalSourceId", disabled}}, R"({"name":"eleventh","active":true})").code ==
               errc::limit_exceeded);
    BOOST_TEST(!get(disabled).at("active").as_bool());
    organization = testing::rival();
    create("eleventh");
}

BOOST_AUTO_TEST_CASE(disabling_makes_room_and_enabling_takes_it) {
    std::string last;
    for (int i = 0; i < 10; ++i) last = create("s" + std::to_string(i));
    put(last, R"({"name":"s9","active":false})");
    create("new");
    BOOST_TEST(bad(replace_external_source, {{"externalSourceId", last}}, R"({"name":"s9","active":true})").code ==
               errc::limit_exceeded);
}

BOOST_AUTO_TEST_CASE(replacing_clears_an_omitted_link_and_keeps_an_omitted_state) {
    const auto id = create("CRM", R"(,"active":false,"linkConfiguration":{"uriTemplate":"https://x/"})");
    const auto after = put(id, R"({"name":"Crm"})");
    BOOST_TEST(text(after, "/name") == "Crm");
    BOOST_TEST(!after.at("active").as_bool());
    BOOST_TEST(!after.contains("linkConfiguration"));
    BOOST_TEST((get(id) == after));
}

BOOST_AUTO_TEST_CASE(what_get_answers_can_be_put_back) {
    const auto id = create("CRM", R"(,"linkConfiguration":{"uriTemplate":"https://x/"})");
    BOOST_TEST((put(id, json::serialize(get(id))) == get(id)));
}

BOOST_AUTO_TEST_CASE(replacing_keeps_names_unique_and_lets_a_source_keep_its_own) {
    const auto crm = create("CRM");
    create("ERP");
    BOOST_TEST(bad(replace_external_source, {{"externalSourceId", crm}}, R"({"name":"erp"})").code == errc::conflict);
    BOOST_TEST(text(put(crm, R"({"name":"crm"})"), "/name") == "crm");
}

BOOST_AUTO_TEST_CASE(deleting_answers_with_an_empty_object_once_and_frees_the_name) {
    const auto id = create("CRM");
    BOOST_TEST(good(delete_external_source, {{"externalSourceId", id}}).empty());
    BOOST_TEST(bad(delete_external_source, {{"externalSourceId", id}}).code == errc::not_found);
    BOOST_TEST(bad(get_external_source, {{"externalSourceId", id}}).code == errc::not_found);
    BOOST_TEST(bad(replace_external_source, {{"externalSourceId", id}}, R"({"name":"x"})").code == errc::not_found);
    create("CRM");
}

BOOST_AUTO_TEST_CASE(another_organizations_source_cannot_be_seen_or_touched) {
    const auto id = create("CRM");
    organization = testing::rival();
    for (const std::string asked : {id.c_str(), "no-uuid", ""}) {
        const client::pairs path{{"externalSourceId", asked}};
        BOOST_TEST(bad(get_external_source, path).code == errc::not_found);
        BOOST_TEST(bad(replace_external_source, path, R"({"name":"x"})").code == errc::not_found);
        BOOST_TEST(bad(delete_external_source, path).code == errc::not_found);
    }
    BOOST_TEST(column(good(list_external_sources, {}), "name").empty());
    organization = testing::acme();
    BOOST_TEST(text(get(id), "/name") == "CRM");
}

BOOST_AUTO_TEST_CASE(listing_walks_all_pages_in_order_and_filters) {
    for (int i = 10; i < 35; ++i) create("S" + std::to_string(i), R"(,"active":)" + std::string(i < 15 ? "true" : "false"));
    texts walked;
    std::string cursor;
    int pages = 0;
    do {
        const auto page = good(list_external_sources, {}, {}, {{"limit", "10"}, {"cursor", cursor}});
        for (const auto& name : column(page, "name")) walked.push_back(name);
        const auto& cursors = page.at("cursors").as_object();
        BOOST_TEST(page.contains("nextUri") == cursors.contains("after"));
        cursor = cursors.contains("after") ? text(page, "/cursors/after") : "";
        ++pages;
    } while (!cursor.empty());
    BOOST_TEST(pages == 3);
    BOOST_TEST(walked.size() == 25U);
    BOOST_TEST(std::is_sorted(walked.begin(), walked.end()));
    BOOST_TEST(column(good(list_external_sources, {}, {}, {{"active", "true"}}), "name").size() == 5U);
    BOOST_TEST(column(good(list_external_sources, {}, {}, {{"name", "s1"}}), "name").size() == 10U);
}

BOOST_AUTO_TEST_CASE(a_cursor_goes_on_only_with_the_filters_it_was_made_with) {
    for (int i = 0; i < 12; ++i) create("s" + std::to_string(i), R"(,"active":false)");
    const auto page = good(list_external_sources, {}, {}, {{"limit", "10"}, {"active", "false"}});
    const auto cursor = text(page, "/cursors/after");
    BOOST_TEST(column(good(list_external_sources, {}, {}, {{"active", "false"}, {"cursor", cursor}}), "name").size() == 2U);
    BOOST_TEST(bad(list_external_sources, {}, {}, {{"cursor", cursor}}).code == errc::invalid);
    BOOST_TEST(bad(list_external_sources, {}, {}, {{"limit", "9"}}).code == errc::invalid);
    BOOST_TEST(bad(list_external_sources, {}, {}, {{"active", "maybe"}}).code == errc::invalid);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
