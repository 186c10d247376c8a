// SPDX-License-Identifier: BSL-1.0
#include "handlers/identity_resolution.hpp"

#include "client.hpp"
#include "domain/interaction.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace extsrc::handlers {
namespace {

namespace data = boost::unit_test::data;
using domain::errc;
using handler = answer (*)(const context&, const request&);
using kind = integration_kind;

const client::pairs site{{"deploymentId", "site"}};
const client::pairs shop{{"integrationId", "shop"}};
constexpr handler get_site = get_identity_resolution<kind::web_deployment>;
constexpr handler put_site = put_identity_resolution<kind::web_deployment>;

struct fault {
    std::string body;
    std::string expected;
};
std::ostream& operator<<(std::ostream& out, const fault& sample) {
    return out << sample.body;
}

const fault faults[] = {
    {R"({})", "resolveIdentities value.required"},
    {R"({"resolveIdentities":null})", "resolveIdentities value.required"},
    {R"({"resolveIdentities":"yes"})", "resolveIdentities type.mismatch"},
    {R"({"resolveIdentities":true,"division":{"id":"north"}})", "division.id value.invalid"},
    {R"({"resolveIdentities":true,"externalSource":{"id":"crm"}})", "externalSource.id value.invalid"},
    {R"({"resolveIdentities":true,"automerge":{"webTracking":1}})", "automerge.webTracking type.mismatch"},
    {R"({"resolveIdentities":true,"automerge":{"all":true}})", "automerge.all field.unknown"},
    {R"({"resolveIdentities":true,"enabled":true})", "enabled field.unknown"},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(identity_resolution_configurations, client)

BOOST_AUTO_TEST_CASE(nobody_set_show_the_defaults) {
    const auto shown = good(get_site, site);
    BOOST_TEST(shown.at("resolveIdentities").as_bool());
    BOOST_TEST(text(shown, "/division/id") == "*");
    BOOST_TEST(!shown.contains("externalSource"));
    BOOST_TEST(!shown.at("automerge").at("authenticatedWebMessaging").as_bool());
    BOOST_TEST(!shown.at("automerge").at("webTracking").as_bool());
    BOOST_TEST(text(shown, "/selfUri") == "/api/v2/webdeployments/deployments/site/identityresolution");
}

BOOST_AUTO_TEST_CASE(nobody_set_are_off_on_a_channel_the_plugin_has_switched_off) {
    with.channels = identity::channel_policy({"sms"});
    const client::pairs number{{"addressId", "1"}};
    BOOST_TEST(!good(get_identity_resolution<kind::sms_number>, number).at("resolveIdentities").as_bool());
    good(put_identity_resolution<kind::sms_number>, number, R"({"resolveIdentities":true})");
    BOOST_TEST(good(get_identity_resolution<kind::sms_number>, number).at("resolveIdentities").as_bool());
}

BOOST_AUTO_TEST_CASE(come_back_as_they_were_put_and_are_replaced_as_a_whole) {
    const auto crm = testing::add_source(database, "CRM").text();
    const auto put =
        good(put_site, site,
             R"({"resolveIdentities":false,"division":{"id":")" + testing::north().text() + R"("},"externalSource":{"id":")" +
                 crm + R"("},"automerge":{"authenticatedWebMessaging":true,"webTracking":true}})");
    BOOST_TEST(!put.at("resolveIdentities").as_bool());
    BOOST_TEST(text(put, "/externalSource/id") == crm);
    BOOST_TEST(text(put, "/externalSource/selfUri").ends_with(crm));
    BOOST_TEST(put.at("automerge").at("webTracking").as_bool());
    BOOST_TEST(good(get_site, site) == put);
    const auto again = good(put_site, site, R"({"resolveIdentities":true,"selfUri":"/elsewhere"})");
    BOOST_TEST(text(again, "/division/id") == "*");
    BOOST_TEST(!again.contains("externalSource"));
    BOOST_TEST(!again.at("automerge").at("authenticatedWebMessaging").as_bool());
    BOOST_TEST(good(get_site, site) == again);
}

BOOST_DATA_TEST_CASE_F(client, with_a_fault_are_refused_and_change_nothing, data::make(faults)) {
    const auto failed = bad(put_site, site, sample.body);
    BOOST_TEST(failed.code == errc::invalid);
    BOOST_TEST(faults_of(failed) == texts{sample.expected}, boost::test_tools::per_element());
    BOOST_TEST(number("SELECT COUNT(*) FROM channel_resolution") == 0);
}

