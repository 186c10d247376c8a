// SPDX-License-Identifier: BSL-1.0
#include "fixture_host.hpp"

#include "loader/checksum.hpp"

#include <boost/json.hpp>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace ccphost::test {
namespace {

boost::json::object handler(const char* operation, const char* method, const char* path, boost::json::object permissions) {
    return {{"operation", operation}, {"method", method}, {"path", path}, {"permissions", std::move(permissions)}};
}

boost::json::object topic(const char* name, boost::json::object permissions) {
    return {{"topic", name}, {"permissions", std::move(permissions)}};
}

boost::json::object task(const char* name) {
    return {{"name", name}, {"everySeconds", 3600}, {"description", "For tests"}};
}

constexpr const char* home = "3f0a1c5e-0000-4000-8000-000000000001";
constexpr const char* abroad = "3f0a1c5e-0000-4000-8000-000000000002";

boost::json::object client(const char* id, boost::json::array permissions, const char* organization = home) {
    return {{"id", id}, {"secret", "secret"}, {"organization", organization}, {"permissions", std::move(permissions)}};
}

std::string written_config(const fixture_files& files, const boost::json::object& changes, const boost::json::object& plugin) {
    auto config = files.config();
    auto& entry = config["plugins"].as_array()[0].as_object();
    for (const auto& each : plugin) entry[each.key()] = each.value();
    for (const auto& each : changes) config[each.key()] = each.value();
    files.write("host.json", config);
    return files.at("host.json").string();
}

std::uint16_t port_of(const std::string& line, const child_process& process) {
    constexpr std::string_view start = "listening on http://127.0.0.1:";
    if (!line.starts_with(start)) throw std::runtime_error("the host did not start: " + process.errors());
    return static_cast<std::uint16_t>(std::stoi(line.substr(start.size())));
}

}  // namespace

boost::json::object fixture_manifest(const std::filesystem::path& library) {
    const boost::json::object view{{"any", {"fixture:thing:view"}}};
    const boost::json::object both{{"all", {"fixture:thing:view", "fixture:thing:edit"}}};
    return {
        {"id", "org.example.fixture"},
        {"name", "Fixture"},
        {"version", "1.2.3"},
        {"abi", {{"major", 1}, {"minMinor", 0}, {"maxMinor", 0}}},
        {"library", {{"file", library.string()}, {"sha256", sha256_of_file(library).value()}}},
        {"handlers",
         {handler("getThing", "GET", "/api/v2/things/{thingId}", view), handler("postThing", "POST", "/api/v2/things", view),
          handler("deleteThing", "DELETE", "/api/v2/things/{thingId}", both),
          handler("getLiteral", "GET", "/api/v2/things/literal", view), handler("getSlow", "GET", "/api/v2/slow", view),
          handler("getPending", "GET", "/api/v2/pending", view),
          handler("getFailure", "GET", "/api/v2/failures/{kind}", view)}},
        {"topics",
         {topic("v2.fixture.echo", view), topic("v2.fixture.things.{id}", view), topic("v2.fixture.secrets.{id}", both)}},
        {"tasks", {task("count"), task("fail"), task("hold"), task("insist"), task("release")}},
        {"hooks", {"identity"}},
        {"configuration",
         {{"type", "object"},
          {"additionalProperties", false},
          {"properties",
           {{"pool", {{"type", "object"}, {"properties", {{"size", {{"type", "integer"}, {"minimum", 1}}}}}}}}}}}};
}

void set_at(boost::json::value& document, const std::string& pointer, boost::json::value value) {
    const auto slash = pointer.rfind('/');
    auto& parent = document.at_pointer(pointer.substr(0, slash));
    const auto name = pointer.substr(slash + 1);
    if (auto* list = parent.if_array()) {
        list->at(static_cast<std::size_t>(std::stoi(name))) = std::move(value);
    } else {
        parent.as_object()[name] = std::move(value);
    }
}

std::filesystem::path fixture_library(const std::string& fault) {
    return std::filesystem::path(FIXTURE_DIR) / ("fixture_" + fault + ".so");
}

boost::json::object fixture_config(const std::filesystem::path& manifest, const std::filesystem::path& control) {
    boost::json::object plugin{{"manifest", manifest.string()}, {"config", boost::json::object()}};
    return {{"listen", {{"address", "127.0.0.1"}, {"port", 0}}},
            {"control", control.string()},
            {"plugins", boost::json::array{std::move(plugin)}},
            {"clients",
             {client("admin", {"fixture:*:*"}), client("viewer", {"fixture:thing:view"}),
              client("nobody", boost::json::array()), client("foreigner", {"fixture:*:*"}, abroad)}}};
}

fixture_files::fixture_files(const std::string& fault) {
    write("manifest.json", fixture_manifest(fixture_library(fault)));
    write("host.json", config());
}

void fixture_files::write(const std::string& name, const boost::json::value& value) const {
    write_file(at(name), boost::json::serialize(value));
}

boost::json::object fixture_files::config() const {
    return fixture_config(at("manifest.json"), at("control.sock"));
}

fixture_host::fixture_host(const boost::json::object& changes, const boost::json::object& plugin)
    : process_({CCP_HOST_PATH, "serve", "--config", written_config(files_, changes, plugin)}),
      port_(port_of(process_.read_line(), process_)) {}

std::string fixture_host::authorization(const std::string& client) const {
    http_client connection(port_);
    const auto answer = connection.request("POST", "/oauth/token", {basic(client)}, "grant_type=client_credentials");
    return "Authorization: Bearer " + boost::json::value_to<std::string>(json_of(answer).at("access_token"));
}

std::string basic(const std::string& client, const std::string& secret) {
    const auto plain = client + ":" + secret;
    std::array<unsigned char, 256> encoded{};
    EVP_EncodeBlock(encoded.data(), reinterpret_cast<const unsigned char*>(plain.data()), static_cast<int>(plain.size()));
    return "Authorization: Basic " + std::string(reinterpret_cast<const char*>(encoded.data()));
}

}  // namespace ccphost::test
