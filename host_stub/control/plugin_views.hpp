// SPDX-License-Identifier: BSL-1.0
/// @file What operators see of a plugin.
#pragma once

#include "loader/generation.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ccphost {

/// A row of the list of plugins. @param pins_of_ours that do not count as calls in flight
boost::json::object summary_of(generation& one, std::size_t pins_of_ours);

/// Everything about a generation that serves, with what it says of its health.
/// @param last_operation one line; empty for none
boost::json::object details_of(generation& one, const std::string& last_operation);

/// What plugins say of their health.
struct health_survey {
    bool up = true;             ///< whether each can serve
    boost::json::array rows{};  ///< {"id","generation","up","detail"} each
};

/// Asks every pinned plugin, or the one with this id alone.
health_survey survey_health(const std::vector<pin>& plugins, const std::optional<std::string>& only = std::nullopt);

/// What is said when some plugin is not up.
inline constexpr const char* not_up = "a plugin cannot serve";

/// JSON as a plugin wrote it, or its text when it is none; null for empty text.
boost::json::value parsed_or_text(const std::string& text);

}  // namespace ccphost
