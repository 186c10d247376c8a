// SPDX-License-Identifier: BSL-1.0
#include "host_config.hpp"

#include "auth/permission.hpp"
#include "loader/file_text.hpp"
#include "loader/json_members.hpp"

#include <boost/uuid/string_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <thread>

namespace ccphost {
namespace {

std::size_t default_workers() {
    return std::max<std::size_t>(4, 2 * std::size_t{std::thread::hardware_concurrency()});
}

std::string as_uuid(const std::string& text, const std::string& path) {
    try {
        if (text.size() == 36) return boost::uuids::to_string(boost::uuids::string_generator()(text));
    } catch (const std::exception&) {  // not a UUID: told below
    }
    throw member_error(path + " must be a UUID");
}

void read_listen(json_members& members, host_config& into) {
    json_members listen(members.required("listen"), "listen");
    into.address = listen.optional_text("address").value_or(into.address);
    into.port = static_cast<std::uint16_t>(listen.integer("port", 0, 65535));
    listen.reject_unknown();
}

void read_log(json_members& members, host_config& into) {
    const auto* value = members.find("log");
    if (value == nullptr) return;
    json_members log(*value, "log");
    into.log_level = log.optional_text("level").value_or(into.log_level);
    constexpr std::array levels{"trace", "debug", "info", "warning", "error"};
    if (std::find(levels.begin(), levels.end(), into.log_level) == levels.end()) {
        throw member_error("log.level must be trace, debug, info, warning or error");
    }
    log.reject_unknown();
}

void read_limits(json_members& members, host_config& into) {
    into.limits.workers = default_workers();
    const auto* value = members.find("limits");
    if (value == nullptr) return;
    json_members limits(*value, "limits");
    auto& to = into.limits;
    to.body_bytes =
        static_cast<std::uint64_t>(limits.integer_or("bodyBytes", 1, 1 << 30, static_cast<std::int64_t>(to.body_bytes)));
    to.header_bytes = static_cast<std::uint32_t>(limits.integer_or("headerBytes", 256, 1 << 20, to.header_bytes));
    to.request = std::chrono::seconds(limits.integer_or("requestSeconds", 1, 3600, to.request.count()));
    to.idle = std::chrono::seconds(limits.integer_or("idleSeconds", 1, 86'400, to.idle.count()));
    to.connections =
        static_cast<std::size_t>(limits.integer_or("connections", 1, 1'000'000, static_cast<std::int64_t>(to.connections)));
    to.workers = static_cast<std::size_t>(limits.integer_or("workers", 1, 1024, static_cast<std::int64_t>(to.workers)));
    to.heartbeat = std::chrono::seconds(limits.integer_or("heartbeatSeconds", 1, 3600, to.heartbeat.count()));
    to.stream_events =
        static_cast<std::size_t>(limits.integer_or("streamEvents", 1, 1'000'000, static_cast<std::int64_t>(to.stream_events)));
    limits.reject_unknown();
}

void read_lifecycle(json_members& members, host_config& into) {
    const auto* value = members.find("lifecycle");
    if (value == nullptr) return;
    json_members lifecycle(*value, "lifecycle");
    constexpr std::int64_t most = 600'000;
    const auto read = [&](const char* name, std::chrono::milliseconds& to) {
        to = std::chrono::milliseconds(lifecycle.integer_or(name, 1, most, to.count()));
    };
    read("startMilliseconds", into.lifecycle.start);
    read("healthMilliseconds", into.lifecycle.health);
    read("drainMilliseconds", into.lifecycle.drain);
    read("graceMilliseconds", into.lifecycle.grace);
    read("stopMilliseconds", into.lifecycle.stop);
    lifecycle.reject_unknown();
}

void read_rate_limit(json_members& members, host_config& into) {
    const auto* value = members.find("rateLimit");
    if (value == nullptr) return;
    json_members rate(*value, "rateLimit");
    into.requests_per_minute = static_cast<std::uint32_t>(rate.integer("requestsPerMinute", 1, 1'000'000'000));
    rate.reject_unknown();
}

void read_admin(json_members& members, host_config& into) {
    const auto* value = members.find("admin");
    if (value == nullptr) return;
    json_members admin(*value, "admin");
    into.admin_console = admin.boolean_or("enabled", into.admin_console);
    into.secure_cookies = admin.boolean_or("secureCookies", into.secure_cookies);
    admin.reject_unknown();
}

std::map<std::string, std::chrono::seconds> read_task_intervals(json_members& plugin) {
    std::map<std::string, std::chrono::seconds> intervals;
    const auto* value = plugin.find("taskSeconds");
    if (value == nullptr) return intervals;
    json_members seconds(*value, plugin.path_of("taskSeconds"));
    for (const auto& member : value->get_object()) {
        const std::string name(member.key());
        intervals.emplace(name, seconds.integer(name, 1, longest_task_interval_s));
    }
    return intervals;
}

void read_plugins(json_members& members, host_config& into) {
    for (const auto& entry : members.array("plugins")) {
        json_members plugin(entry, "plugins[" + std::to_string(into.plugins.size()) + "]");
        plugin_source source;
        source.manifest = plugin.text("manifest");
        if (const auto library = plugin.optional_text("library")) source.library = *library;
        const auto* config = plugin.find("config");
        source.config = config == nullptr ? boost::json::value(boost::json::object()) : *config;
        if (!source.config.is_object()) throw member_error(plugin.path_of("config") + " must be an object");
        source.task_intervals = read_task_intervals(plugin);
        source.watch = plugin.boolean_or("watch", false);
        plugin.reject_unknown();
        into.plugins.push_back(std::move(source));
    }
}

std::string secret_from_file(const std::string& file, const std::string& path) {
    auto secret = file_text(file);
    if (!secret) throw member_error(path + ": " + file + " cannot be read");
    while (!secret->empty() && (secret->back() == '\n' || secret->back() == '\r')) secret->pop_back();
    return *secret;
}

std::string read_secret(json_members& client) {
    const auto plain = client.optional_text("secret");
    const auto file = client.optional_text("secretFile");
    const auto variable = client.optional_text("secretEnv");
    if (int{plain.has_value()} + int{file.has_value()} + int{variable.has_value()} != 1) {
        throw member_error(client.path_of("secret") + " must be given by exactly one of secret, secretFile and secretEnv");
    }
    std::string secret;
    if (plain) secret = *plain;
    if (file) secret = secret_from_file(*file, client.path_of("secretFile"));
    if (variable) {
        const char* value = std::getenv(variable->c_str());
        if (value == nullptr) throw member_error(client.path_of("secretEnv") + ": " + *variable + " is not set");
        secret = value;
    }
    if (secret.empty()) throw member_error(client.path_of("secret") + " must not be empty");
    return secret;
}

void read_clients(json_members& members, host_config& into) {
    for (const auto& entry : members.array("clients")) {
        json_members client(entry, "clients[" + std::to_string(into.known.size()) + "]");
        client_account account;
        account.id = client.text("id");
        if (account.id.find(':') != std::string::npos) throw member_error(client.path_of("id") + " must not hold a colon");
        account.organization = as_uuid(client.text("organization"), client.path_of("organization"));
        for (const auto& granted : client.array("permissions")) {
            account.permissions.push_back(as_text(granted, client.path_of("permissions")));
            if (!is_grant(account.permissions.back())) {
                throw member_error(client.path_of("permissions") + ": \"" + account.permissions.back() +
                                   "\" is not of the form domain:entity:action");
            }
        }
        const auto secret = read_secret(client);
        client.reject_unknown();
        const auto id = account.id;
        if (!into.known.add(std::move(account), secret)) throw member_error(client.path_of("id") + " repeats " + id);
    }
}

// Secrets are kept hashed, and nowhere else.
boost::json::value without_secrets(boost::json::value document) {
    auto* members = document.if_object();
    auto* known = members == nullptr ? nullptr : members->if_contains("clients");
    if (known == nullptr || !known->is_array()) return document;
    for (auto& client : known->get_array()) {
        if (auto* account = client.if_object()) account->erase("secret");
    }
    return document;
}

}  // namespace

result<host_config> parse_host_config(const boost::json::value& document) try {
    host_config into;
    into.document = without_secrets(document);
    json_members members(document, "");
    read_listen(members, into);
    if (const auto control = members.optional_text("control")) {
        if (control->empty()) throw member_error("control must not be empty");
        into.control = *control;
    }
    read_log(members, into);
    read_limits(members, into);
    read_lifecycle(members, into);
    into.token_lifetime = std::chrono::seconds(members.integer_or("tokenSeconds", 1, 31'536'000, into.token_lifetime.count()));
    read_rate_limit(members, into);
    read_admin(members, into);
    read_plugins(members, into);
    read_clients(members, into);
    members.reject_unknown();
    return into;
} catch (const member_error& error) {
    return failure{step::host_config, error.what()};
}

result<host_config> read_host_config(const std::filesystem::path& file) {
    const auto document = read_json_file(file, step::host_config);
    if (!document) return document.error();
    auto parsed = parse_host_config(*document);
    if (!parsed) return parsed.error().within(file.string());
    parsed->file = std::filesystem::absolute(file);
    return parsed;
}

}  // namespace ccphost
