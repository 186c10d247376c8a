// SPDX-License-Identifier: BSL-1.0
#include "negotiation.hpp"

#include <ccp/ext/config.h>
#include <ccp/ext/events.h>
#include <ccp/ext/metrics.h>

#include <array>
#include <cstring>

namespace ccphost {
namespace {

// Members beyond it are read only where CCP_HAS says they are there.
constexpr std::size_t table_size_of_minor_0 = offsetof(ccp_plugin_v1, predecessor_gone);
constexpr std::uint64_t known_flags = CCP_F_UNLOAD_SAFE;

failure refused(std::string why) {
    return {step::negotiate, std::move(why)};
}

std::string version_text(unsigned major, unsigned minor) {
    return std::to_string(major) + "." + std::to_string(minor);
}

result<void> check_header(const ccp_header& header, std::size_t least, const std::string& what) {
    const auto host = version_text(CCP_ABI_MAJOR, CCP_ABI_MINOR);
    if (header.magic != CCP_MAGIC) return refused(what + " does not begin with the interface's magic number");
    if (header.abi_major != CCP_ABI_MAJOR) {
        return refused(what + " is of interface " + version_text(header.abi_major, header.abi_minor) +
                       ", but this host serves " + host + "; use a build of the plugin for that major version");
    }
    if (header.struct_size < least) {
        return refused(what + " is " + std::to_string(header.struct_size) + " bytes long, shorter than the " +
                       std::to_string(least) + " of interface 1.0");
    }
    if (header.reserved != 0) return refused(what + " has reserved bits set");
    return {};
}

bool offered(const char* id) {
    constexpr std::array ids{CCP_EXT_CONFIG, CCP_EXT_METRICS, CCP_EXT_EVENTS};
    for (const char* known : ids) {
        if (std::strcmp(id, known) == 0) return true;
    }
    return false;
}

result<void> check_identity(const ccp_descriptor_v1& descriptor, const manifest& listed) {
    if (descriptor.id == nullptr || descriptor.version == nullptr) return refused("the descriptor lacks an id or a version");
    if (listed.id != descriptor.id) {
        return refused("the library says it is \"" + std::string(descriptor.id) + "\", but the manifest says \"" + listed.id +
                       "\"");
    }
    if (listed.version != descriptor.version) {
        return refused("the library is version \"" + std::string(descriptor.version) + "\", but the manifest says \"" +
                       listed.version + "\"");
    }
    return {};
}

const void* extension_of(const ccp_plugin_v1& plugin, const char* id) {
    return plugin.get_extension == nullptr ? nullptr : plugin.get_extension(plugin.self, id);
}

}  // namespace

result<void> check_descriptor(const ccp_descriptor_v1* descriptor, const manifest& listed) {
    if (descriptor == nullptr) {
        return refused("the plugin cannot serve interface " + version_text(CCP_ABI_MAJOR, CCP_ABI_MINOR) + " of this host");
    }
    auto header = check_header(descriptor->header, sizeof(ccp_descriptor_v1), "the descriptor");
    if (!header) return header;
    if (descriptor->min_host_minor > CCP_ABI_MINOR) {
        return refused("the plugin needs interface " + version_text(CCP_ABI_MAJOR, descriptor->min_host_minor) +
                       " or newer, but this host serves " + version_text(CCP_ABI_MAJOR, CCP_ABI_MINOR) + "; upgrade the host");
    }
    if (descriptor->reserved0 != 0 || descriptor->reserved1 != 0) return refused("the descriptor has reserved bits set");
    if ((descriptor->flags & ~known_flags) != 0) return refused("the descriptor has unknown flags set");
    if (descriptor->create == nullptr) return refused("the descriptor lacks the required function create");
    for (const char* const* id = descriptor->required_extensions; id != nullptr && *id != nullptr; ++id) {
        if (!offered(*id))
            return refused("the plugin needs the extension \"" + std::string(*id) + "\", which this host does not offer");
    }
    return check_identity(*descriptor, listed);
}

result<void> check_instance(const ccp_plugin_v1* plugin) {
    if (plugin == nullptr) return refused("create succeeded without giving an instance");
    auto header = check_header(plugin->header, table_size_of_minor_0, "the instance's table");
    if (!header) return header;
    const auto lacks = [](const char* name) {
        return refused("the instance lacks the required function " + std::string(name));
    };
    if (plugin->start == nullptr) return lacks("start");
    if (plugin->health == nullptr) return lacks("health");
    if (plugin->drain == nullptr) return lacks("drain");
    if (plugin->stop == nullptr) return lacks("stop");
    if (plugin->destroy == nullptr) return lacks("destroy");
    return {};
}

result<const ccp_ext_tasks_v1*> check_tasks(const ccp_plugin_v1& plugin, const manifest& listed) {
    if (listed.tasks.empty()) return nullptr;
    const void* offer = extension_of(plugin, CCP_EXT_TASKS);
    if (offer == nullptr) {
        return refused("the manifest lists tasks, but the plugin does not offer the extension \"" CCP_EXT_TASKS "\"");
    }
    const auto* tasks = static_cast<const ccp_ext_tasks_v1*>(offer);
    const auto header = check_header(tasks->header, sizeof(ccp_ext_tasks_v1), "the table of " CCP_EXT_TASKS);
    if (!header) return header.error();
    if (tasks->run == nullptr) return refused("the table of " CCP_EXT_TASKS " lacks the required function run");
    return tasks;
}

result<const ccp_ext_console_v1*> check_console(const ccp_plugin_v1& plugin) {
    const auto* console = static_cast<const ccp_ext_console_v1*>(extension_of(plugin, CCP_EXT_CONSOLE));
    if (console == nullptr) return nullptr;
    const auto header = check_header(console->header, sizeof(ccp_ext_console_v1), "the table of " CCP_EXT_CONSOLE);
    if (!header) return header.error();
    return console;
}

result<const ccp_ext_transfer_v1*> check_transfer(const ccp_plugin_v1& plugin) {
    const auto* transfer = static_cast<const ccp_ext_transfer_v1*>(extension_of(plugin, CCP_EXT_TRANSFER));
    if (transfer == nullptr) return nullptr;
    const auto header = check_header(transfer->header, sizeof(ccp_ext_transfer_v1), "the table of " CCP_EXT_TRANSFER);
    if (!header) return header.error();
    const auto lacks = [](const char* name) {
        return refused("the table of " CCP_EXT_TRANSFER " lacks the required function " + std::string(name));
    };
    if (transfer->export_organization == nullptr) return lacks("export_organization");
    if (transfer->import_organization == nullptr) return lacks("import_organization");
    return transfer;
}

}  // namespace ccphost
