// SPDX-License-Identifier: BSL-1.0
#include "control/control_client.hpp"
#include "control/human_text.hpp"
#include "support/fixture_host.hpp"
#include "support/text.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <sys/stat.h>

#include <csignal>

namespace {

using namespace ccphost::test;
namespace json = boost::json;

struct serving {
    fixture_host host;
    std::string socket = host.files().at("control.sock").string();

    [[nodiscard]] finished ctl(std::vector<std::string> arguments) const {
        std::vector<std::string> command{CCP_HOST_PATH, "ctl", "--socket", socket};
        command.insert(command.end(), arguments.begin(), arguments.end());
        return run(std::move(command));
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(control)

BOOST_FIXTURE_TEST_CASE(the_socket_is_the_owners_alone, serving) {
    struct stat status {};
    BOOST_REQUIRE(::stat(socket.c_str(), &status) == 0);
    BOOST_TEST(S_ISSOCK(status.st_mode));
    BOOST_TEST((status.st_mode & 07777U) == 0600U);
}

BOOST_FIXTURE_TEST_CASE(commands_answer_people_and_programs, serving) {
    const auto list = ctl({"plugin", "list"});
    BOOST_TEST(list.code == 0);
    BOOST_TEST(holds(list.output, "org.example.fixture  1.2.3    1.0  1           running"), list.output);
    BOOST_TEST(holds(list.output, "1 loaded\n"));
    BOOST_TEST(!holds(list.output, "\x1b"));
    const auto show = json::parse(ctl({"plugin", "show", "--json"}).output);
    BOOST_TEST(show.at("ok").as_bool());
    BOOST_TEST(show.at("data").at("handlers").as_array().size() == 7U);
    BOOST_TEST(show.at("data").at("topics").as_array().size() == 3U);
    BOOST_TEST(show.at("data").at("health").at("detail").at("fixture").as_string() == "well");
    BOOST_TEST(holds(ctl({"status"}).output, "address: http://127.0.0.1:" + std::to_string(host.port())));
    BOOST_TEST(holds(ctl({"health"}).output, "status: up"));
    BOOST_TEST(holds(ctl({"version"}).output, "version: 1.0.0"));
    http_client(host.port()).request("GET", "/api/v2/things/1", {host.authorization()});
    BOOST_TEST(holds(ctl({"metrics"}).output, "fixture_echoes_total 1\n"));
    const auto absent = ctl({"plugin", "show", "nope"});
    BOOST_TEST(absent.code == 1);
    BOOST_TEST(holds(absent.errors, "no plugin \"nope\" is loaded"));
    BOOST_TEST(ctl({"plugin", "reload", "--drain", "-1"}).code == 2);
    BOOST_TEST(ctl({"nonsense"}).code == 2);
}

BOOST_FIXTURE_TEST_CASE(malformed_and_over_long_lines_are_told, serving) {
    boost::asio::io_context context;
    boost::asio::local::stream_protocol::socket connection(context);
    connection.connect(socket);
    std::string input;
    const auto exchange = [&](const std::string& line) {
        boost::asio::write(connection, boost::asio::buffer(line + "\n"));
        const auto length = boost::asio::read_until(connection, boost::asio::dynamic_buffer(input), '\n');
        auto reply = json::parse(input.substr(0, length));
        input.erase(0, length);
        return reply;
    };
    BOOST_TEST(exchange("nonsense").at("code").as_int64() == 2);
    BOOST_TEST(exchange(R"({"cmd":1})").at("code").as_int64() == 2);
    BOOST_TEST(exchange(R"({"cmd":"plugin show","args":{"x":1}})").at("code").as_int64() == 2);
    BOOST_TEST(exchange(R"({"id":"a","cmd":"version","args":{}})").at("id").as_string() == "a");
    BOOST_TEST(exchange(std::string(ccphost::longest_request, 'x')).at("message").as_string() == "the line is too long");
}

BOOST_AUTO_TEST_CASE(nobody_at_the_socket_is_exit_code_3) {
    const auto answer = run({CCP_HOST_PATH, "ctl", "status", "--socket", "/tmp/absent-ccp.sock"});
    BOOST_TEST(answer.code == 3);
    BOOST_TEST(holds(answer.errors, "no host answers"));
}

BOOST_FIXTURE_TEST_CASE(a_live_socket_is_refused_and_a_stale_one_replaced, serving) {
    auto config = host.files().config();
    host.files().write("second.json", config);
    const auto second = run({CCP_HOST_PATH, "serve", "--config", host.files().at("second.json").string()});
    BOOST_TEST(second.code == 1);
    BOOST_TEST(holds(second.errors, "is in use by a running host"), second.errors);
    BOOST_TEST(ctl({"version"}).code == 0);
    host.process().signal(SIGKILL);
    host.process().wait();
    BOOST_TEST(std::filesystem::exists(socket));
    child_process third({CCP_HOST_PATH, "serve", "--config", host.files().at("second.json").string()});
    BOOST_TEST(third.read_line().starts_with("listening on "));
    BOOST_TEST(ctl({"version"}).code == 0);
    third.signal(SIGINT);
    BOOST_TEST(third.wait() == 0);
}

BOOST_AUTO_TEST_CASE(something_else_at_the_sockets_path_is_left_alone) {
    const fixture_files files;
    write_file(files.at("control.sock"), "precious");
    const auto refused = run({CCP_HOST_PATH, "serve", "--config", files.at("host.json").string()});
    BOOST_TEST(refused.code == 1);
    BOOST_TEST(read_file(files.at("control.sock")) == "precious");
}

BOOST_AUTO_TEST_CASE(checks_run_without_a_host) {
    const fixture_files files;
    BOOST_TEST(run({CCP_HOST_PATH, "ctl", "config", "check", files.at("host.json").string()}).code == 0);
    const auto good = run({CCP_HOST_PATH, "ctl", "plugin", "check", files.at("manifest.json").string()});
    BOOST_TEST(good.code == 0);
    BOOST_TEST(holds(good.output, "negotiate  ok"), good.output);
    const auto library = fixture_library("OTHER_ID").string();
    const auto other = run({CCP_HOST_PATH, "ctl", "plugin", "check", files.at("manifest.json").string(), "--library", library});
    BOOST_TEST(other.code == 5);
    BOOST_TEST(holds(other.output, "checksum   fail"), other.output);
    BOOST_TEST(holds(other.output, "load       skipped"), other.output);
    auto config = files.config();
    config["extra"] = 1;
    files.write("host.json", config);
    const auto bad = run({CCP_HOST_PATH, "ctl", "config", "check", files.at("host.json").string()});
    BOOST_TEST(bad.code == 5);
    BOOST_TEST(holds(bad.errors, "extra is not known"));
}

BOOST_AUTO_TEST_CASE(tables_are_aligned_and_values_cannot_move_the_cursor) {
    BOOST_TEST(ccphost::align_columns({{"A", "B"}, {"long", "x"}}) == "A     B\nlong  x\n");
    BOOST_TEST(ccphost::human_text("status", json::parse(R"({"a":"x\u001b[2J"})")) == "a: x [2J\n");
}

BOOST_AUTO_TEST_SUITE_END()
