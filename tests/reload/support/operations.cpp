// SPDX-License-Identifier: BSL-1.0
#include "operations.hpp"

#include <boost/json.hpp>

namespace ccphost::test {
namespace {

#ifdef EXTSRC_SANITIZED
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

}  // namespace

bool done(const ctl_answer& operation) {
    return operation.code == 0 || (sanitized && operation.code == 6 && holds(operation.message, "stays mapped"));
}

std::vector<std::string> ctl_command(const fixture_host& host, std::vector<std::string> arguments) {
    std::vector<std::string> command{CCP_HOST_PATH, "ctl", "--socket", host.files().at("control.sock").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

void edit_config(const fixture_host& host, const std::string& pointer, boost::json::value value) {
    auto config = boost::json::parse(read_file(host.files().at("host.json")));
    set_at(config, pointer, std::move(value));
    host.files().write("host.json", config);
}

boost::json::value shown(const fixture_host& host) {
    return ctl(host, {"plugin", "show", "org.example.fixture"}).data;
}

std::string text_at(const boost::json::value& in, const std::string& pointer) {
    return boost::json::value_to<std::string>(in.at_pointer(pointer));
}

std::int64_t number_at(const boost::json::value& in, const std::string& pointer) {
    return in.at_pointer(pointer).to_number<std::int64_t>();
}

}  // namespace ccphost::test
