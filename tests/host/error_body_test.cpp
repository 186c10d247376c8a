// SPDX-License-Identifier: BSL-1.0
#include "http/error_body.hpp"

#include "http/dispatcher.hpp"
#include "http/plugin_response.hpp"
#include "loader/c_text.hpp"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(error_body)

BOOST_AUTO_TEST_CASE(the_plain_body_is_the_vendors) {
    const auto body = ccphost::render_error_body(ccphost::errors::not_found(), "c-1");
    BOOST_TEST(
        body ==
        R"({"status":404,"code":"not.found","message":"The requested resource was not found.","contextId":"c-1","details":[],"errors":[]})");
}

BOOST_AUTO_TEST_CASE(optional_members_appear_only_when_given) {
    ccphost::api_error error{409, "limit.exceeded", "m"};
    error.entity_id = "e";
    error.details = {{"too.long", "name", {}}};
    error.limit = {"k", "n", 10};
    error.message_parameters = {{"p", "v"}};
    const auto body = boost::json::parse(ccphost::render_error_body(error, "c"));
    BOOST_TEST(body.at("entityId").as_string() == "e");
    BOOST_TEST(body.at("limit") == boost::json::parse(R"({"key":"k","namespace":"n","value":10})"));
    BOOST_TEST(body.at("messageParams").at("p").as_string() == "v");
    BOOST_TEST(body.at("details") == boost::json::parse(R"([{"errorCode":"too.long","fieldName":"name"}])"));
    BOOST_TEST(!body.as_object().contains("entityName"));
}

BOOST_AUTO_TEST_CASE(missing_permissions_are_named) {
    const auto one = ccphost::errors::missing_permissions({"a:b:c"}, true);
    BOOST_TEST(one.code == "missing.permissions");
    const auto any = ccphost::errors::missing_permissions({"a:b:c", "a:b:d"}, true);
    BOOST_TEST(any.code == "missing.any.permissions");
    BOOST_TEST(any.message_parameters[0].second == "a:b:c, a:b:d");
}

BOOST_AUTO_TEST_CASE(handler_statuses_map_as_the_interface_says) {
    BOOST_TEST(ccphost::from_status(CCP_E_BUSY).status == 503U);
    BOOST_TEST(ccphost::from_status(CCP_E_UNAVAILABLE).status == 503U);
    BOOST_TEST(ccphost::from_status(CCP_E_TIMEOUT).status == 504U);
    for (const auto status : {CCP_E_INTERNAL, CCP_E_NOT_FOUND, CCP_E_DENIED, -1, 99})
        BOOST_TEST(ccphost::from_status(status).status == 500U);
}

BOOST_AUTO_TEST_CASE(a_response_refuses_headers_that_are_the_hosts_or_split_lines) {
    ccphost::plugin_response response;
    for (const char* name :
         {"Content-Length", "connection", "Transfer-Encoding", "ININ-Correlation-Id", "bad name", "", "Cache-Control"}) {
        BOOST_TEST(response.set_header(name, "x") == CCP_E_ARGUMENT, name);
    }
    BOOST_TEST(response.set_header("X-Good", "a\r\nb: c") == CCP_E_ARGUMENT);
    BOOST_TEST(response.set_header("X-Good", "fine") == CCP_OK);
    BOOST_TEST(response.set_status(100) == CCP_E_ARGUMENT);
    BOOST_TEST(response.set_status(600) == CCP_E_ARGUMENT);
}

BOOST_AUTO_TEST_CASE(a_failure_discards_what_was_written) {
    ccphost::plugin_response response;
    BOOST_TEST(response.write("half") == CCP_OK);
    ccp_failure_v1 failure{};
    failure.header = ccphost::header_of<ccp_failure_v1>();
    failure.http_status = 200;
    failure.code = ccphost::to_c("not.found");
    BOOST_TEST(response.fail(failure) == CCP_E_ARGUMENT);
    failure.http_status = 404;
    BOOST_TEST(response.fail(failure) == CCP_OK);
    const auto taken = response.take("c");
    BOOST_TEST(taken.status == 404U);
    BOOST_TEST(taken.body.find("half") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(json_is_recognised_by_its_media_type) {
    for (const char* type : {"application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"})
        BOOST_TEST(ccphost::is_json(type), type);
    for (const char* type : {"", "text/json", "application/jsonx", "application/x-www-form-urlencoded"})
        BOOST_TEST(!ccphost::is_json(type), type);
}

BOOST_AUTO_TEST_SUITE_END()
