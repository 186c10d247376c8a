// SPDX-License-Identifier: BSL-1.0
#include "console_rules.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <regex>

namespace ccphost {
namespace {

constexpr std::size_t longest_path = 200;
constexpr std::size_t longest_name = 100;

bool matches(std::string_view text, const char* pattern) {
    return std::regex_match(text.begin(), text.end(), std::regex(pattern));
}

std::string fault_of(std::string_view text, std::size_t longest, const char* pattern, const char* otherwise) {
    if (text.empty()) return "is empty";
    if (text.size() > longest) return "is longer than " + std::to_string(longest) + " bytes";
    return matches(text, pattern) ? "" : otherwise;
}

bool is_utf8(std::string_view text) {
    boost::system::error_code bad;
    boost::json::parse(boost::json::serialize(boost::json::string_view(text.data(), text.size())), bad);
    return !bad;
}

}  // namespace

std::string asset_path_fault(std::string_view path) {
    auto fault =
        fault_of(path, longest_path, "[a-z0-9._-]+(/[a-z0-9._-]+)*", "is not of segments of a to z, 0 to 9, '.', '_' and '-'");
    if (fault.empty() && matches(path, "(.*/)?\\.\\.?(/.*)?")) fault = "has a segment of dots";
    return fault;
}

std::string content_type_fault(std::string_view type) {
    return fault_of(type, longest_name, "[a-z]+/[a-z0-9.+-]+(; charset=utf-8)?", "is no media type");
}

std::string content_encoding_fault(std::string_view encoding) {
    return encoding.empty() || encoding == "gzip" ? "" : "is neither absent nor gzip";
}

std::string label_fault(std::string_view label) {
    if (label.empty()) return "is empty";
    if (label.size() > longest_name) return "is longer than " + std::to_string(longest_name) + " bytes";
    const bool controls = std::any_of(label.begin(), label.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (controls) return "has control characters";
    return is_utf8(label) ? "" : "is not UTF-8";
}

std::string entry_path_fault(std::string_view path) {
    return fault_of(path, longest_path, "[a-z0-9-]+(/[a-z0-9-]+)*", "is not of segments of a to z, 0 to 9 and '-'");
}

std::string element_fault(std::string_view name) {
    return fault_of(name, longest_name, "[a-z][a-z0-9]*(-[a-z0-9]+)+", "is no custom element's name");
}

bool is_script(std::string_view content_type) {
    return content_type.substr(0, content_type.find(';')) == "text/javascript";
}

}  // namespace ccphost
