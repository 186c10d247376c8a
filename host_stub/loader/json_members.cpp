// SPDX-License-Identifier: BSL-1.0
#include "json_members.hpp"

#include <fstream>
#include <iterator>

namespace ccphost {

json_members::json_members(const boost::json::value& value, std::string path)
    : object_(value.if_object()), path_(std::move(path)) {
    if (object_ == nullptr) throw member_error((path_.empty() ? "the document" : path_) + " must be an object");
}

std::string json_members::path_of(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

const boost::json::value* json_members::find(std::string_view name) {
    asked_.emplace(name);
    return object_->if_contains(name);
}

const boost::json::value& json_members::required(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) throw member_error(path_of(name) + " is missing");
    return *value;
}

std::string json_members::text(std::string_view name) {
    auto text = as_text(required(name), path_of(name));
    if (text.empty()) throw member_error(path_of(name) + " must not be empty");
    return text;
}

std::optional<std::string> json_members::optional_text(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    return as_text(*value, path_of(name));
}

std::int64_t json_members::integer(std::string_view name, std::int64_t low, std::int64_t high) {
    boost::system::error_code bad;
    const auto number =
        required(name).is_number() ? required(name).to_number<std::int64_t>(bad) : (bad = boost::json::error::not_number, 0);
    if (bad || number < low || number > high) {
        throw member_error(path_of(name) + " must be a whole number from " + std::to_string(low) + " to " +
                           std::to_string(high));
    }
    return number;
}

std::int64_t json_members::integer_or(std::string_view name, std::int64_t low, std::int64_t high, std::int64_t fallback) {
    return find(name) == nullptr ? fallback : integer(name, low, high);
}

bool json_members::boolean_or(std::string_view name, bool fallback) {
    const auto* value = find(name);
    if (value == nullptr) return fallback;
    if (!value->is_bool()) throw member_error(path_of(name) + " must be true or false");
    return value->get_bool();
}

const boost::json::array& json_members::array(std::string_view name) {
    const auto* array = required(name).if_array();
    if (array == nullptr) throw member_error(path_of(name) + " must be an array");
    return *array;
}

void json_members::reject_unknown() const {
    for (const auto& member : *object_) {
        if (!asked_.contains(std::string_view(member.key()))) throw member_error(path_of(member.key()) + " is not known");
    }
}

std::string as_text(const boost::json::value& value, const std::string& path) {
    const auto* text = value.if_string();
    if (text == nullptr) throw member_error(path + " must be a string");
    return {text->data(), text->size()};
}

result<boost::json::value> read_json_file(const std::filesystem::path& file, step where, std::size_t limit) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return failure{where, file.string() + " cannot be read"};
    std::string content(limit + 1, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (stream.bad() || std::filesystem::is_directory(file)) return failure{where, file.string() + " cannot be read"};
    content.resize(static_cast<std::size_t>(stream.gcount()));
    if (content.size() > limit) return failure{where, file.string() + " is longer than " + std::to_string(limit) + " bytes"};
    boost::system::error_code bad;
    boost::json::stream_parser parser;
    const auto parsed = parser.write_some(content, bad);
    if (!bad) parser.finish(bad);
    if (!bad && content.find_first_not_of(" \t\r\n", parsed) != std::string::npos) bad = boost::json::error::extra_data;
    if (bad) {
        const auto line =
            std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(std::min(parsed, content.size())), '\n');
        return failure{where, file.string() + ": line " + std::to_string(line + 1) + ": not valid JSON: " + bad.message()};
    }
    return parser.release();
}

}  // namespace ccphost
