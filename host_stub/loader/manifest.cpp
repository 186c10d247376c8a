// SPDX-License-Identifier: BSL-1.0
#include "manifest.hpp"

#include "json_members.hpp"

#include <ccp/base.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace ccphost {
namespace {

constexpr std::array<std::string_view, 5> methods{"GET", "POST", "PUT", "PATCH", "DELETE"};

handler_declaration read_handler(const boost::json::value& value, const std::string& path) {
    json_members members(value, path);
    handler_declaration handler;
    handler.operation = members.text("operation");
    handler.method = members.text("method");
    if (std::find(methods.begin(), methods.end(), handler.method) == methods.end()) {
        throw member_error(members.path_of("method") + " must be GET, POST, PUT, PATCH or DELETE");
    }
    handler.path = members.text("path");
    if (auto fault = template_fault(handler.path); !fault.empty()) throw member_error(members.path_of("path") + " " + fault);
    handler.demand = read_permission_demand(members.required("permissions"), members.path_of("permissions"));
    members.reject_unknown();
    return handler;
}

void read_handlers(json_members& members, manifest& into) {
    std::set<std::string> operations;
    std::set<std::pair<std::string, std::string>> routes;
    for (const auto& entry : members.array("handlers")) {
        const auto path = "handlers[" + std::to_string(into.handlers.size()) + "]";
        auto handler = read_handler(entry, path);
        if (!operations.insert(handler.operation).second) throw member_error(path + ".operation repeats " + handler.operation);
        if (!routes.emplace(handler.method, handler.path).second) {
            throw member_error(path + ".path repeats " + handler.method + " " + handler.path);
        }
        into.handlers.push_back(std::move(handler));
    }
}

void read_abi(json_members& members, manifest& into) {
    json_members abi(members.required("abi"), "abi");
    into.abi_major = static_cast<std::uint16_t>(abi.integer("major", 0, UINT16_MAX));
    into.abi_min_minor = static_cast<std::uint16_t>(abi.integer("minMinor", 0, UINT16_MAX));
    into.abi_max_minor = static_cast<std::uint16_t>(abi.integer("maxMinor", 0, UINT16_MAX));
    abi.reject_unknown();
    if (into.abi_min_minor > into.abi_max_minor) throw member_error("abi.minMinor is greater than abi.maxMinor");
    const auto host = std::to_string(CCP_ABI_MAJOR) + "." + std::to_string(CCP_ABI_MINOR);
    if (into.abi_major != CCP_ABI_MAJOR) {
        throw member_error("abi.major is " + std::to_string(into.abi_major) + ", but this host serves interface " + host +
                           "; use a build of the plugin for that major version");
    }
    if (into.abi_min_minor > CCP_ABI_MINOR) {
        throw member_error("abi.minMinor is " + std::to_string(into.abi_min_minor) + ", but this host serves interface " +
                           host + "; upgrade the host");
    }
}

void read_library(json_members& members, manifest& into) {
    json_members library(members.required("library"), "library");
    into.library = into.file.parent_path() / library.text("file");
    into.library_sha256 = library.text("sha256");
    const bool hexadecimal = std::all_of(into.library_sha256.begin(), into.library_sha256.end(),
                                         [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (into.library_sha256.size() != 64 || !hexadecimal) {
        throw member_error("library.sha256 must be 64 lower-case hexadecimal digits");
    }
    library.reject_unknown();
}

void read_lists(json_members& members, manifest& into) {
    if (members.find("resident") != nullptr) {
        for (const auto& entry : members.array("resident")) into.resident.push_back(as_text(entry, "resident"));
    }
    if (members.find("hooks") != nullptr) {
        for (const auto& entry : members.array("hooks")) {
            const auto hook = as_text(entry, "hooks");
            if (hook != "identity") throw member_error("hooks: \"" + hook + "\" is not known");
            into.identity_hook = true;
        }
    }
    into.configuration_schema = boost::json::object{};
    if (const auto* schema = members.find("configuration")) {
        if (!schema->is_object()) throw member_error("configuration must be a JSON Schema object");
        into.configuration_schema = *schema;
    }
}

// It stands in file names and in URLs, beside those of the host's own.
std::string read_id(json_members& members) {
    auto id = members.text("id");
    const auto allowed = [](unsigned char c) { return std::isalnum(c) != 0 || c == '.' || c == '_' || c == '-'; };
    if (!std::all_of(id.begin(), id.end(), allowed) || id.find_first_not_of('.') == std::string::npos || id == "shell")
        throw member_error("id must be of letters, digits, '.', '_' and '-', and not \"shell\"");
    return id;
}

}  // namespace

std::string template_fault(std::string_view path) {
    if (path.empty() || path.front() != '/') return "must start with '/'";
    std::set<std::string_view> names;
    for (std::size_t begin = 1; begin <= path.size();) {
        const auto end = std::min(path.find('/', begin), path.size());
        const auto segment = path.substr(begin, end - begin);
        if (segment.empty()) return "has an empty segment";
        if (segment.find_first_of("{}") != std::string_view::npos) {
            const auto name = segment.substr(1, segment.size() - 1);
            if (segment.front() != '{' || segment.back() != '}' || name.find_first_of("{}") != name.size() - 1 ||
                name.size() < 2) {
                return "has a malformed {name}";
            }
            if (!names.insert(segment).second) return "repeats " + std::string(segment);
        }
        begin = end + 1;
    }
    return {};
}

result<manifest> parse_manifest(const boost::json::value& document, const std::filesystem::path& file) try {
    manifest into;
    into.file = std::filesystem::absolute(file);
    json_members members(document, "");
    members.find("$schema");
    into.id = read_id(members);
    into.name = members.text("name");
    into.version = members.text("version");
    read_abi(members, into);
    read_library(members, into);
    read_lists(members, into);
    read_handlers(members, into);
    into.topics = read_topics(members);
    into.tasks = read_tasks(members);
    members.reject_unknown();
    return into;
} catch (const member_error& error) {
    return failure{step::manifest, file.string() + ": " + error.what()};
}

result<manifest> read_manifest(const std::filesystem::path& file) {
    const auto document = read_json_file(file, step::manifest);
    if (!document) return document.error();
    return parse_manifest(*document, file);
}

}  // namespace ccphost
