// SPDX-License-Identifier: BSL-1.0
#include "rule_report.hpp"

#include "loader/one_line.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <array>

namespace ccphost {
namespace {

struct rule_text {
    std::string_view name;
    std::string_view meaning;
};

// In the order of the enumeration.
constexpr std::array<rule_text, 30> texts{{
    {"file", "is a whole ELF library for this machine"},
    {"exports", "exports ccp_plugin_entry and at most a version node"},
    {"unique-symbols", "has no symbol that is shared between libraries loaded apart"},
    {"nodelete", "is not marked to stay in memory for ever"},
    {"thread-exit", "leaves nothing to run when a thread of the host ends"},
    {"load", "can be loaded"},
    {"other-major", "the entry function refuses a major version it does not know"},
    {"constant-descriptor", "the entry function gives the same descriptor each time"},
    {"quiet-entry", "the entry function starts no thread and opens no file"},
    {"descriptor", "the descriptor fits the interface"},
    {"texts", "the descriptor's texts are there"},
    {"manifest", "id, version and checksum are the manifest's"},
    {"configuration", "the configuration fits the manifest's schema"},
    {"create", "gives an instance that fits the interface"},
    {"two-instances", "gives another instance each time"},
    {"quiet-create", "create starts no thread and opens no file"},
    {"start", "the instance starts"},
    {"registrations", "registers exactly what the manifest lists"},
    {"tasks", "offers the tasks the manifest lists"},
    {"transfer", "what it offers for transfers of organizations can be used"},
    {"console", "what it offers for the admin console can be used"},
    {"health", "the instance can serve, and says so as JSON"},
    {"unknown-extension", "an extension it does not know is null"},
    {"drain", "drains"},
    {"stop", "stops"},
    {"destroy", "is destroyed"},
    {"threads", "no thread is left"},
    {"files", "no open file is left"},
    {"memory", "all memory of the host's is given back"},
    {"unload", "leaves the process's memory map"},
}};

const rule_text& text_of(rule which) {
    return texts.at(static_cast<std::size_t>(which));
}

}  // namespace

std::string_view name_of(rule which) noexcept {
    return text_of(which).name;
}

std::string_view meaning_of(rule which) noexcept {
    return text_of(which).meaning;
}

rule_report::rule_report() : outcomes_(texts.size()) {}

std::string_view rule_report::name_of(verdict result) noexcept {
    constexpr std::array<std::string_view, 3> names{"ok", "fail", "skipped"};
    return names.at(static_cast<std::size_t>(result));
}

bool rule_report::judge(rule which, const std::string& fault) {
    auto& known = outcomes_.at(static_cast<std::size_t>(which));
    if (known && known->result == verdict::fail) return false;
    known = fault.empty() ? outcome{verdict::ok, std::string(meaning_of(which))} : outcome{verdict::fail, one_line(fault)};
    return fault.empty();
}

void rule_report::skip(rule which, const std::string& why) {
    auto& known = outcomes_.at(static_cast<std::size_t>(which));
    if (!known) known = outcome{verdict::skipped, one_line(why)};
}

void rule_report::skip(rule first, rule last, const std::string& why) {
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) skip(static_cast<rule>(i), why);
}

bool rule_report::kept() const {
    return std::none_of(outcomes_.begin(), outcomes_.end(),
                        [](const auto& each) { return each && each->result == verdict::fail; });
}

bool rule_report::broken(rule which) const {
    const auto& known = outcomes_.at(static_cast<std::size_t>(which));
    return known && known->result == verdict::fail;
}

std::string rule_report::text() const {
    std::string lines;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        if (!outcomes_[i]) continue;
        auto result = std::string(name_of(outcomes_[i]->result));
        auto name = std::string(texts.at(i).name);
        result.resize(std::string_view("skipped").size(), ' ');
        name.resize(std::string_view("constant-descriptor").size(), ' ');
        lines.append(result).append("  ").append(name).append("  ").append(outcomes_[i]->why).append("\n");
    }
    return lines;
}

boost::json::array rule_report::json() const {
    boost::json::array list;
    for (std::size_t i = 0; i < outcomes_.size(); ++i) {
        if (!outcomes_[i]) continue;
        list.push_back(boost::json::object{
            {"rule", texts.at(i).name}, {"result", name_of(outcomes_[i]->result)}, {"why", outcomes_[i]->why}});
    }
    return list;
}

}  // namespace ccphost
