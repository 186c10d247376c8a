// SPDX-License-Identifier: BSL-1.0
#include "include_rules.hpp"

namespace architecture {
namespace {

// What the values of the domain are made of, and so whoever handles them may include.
std::vector<std::string> with_values(std::vector<std::string> more) {
    for (const char* header : {"boost/system/", "boost/uuid/", "boost/assert/source_location.hpp"}) more.emplace_back(header);
    return more;
}

folder_rule plugin_layer(std::string folder, std::vector<std::string> own, std::vector<std::string> third_party) {
    return {.folder = std::move(folder),
            .include_root = "plugin",
            .own = std::move(own),
            .third_party = with_values(std::move(third_party)),
            .confined = {}};
}

folder_rule host_layer(std::string folder, std::vector<std::string> own, std::vector<std::string> third_party) {
    for (const char* common : {"boost/", "openssl/", "spdlog/"}) third_party.emplace_back(common);
    return {.folder = std::move(folder),
            .include_root = "host_stub",
            .own = std::move(own),
            .third_party = std::move(third_party),
            .confined = {}};
}

std::vector<folder_rule> make_rules() {
    folder_rule domain = plugin_layer("plugin/domain", {"plugin/domain"}, {});
    domain.confined = {{"unicode/", "plugin/domain/unicode_text"},
                       {"phonenumbers/", "plugin/domain/phone_number"},
                       {"boost/url/", "plugin/domain/link_template"},
                       {"boost/url.hpp", "plugin/domain/link_template"}};
    folder_rule storage =
        plugin_layer("plugin/storage", {"plugin/storage", "plugin/domain"}, {"soci/", "sqlite3.h", "openssl/"});
    storage.confined = {
        {"boost/json", "plugin/storage/custom_fields"},       {"libpq-fe.h", "plugin/storage/postgresql_dialect"},
        {"mysql.h", "plugin/storage/mysql_dialect"},          {"fcntl.h", "plugin/storage/connection_socket"},
        {"sys/socket.h", "plugin/storage/connection_socket"}, {"unistd.h", "plugin/storage/connection_socket"}};
    return {
        {.folder = "plugin_api",
         .include_root = "plugin_api/include/ccp",
         .own = {"plugin_api"},
         .third_party = {"stddef.h", "stdint.h"},
         .standard_library = false,
         .confined = {}},
        domain,
        plugin_layer("plugin/identity", {"plugin/identity", "plugin/domain", "plugin/storage"}, {}),
        storage,
        plugin_layer("plugin/handlers", {"plugin/handlers", "plugin/domain", "plugin/identity", "plugin/storage"},
                     {"boost/json", "boost/url", "openssl/"}),
        plugin_layer("plugin/transfer", {"plugin/transfer", "plugin/domain", "plugin/storage"}, {"boost/json", "openssl/"}),
        plugin_layer("plugin/console", {"plugin/console"}, {}),
        plugin_layer("plugin/entry", {"plugin", "plugin_api"}, {"ccp/", "boost/json", "soci/", "openssl/"}),
        plugin_layer("plugin/third_party", {}, {"boost/"}),
        host_layer("host_stub", {"host_stub", "plugin_api"}, {"ccp/", "CLI/", "prometheus/"}),
        host_layer(
            "host_stub/loader", {"host_stub/loader", "plugin_api"},
            {"ccp/", "prometheus/", "valijson/", "dlfcn.h", "link.h", "elf.h", "malloc.h", "unistd.h", "fcntl.h", "sys/"}),
        host_layer("host_stub/http",
                   {"host_stub/http", "host_stub/loader", "host_stub/auth", "host_stub/console", "plugin_api"}, {"ccp/"}),
        host_layer("host_stub/console", {"host_stub/console"}, {}),
        host_layer("host_stub/auth", {"host_stub/auth"}, {}),
        host_layer("host_stub/channels", {"host_stub/channels", "host_stub/loader", "plugin_api"},
                   {"ccp/", "unistd.h", "sys/"}),
        host_layer("host_stub/transfer", {"host_stub/transfer", "host_stub/loader", "host_stub/channels", "plugin_api"},
                   {"ccp/", "unistd.h", "fcntl.h", "sys/"}),
        host_layer("host_stub/control", {"host_stub/control", "host_stub/loader", "host_stub/channels", "plugin_api"},
                   {"ccp/", "unistd.h", "sys/"}),
        host_layer("host_stub/abi_check", {"host_stub/abi_check", "host_stub/loader", "plugin_api"},
                   {"ccp/", "CLI/", "dlfcn.h", "link.h", "elf.h", "unistd.h"}),
    };
}

}  // namespace

const std::vector<folder_rule>& project_rules() {
    static const std::vector<folder_rule> rules = make_rules();
    return rules;
}

}  // namespace architecture
