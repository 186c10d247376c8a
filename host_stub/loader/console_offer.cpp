// SPDX-License-Identifier: BSL-1.0
#include "console_offer.hpp"

#include "c_text.hpp"
#include "checksum.hpp"
#include "console_rules.hpp"

#include <algorithm>
#include <set>

namespace ccphost {
namespace {

constexpr std::size_t version_digits = 16;

// What breaks a rule of the interface; ends here.
struct broken_rule {
    std::string why;
};

void demand(const std::string& fault, const std::string& member) {
    if (!fault.empty()) throw broken_rule{member + " " + fault};
}

std::string copied(ccp_str text, const std::string& member) {
    if (text.ptr == nullptr && text.len != 0) throw broken_rule{member + " is null"};
    return std::string(from_c(text));
}

console_asset read_asset(const ccp_console_asset& from, const std::string& member) {
    console_asset asset{copied(from.path, member + ".path"), copied(from.content_type, member + ".content_type"),
                        copied(from.content_encoding, member + ".content_encoding"), copied(from.bytes, member + ".bytes")};
    demand(asset_path_fault(asset.path), member + ".path");
    demand(content_type_fault(asset.content_type), member + ".content_type");
    demand(content_encoding_fault(asset.content_encoding), member + ".content_encoding");
    return asset;
}

void read_assets(const ccp_ext_console_v1& table, console_offer& into) {
    if (table.asset_count > CCP_CONSOLE_MOST_ASSETS) {
        throw broken_rule{"assets are " + std::to_string(table.asset_count) + ", more than " +
                          std::to_string(CCP_CONSOLE_MOST_ASSETS)};
    }
    if (table.assets == nullptr && table.asset_count != 0) throw broken_rule{"assets are null"};
    std::size_t left = CCP_CONSOLE_MOST_ASSET_BYTES;
    for (std::size_t i = 0; i < table.asset_count; ++i) {
        const auto member = "assets[" + std::to_string(i) + "]";
        if (table.assets[i].bytes.len > left) {
            throw broken_rule{"assets hold more than " + std::to_string(CCP_CONSOLE_MOST_ASSET_BYTES) + " bytes together"};
        }
        left -= table.assets[i].bytes.len;
        auto asset = read_asset(table.assets[i], member);
        if (into.find(asset.path) != nullptr) throw broken_rule{member + ".path repeats " + asset.path};
        into.assets.push_back(std::move(asset));
    }
}

permission_demand read_demand(const ccp_console_entry& from, const std::string& member) {
    permission_demand demand{permission_rule::any, {}};
    if (from.permissions == nullptr || from.permission_count == 0) throw broken_rule{member + " has no permissions"};
    if (from.permission_count > most_entry_permissions) throw broken_rule{member + " has too many permissions"};
    for (std::size_t i = 0; i < from.permission_count; ++i) {
        auto permission = copied(from.permissions[i], member + ".permissions");
        if (!is_permission_name(permission)) {
            throw broken_rule{member + ".permissions: one is not of the form domain:entity:action"};
        }
        demand.permissions.push_back(std::move(permission));
    }
    std::sort(demand.permissions.begin(), demand.permissions.end());
    return demand;
}

console_entry read_entry(const ccp_console_entry& from, const std::string& member, const console_offer& offer) {
    console_entry entry{copied(from.group, member + ".group"),     copied(from.label, member + ".label"),
                        copied(from.path, member + ".path"),       copied(from.module, member + ".module"),
                        copied(from.element, member + ".element"), read_demand(from, member)};
    demand(label_fault(entry.group), member + ".group");
    demand(label_fault(entry.label), member + ".label");
    demand(entry_path_fault(entry.path), member + ".path");
    demand(element_fault(entry.element), member + ".element");
    const auto* module = offer.find(entry.module);
    if (module == nullptr) throw broken_rule{member + ".module names no asset"};
    if (!is_script(module->content_type)) throw broken_rule{member + ".module names an asset that is not text/javascript"};
    return entry;
}

void read_entries(const ccp_ext_console_v1& table, console_offer& into) {
    if (table.entry_count > CCP_CONSOLE_MOST_ENTRIES) {
        throw broken_rule{"entries are " + std::to_string(table.entry_count) + ", more than " +
                          std::to_string(CCP_CONSOLE_MOST_ENTRIES)};
    }
    if (table.entries == nullptr && table.entry_count != 0) throw broken_rule{"entries are null"};
    std::set<std::string> paths;
    for (std::size_t i = 0; i < table.entry_count; ++i) {
        const auto member = "entries[" + std::to_string(i) + "]";
        auto entry = read_entry(table.entries[i], member, into);
        if (!paths.insert(entry.path).second) throw broken_rule{member + ".path repeats " + entry.path};
        into.entries.push_back(std::move(entry));
    }
}

std::string version_of(const std::vector<console_asset>& assets) {
    std::string all;
    for (const auto& each : assets) {
        for (const auto* part : {&each.path, &each.content_type, &each.content_encoding, &each.bytes}) {
            all.append(std::to_string(part->size())).append(":").append(*part);
        }
    }
    return sha256_of_text(all).substr(0, version_digits);
}

}  // namespace

const console_asset* console_offer::find(std::string_view path) const noexcept {
    const auto found = std::find_if(assets.begin(), assets.end(), [&](const auto& each) { return each.path == path; });
    return found == assets.end() ? nullptr : &*found;
}

result<console_offer> read_console(const ccp_ext_console_v1& table) try {
    console_offer offer;
    read_assets(table, offer);
    read_entries(table, offer);
    offer.version = version_of(offer.assets);
    return offer;
} catch (const broken_rule& broken) {
    return failure{step::negotiate, "the table of " CCP_EXT_CONSOLE " cannot be used: " + broken.why};
}

}  // namespace ccphost
