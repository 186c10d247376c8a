// SPDX-License-Identifier: BSL-1.0
#include "file_rules.hpp"

#include "dynamic_symbols.hpp"
#include "loader/elf_image.hpp"

#include <ccp/plugin.h>

#include <algorithm>

namespace ccphost {
namespace {

std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t shown = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), shown); ++i) text.append(i == 0 ? "" : ", ").append(names[i]);
    if (names.size() > shown) text.append(" and ").append(std::to_string(names.size() - shown)).append(" more");
    return text;
}

std::string export_fault(const dynamic_symbols& symbols) {
    auto others = symbols.exported;
    if (std::erase(others, CCP_PLUGIN_ENTRY) == 0) return "does not export " CCP_PLUGIN_ENTRY;
    if (!others.empty()) return "also exports " + joined(others) + "; give the linker a version script";
    return symbols.version_nodes.size() > 1 ? "has several version nodes: " + joined(symbols.version_nodes) : "";
}

// A destructor of a thread_local object pins the library until the thread ends, and the host's threads do not end.
std::string thread_exit_fault(const dynamic_symbols& symbols) {
    for (const char* name : {"__cxa_thread_atexit", "__cxa_thread_atexit_impl"}) {
        if (std::find(symbols.imported.begin(), symbols.imported.end(), name) != symbols.imported.end()) {
            return std::string("imports ") + name + ": a thread_local object has a destructor";
        }
    }
    return {};
}

}  // namespace

bool check_file(const std::filesystem::path& library, rule_report& report) {
    if (!report.judge(rule::file, elf_fault(library))) return false;
    const auto symbols = read_dynamic_symbols(library);
    if (!symbols) return report.judge(rule::exports, symbols.error().why);
    report.judge(rule::exports, export_fault(*symbols));
    report.judge(rule::unique_symbols,
                 symbols->unique.empty() ? "" : "has " + joined(symbols->unique) + "; compile with -fno-gnu-unique");
    report.judge(rule::nodelete, symbols->nodelete ? "is marked DF_1_NODELETE (-z nodelete)" : "");
    report.judge(rule::thread_exit, thread_exit_fault(*symbols));
    return true;
}

}  // namespace ccphost
