// SPDX-License-Identifier: BSL-1.0
#include "support/admin_client.hpp"

#include <boost/json.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <regex>

namespace {

using namespace ccphost::test;

const std::string lasting = "public, max-age=31536000, immutable";
const std::string fresh = "no-cache, no-store, must-revalidate";

/// The addresses of the shell's files that a page names.
std::vector<std::string> named_assets(const std::string& page) {
    static const std::regex asset("\"(/admin-assets/[^\"]+)\"");
    std::vector<std::string> found;
    for (std::sregex_iterator each(page.begin(), page.end(), asset), end; each != end; ++each) found.push_back((*each)[1]);
    return found;
}

struct pages : admin_host {
    signed_in admin{sign_in("admin")};

    std::vector<std::string> menu(const signed_in& who) {
        std::vector<std::string> labels;
        const auto answer = json_of(client.request("GET", "/admin-menu", who.headers()));
        for (const auto& each : answer.at("entries").as_array())
            labels.push_back(boost::json::value_to<std::string>(each.at("label")));
        return labels;
    }
    std::string module_url(std::size_t entry) {
        const auto answer = json_of(client.request("GET", "/admin-menu", admin.headers()));
        return boost::json::value_to<std::string>(answer.at("entries").at(entry).at("module"));
    }
};

const std::vector<std::pair<const char*, const char*>> protections{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Frame-Options", "DENY"},
};

void check_protected(const response& answer) {
    for (const auto& [name, value] : protections) BOOST_TEST(answer[name] == value, name);
    BOOST_TEST(!answer["Permissions-Policy"].empty());
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_pages, pages)

BOOST_AUTO_TEST_CASE(every_path_of_the_console_shows_the_shell) {
    for (const char* path : {"/admin/", "/admin/tests/things", "/admin/tests/things/a%2Fb?x=1"}) {
        const auto answer = client.request("GET", path);
        BOOST_TEST(answer.result_int() == 200U);
        BOOST_TEST(answer["Content-Type"] == "text/html; charset=utf-8");
        BOOST_TEST(answer["Cache-Control"] == fresh);
        check_protected(answer);
    }
    const auto bare = client.request("GET", "/admin");
    BOOST_TEST(bare.result_int() == 302U);
    BOOST_TEST(bare["Location"] == "/admin/");
    BOOST_TEST(client.request("GET", "/administration").result_int() == 401U);
}

BOOST_AUTO_TEST_CASE(the_page_has_no_script_or_style_of_its_own) {
    const auto page = client.request("GET", "/admin/").body();
    BOOST_TEST(std::regex_search(page, std::regex("<script[^>]*></script>")));
    BOOST_TEST(!std::regex_search(page, std::regex("<style|style=|<script[^>]*>[^<]|\\son[a-z]+=|\\{\\{")));
}

BOOST_AUTO_TEST_CASE(the_files_that_the_page_names_are_there_for_ever) {
    const auto named = named_assets(client.request("GET", "/admin/").body());
    BOOST_TEST(named.size() == 3U);
    for (const auto& each : named) {
        const auto answer = client.request("GET", each);
        BOOST_TEST(answer.result_int() == 200U, each);
        BOOST_TEST(answer["Cache-Control"] == lasting);
        BOOST_TEST(answer["Content-Type"] ==
                   (each.ends_with(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8"));
        check_protected(answer);
    }
}

BOOST_AUTO_TEST_CASE(files_have_one_version_and_are_those_of_the_shell_alone) {
    const auto known = named_assets(client.request("GET", "/admin/").body()).front();
    const auto folder = known.substr(0, known.rfind('/') + 1);
    for (const auto& target : {folder + "index.html", folder + "none.js", folder + "..%2Fshell.js", folder,
                               std::string("/admin-assets/shell/0000000000000000/shell.js"), std::string("/admin-assets/"),
                               std::string("/admin-assets/shell"), std::string("/admin-menu/more")}) {
        const auto answer = client.request("GET", target);
        BOOST_TEST(answer.result_int() == 404U, target);
        BOOST_TEST(answer["Cache-Control"] == fresh);
    }
}

BOOST_AUTO_TEST_CASE(head_is_answered_without_a_body) {
    const auto whole = client.request("GET", "/admin/");
    client.send(request_text("HEAD", "/admin/") + request_text("HEAD", module_url(0)));
    const auto head = client.read(true);
    BOOST_TEST(head.result_int() == 200U);
    BOOST_TEST(head["Content-Length"] == std::to_string(whole.body().size()));
    BOOST_TEST(client.read(true)["Content-Length"] == "31");
}

BOOST_DATA_TEST_CASE(pages_and_files_are_only_read,
                     boost::unit_test::data::make({"/admin/", "/admin-menu", "/admin-assets/shell/0/x.js"}), path) {
    const pages serving;
    for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS"}) {
        const auto answer = http_client(serving.host.port()).request(method, path);
        BOOST_TEST(answer.result_int() == 405U);
        BOOST_TEST(answer["Allow"] == "GET, HEAD");
    }
}

BOOST_AUTO_TEST_CASE(a_client_sees_the_entries_that_it_has_a_permission_for) {
    const std::vector<std::string> all{"Things", "Secrets"};
    const std::vector<std::string> one{"Things"};
    BOOST_TEST(menu(admin) == all, boost::test_tools::per_element());
    BOOST_TEST(menu(signed_in(sign_in("viewer"))) == one, boost::test_tools::per_element());
    BOOST_TEST(menu(signed_in(sign_in("nobody"))).empty());
    BOOST_TEST(client.request("GET", "/admin-menu").result_int() == 401U);
    BOOST_TEST(client.request("GET", "/admin-menu", {host.authorization()}).result_int() == 401U);
}

BOOST_AUTO_TEST_CASE(an_entry_tells_all_that_the_shell_needs) {
    const auto answer = json_of(client.request("GET", "/admin-menu", admin.headers()));
    const auto& entry = answer.at("entries").at(0);
    BOOST_TEST(entry.at("group").as_string() == "Tests");
    BOOST_TEST(entry.at("path").as_string() == "tests/things");
    BOOST_TEST(entry.at("element").as_string() == "fixture-things");
    BOOST_TEST(std::regex_match(module_url(0), std::regex("/admin-assets/org\\.example\\.fixture/[0-9a-f]{16}/things\\.js")));
    BOOST_TEST(answer.at("shell").as_string().size() == 16U);
}

BOOST_AUTO_TEST_CASE(the_assets_of_a_plugin_are_there_for_ever) {
    const auto plain = client.request("GET", module_url(0), {"Accept-Encoding: identity"});
    BOOST_TEST(plain.result_int() == 200U);
    BOOST_TEST(plain.body() == "export const things = 'plain';\n");
    BOOST_TEST(plain["Content-Type"] == "text/javascript; charset=utf-8");
    BOOST_TEST(plain["Cache-Control"] == lasting);
    BOOST_TEST(plain.count("Content-Encoding") == 0U);
    check_protected(plain);
    const auto packed = client.request("GET", module_url(1), {"Accept-Encoding: br, gzip;q=0.5"});
    BOOST_TEST(packed.result_int() == 200U);
    BOOST_TEST(packed["Content-Encoding"] == "gzip");
    BOOST_TEST(packed["Vary"] == "Accept-Encoding");
    BOOST_TEST(packed.body().starts_with("\x1f\x8b"));
}

BOOST_AUTO_TEST_CASE(who_does_not_take_the_encoding_of_an_asset_is_told) {
    for (const char* accepted : {"identity", "br", "gzip;q=0", "*;q=0.000"}) {
        const auto answer = client.request("GET", module_url(1), {std::string("Accept-Encoding: ") + accepted});
        BOOST_TEST(answer.result_int() == 406U, accepted);
        BOOST_TEST(code_of(answer) == "not.acceptable");
        BOOST_TEST(answer["Cache-Control"] == fresh);
    }
    for (const char* accepted : {"*", "GZIP", "gzip, br"})
        BOOST_TEST(client.request("GET", module_url(1), {std::string("Accept-Encoding: ") + accepted}).result_int() == 200U);
}

BOOST_AUTO_TEST_CASE(what_is_no_asset_of_the_build_that_serves_is_not_found) {
    const auto known = module_url(0);
    const auto folder = known.substr(0, known.rfind('/') + 1);
    for (const auto& target : {folder + "none.js", folder + "parts", folder, folder + "..%2Fthings.js",
                               std::string("/admin-assets/org.example.fixture/0000000000000000/things.js"),
                               std::string("/admin-assets/org.example.other/") + known.substr(known.find("fixture/") + 8)}) {
        BOOST_TEST(client.request("GET", target).result_int() == 404U, target);
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(what_is_no_page_can_be_used_as_none) {
    admin_host with;
    for (const char* path : {"/api/v2/things/1", "/nothing", "/health"}) {
        const auto answer = with.client.request("GET", path, {with.host.authorization()});
        BOOST_TEST(answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox", path);
        BOOST_TEST(answer["X-Content-Type-Options"] == "nosniff", path);
        BOOST_TEST(answer["Cross-Origin-Resource-Policy"] == "same-origin", path);
    }
}

BOOST_AUTO_TEST_CASE(without_the_console_there_is_nothing_of_it) {
    admin_host off({{"admin", {{"enabled", false}}}});
    for (const char* path : {"/admin/", "/admin-session", "/admin-menu"}) {
        const auto answer = off.client.request("GET", path);
        BOOST_TEST(answer.result_int() == 401U);
    }
    BOOST_TEST(off.client.request("GET", "/admin/", {off.host.authorization()}).result_int() == 404U);
}