BOOST_AUTO_TEST_CASE(may_name_a_disabled_source_but_no_unknown_or_deleted_one) {
    const auto crm = testing::add_source(database, "CRM");
    const std::string body = R"({"resolveIdentities":true,"externalSource":{"id":")" + crm.text() + "\"}}";
    testing::disable_source(database, crm);
    good(put_identity_resolution<kind::open_messaging>, shop, body);
    testing::delete_source(database, crm);
    BOOST_TEST(bad(put_site, site, body).code == errc::external_source_unknown);
    const auto of_rival = testing::add_source(database, "CRM", testing::rival());
    const std::string rivals = R"({"resolveIdentities":true,"externalSource":{"id":")" + of_rival.text() + "\"}}";
    BOOST_TEST(bad(put_site, site, rivals).code == errc::external_source_unknown);
    // What was configured before stays, and shows the deleted source by its id.
    const auto shown = good(get_identity_resolution<kind::open_messaging>, shop);
    BOOST_TEST(shown.at("externalSource") == json::value({{"id", crm.text()}}));
}

BOOST_AUTO_TEST_CASE(can_be_switched_off_though_their_source_was_deleted) {
    const auto crm = testing::add_source(database, "CRM");
    const std::string rest = R"(,"externalSource":{"id":")" + crm.text() + "\"}}";
    good(put_identity_resolution<kind::open_messaging>, shop, R"({"resolveIdentities":true)" + rest);
    testing::delete_source(database, crm);
    const auto off = good(put_identity_resolution<kind::open_messaging>, shop, R"({"resolveIdentities":false)" + rest);
    BOOST_TEST(!off.at("resolveIdentities").as_bool());
}

BOOST_AUTO_TEST_CASE(name_a_source_and_merge_only_where_the_contract_has_it) {
    const auto crm = testing::add_source(database, "CRM").text();
    const std::string source = R"({"resolveIdentities":true,"externalSource":{"id":")" + crm + "\"}}";
    const std::string merge = R"({"resolveIdentities":true,"automerge":{"webTracking":true}})";
    BOOST_TEST(faults_of(bad(put_identity_resolution<kind::whatsapp>, shop, source)) == texts{"externalSource field.unknown"},
               boost::test_tools::per_element());
    BOOST_TEST(faults_of(bad(put_identity_resolution<kind::open_messaging>, shop, merge)) == texts{"automerge field.unknown"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_a_queue_are_wrapped) {
    const client::pairs queue{{"queueId", "q-1"}};
    constexpr handler get = get_identity_resolution<kind::queue>;
    constexpr handler put = put_identity_resolution<kind::queue>;
    BOOST_TEST(good(get, queue).at("callOnBehalfOfQueue").at("resolveIdentities").as_bool());
    const auto set = good(put, queue, R"({"callOnBehalfOfQueue":{"resolveIdentities":false}})");
    BOOST_TEST(!set.at("callOnBehalfOfQueue").at("resolveIdentities").as_bool());
    BOOST_TEST(good(get, queue) == set);
    BOOST_TEST(faults_of(bad(put, queue, R"({})")) == texts{"callOnBehalfOfQueue value.required"},
               boost::test_tools::per_element());
    BOOST_TEST(faults_of(bad(put, queue, R"({"callOnBehalfOfQueue":{}})")) ==
                   texts{"callOnBehalfOfQueue.resolveIdentities value.required"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_two_organizations_never_meet) {
    good(put_site, site, R"({"resolveIdentities":false})");
    organization = testing::rival();
    BOOST_TEST(good(get_site, site).at("resolveIdentities").as_bool());
}

BOOST_AUTO_TEST_CASE(of_an_email_route_go_by_the_route_whatever_the_domain) {
    good(put_identity_resolution<kind::email_route>, {{"domainName", "a.example"}, {"routeId", "r 1"}},
         R"({"resolveIdentities":false})");
    const auto shown = good(get_identity_resolution<kind::email_route>, {{"domainName", "b.example"}, {"routeId", "r 1"}});
    BOOST_TEST(!shown.at("resolveIdentities").as_bool());
    BOOST_TEST(text(shown, "/selfUri") == "/api/v2/routing/email/domains/b.example/routes/r%201/identityresolution");
}

BOOST_AUTO_TEST_CASE(of_an_id_no_integration_can_have_are_not_found) {
    const std::string too_long(domain::max_integration_id + 1, 'i');
    for (const auto& id : {std::string(), too_long, std::string("a\nb"), std::string("\xFF")}) {
        BOOST_TEST(bad(get_site, {{"deploymentId", id}}).code == errc::not_found);
        BOOST_TEST(bad(put_site, {{"deploymentId", id}}, R"({"resolveIdentities":true})").code == errc::not_found);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::handlers
