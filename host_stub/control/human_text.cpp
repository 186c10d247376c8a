// SPDX-License-Identifier: BSL-1.0
#include "human_text.hpp"

#include "loader/one_line.hpp"

#include <boost/json.hpp>
#include <spdlog/fmt/fmt.h>

#include <algorithm>

namespace ccphost {
namespace {

std::string cell(const boost::json::value& value) {
    if (value.is_null()) return {};
    if (value.is_double()) return fmt::format("{:.1f}", value.get_double());
    return one_line(value.is_string() ? std::string(value.get_string()) : boost::json::serialize(value));
}

std::string upper(std::string text) {
    for (auto& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return text;
}

// A table with the members of the first row's object as its columns.
std::string table(const boost::json::array& list) {
    if (list.empty()) return "none\n";
    std::vector<std::vector<std::string>> rows(1);
    for (const auto& member : list.front().as_object()) rows.front().push_back(upper(std::string(member.key())));
    for (const auto& each : list) {
        auto& row = rows.emplace_back();
        for (const auto& member : each.as_object()) row.push_back(cell(member.value()));
    }
    return align_columns(rows);
}

std::string mark_text(const boost::json::value& mark) {
    if (mark.is_null()) return "none";
    return boost::json::serialize(mark.at("generation")) + " (" + cell(mark.at("version")) + ")";
}

std::string milliseconds_text(const boost::json::value& span) {
    return cell(span) + " ms";
}

// What an operation on a plugin came to, and below it each step.
std::string operation_text(const boost::json::object& report) {
    const auto& plugin = report.at("plugin");
    auto text = cell(report.at("operation")) + " " + cell(plugin) + ": " + cell(report.at("outcome")) + " in " +
                milliseconds_text(report.at("milliseconds")) + "\n";
    const bool ended =
        report.at("operation") == "unload" && (report.at("outcome") == "done" || report.at("outcome") == "lingering");
    if (!report.at("to").is_null() || ended) {
        text += "generation " + mark_text(report.at("from")) + " -> " + mark_text(report.at("to")) + "\n";
    }
    std::vector<std::vector<std::string>> rows;
    for (const auto& each : report.at("steps").as_array()) {
        rows.push_back({"  " + cell(each.at("step")), milliseconds_text(each.at("milliseconds"))});
        if (const auto note = cell(each.at("note")); !note.empty()) rows.back().push_back(note);
    }
    return text + align_columns(rows);
}

// What serves is told apart from what ended and is not gone.
std::string total_line(const boost::json::array& plugins) {
    const auto left = std::count_if(plugins.begin(), plugins.end(), [](const auto& each) {
        return each.at("state") == "pinned" || each.at("state") == "lingering";
    });
    const auto loaded = static_cast<std::ptrdiff_t>(plugins.size()) - left;
    return fmt::format("{} loaded{}\n", loaded, left == 0 ? "" : fmt::format(", {} not gone", left));
}

bool is_table(const boost::json::value& value) {
    return value.is_array() && !value.get_array().empty() && value.get_array().front().is_object();
}

std::string lines(const boost::json::object& object) {
    std::string text;
    for (const auto& member : object) {
        if (is_table(member.value())) {
            text += std::string(member.key()) + ":\n" + table(member.value().get_array());
        } else {
            text += std::string(member.key()) + ": " + cell(member.value()) + "\n";
        }
    }
    return text;
}

}  // namespace

std::string align_columns(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool last = i + 1 == row.size();
            text += last ? row[i] : row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
        }
        text += '\n';
    }
    return text;
}

std::string human_text(const std::string& command, const boost::json::value& data) {
    if (command == "metrics" && data.is_string()) return std::string(data.get_string());
    if (data.is_array()) {
        auto text = table(data.get_array());
        if (command == "plugin list") text += total_line(data.get_array());
        return text;
    }
    if (data.is_object() && data.get_object().contains("steps")) return operation_text(data.get_object());
    if (data.is_object()) return lines(data.get_object());
    return data.is_null() ? std::string() : cell(data) + "\n";
}

}  // namespace ccphost
