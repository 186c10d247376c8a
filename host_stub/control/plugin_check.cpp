// SPDX-License-Identifier: BSL-1.0
#include "plugin_check.hpp"

#include "loader/plugin_library.hpp"
#include "loader/plugin_source.hpp"

#include <boost/json.hpp>

#include <array>

namespace ccphost {
namespace {

result<void> try_loading(const std::filesystem::path& file, const std::optional<std::filesystem::path>& library) {
    auto listed = read_trusted_manifest(file);
    if (!listed) return listed.error();
    if (library) listed->library = std::filesystem::absolute(*library);
    step_log log;
    auto opened = plugin_library::open(*listed, log);
    if (!opened) return opened.error();
    return {};
}

}  // namespace

control_reply check_plugin(const std::filesystem::path& manifest, const std::optional<std::filesystem::path>& library) {
    const auto outcome = try_loading(manifest, library);
    boost::json::array checks;
    bool reached = true;
    for (const auto which : std::array{step::manifest, step::stage, step::checksum, step::load, step::negotiate}) {
        boost::json::object check{{"check", std::string(name_of(which))}, {"result", reached ? "ok" : "skipped"}, {"why", ""}};
        if (!outcome && outcome.error().where == which) {
            check["result"] = "fail";
            check["why"] = outcome.error().why;
            reached = false;
        }
        checks.push_back(std::move(check));
    }
    if (outcome) return {.data = std::move(checks)};
    return {control_code::refused, outcome.error().text(), std::move(checks)};
}

}  // namespace ccphost
