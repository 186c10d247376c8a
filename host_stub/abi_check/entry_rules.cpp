// SPDX-License-Identifier: BSL-1.0
#include "entry_rules.hpp"

#include "loader/c_text.hpp"
#include "loader/guarded_call.hpp"
#include "loader/negotiation.hpp"
#include "process_state.hpp"
#include "watch.hpp"

#include <array>
#include <utility>

namespace ccphost {
namespace {

ccp_host_range range_of(std::uint16_t major, std::uint16_t minor) {
    return {header_of<ccp_host_range>(), major, minor, 0};
}

struct entered {
    const ccp_descriptor_v1* descriptor = nullptr;
    std::string fault{};  // the exception that came out instead
};

entered call(ccp_plugin_entry_fn entry, const host_services& fence, std::uint16_t major, std::uint16_t minor) {
    const auto range = range_of(major, minor);
    entered by;
    const auto status = guarded_call(fence, [&] {
        by.descriptor = entry(&range);
        return CCP_OK;
    });
    if (status != CCP_OK) by.fault = fence.take_error();
    return by;
}

std::string missing_text(const ccp_descriptor_v1& descriptor) {
    const std::array<std::pair<const char*, const char*>, 6> texts{{{"id", descriptor.id},
                                                                    {"name", descriptor.name},
                                                                    {"vendor", descriptor.vendor},
                                                                    {"version", descriptor.version},
                                                                    {"build_id", descriptor.build_id},
                                                                    {"description", descriptor.description}}};
    for (const auto& [name, text] : texts) {
        if (text == nullptr || *text == '\0') return std::string(name) + " is missing";
    }
    return {};
}

// check_descriptor holds a descriptor to a manifest; by itself it is held to what it says of itself.
std::string descriptor_fault(const entered& by) {
    if (!by.fault.empty()) return by.fault;
    const auto* descriptor = by.descriptor;
    if (reinterpret_cast<std::uintptr_t>(descriptor) % alignof(ccp_descriptor_v1) != 0) return "the descriptor is misaligned";
    manifest own;
    if (readable(descriptor)) {
        if (descriptor->id != nullptr) own.id = descriptor->id;
        if (descriptor->version != nullptr) own.version = descriptor->version;
    }
    const auto fits = check_descriptor(descriptor, own);
    return fits ? "" : fits.error().why;
}

}  // namespace

const ccp_descriptor_v1* check_entry(ccp_plugin_entry_fn entry, const host_services& fence, const manifest* listed,
                                     rule_report& report) {
    const watch guarded("ccp_plugin_entry");
    const auto before = observe_process();
    const auto other = call(entry, fence, CCP_ABI_MAJOR + 1, 0);
    const bool refuses = other.descriptor == nullptr;
    report.judge(rule::other_major,
                 refuses ? other.fault : "gives a descriptor to a host of major " + std::to_string(CCP_ABI_MAJOR + 1));
    const auto own = call(entry, fence, CCP_ABI_MAJOR, CCP_ABI_MINOR);
    const auto again = call(entry, fence, CCP_ABI_MAJOR, CCP_ABI_MINOR);
    const bool constant = own.descriptor == again.descriptor;
    report.judge(rule::constant_descriptor, constant ? again.fault : "gives another descriptor the second time");
    const auto grown = growth(before);
    report.judge(rule::quiet_entry, grown.empty() ? "" : "leaves " + grown);

    if (!report.judge(rule::descriptor, descriptor_fault(own))) return nullptr;
    const auto* descriptor = own.descriptor;
    report.judge(rule::texts, missing_text(*descriptor));
    if (listed != nullptr) {
        const auto fits = check_descriptor(descriptor, *listed);
        report.judge(rule::manifest, fits ? "" : fits.error().why);
    }
    return descriptor;
}

}  // namespace ccphost
