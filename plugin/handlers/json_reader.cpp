// SPDX-License-Identifier: BSL-1.0
#include "handlers/json_reader.hpp"

#include "domain/unicode_text.hpp"
#include "handlers/json_values.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

constexpr std::size_t max_shown_name = 100;

domain::error malformed(std::string message) {
    return domain::failure(domain::errc::invalid, std::move(message));
}

bool is_finite(const json::value& value) {
    if (value.is_double()) return std::isfinite(value.get_double());
    if (value.is_array()) return std::all_of(value.get_array().begin(), value.get_array().end(), is_finite);
    if (!value.is_object()) return true;
    return std::all_of(value.get_object().begin(), value.get_object().end(),
                       [](const auto& member) { return is_finite(member.value()); });
}

}  // namespace

domain::result<json::object> parse_body(std::string_view body) {
    if (body.empty()) return malformed("The request needs a JSON body.");
    if (!domain::is_utf8(body)) return malformed("The body is not UTF-8.");
    json::parse_options options;
    options.max_depth = max_depth;
    boost::system::error_code failed;
    auto value = json::parse({body.data(), body.size()}, failed, {}, options);
    if (failed == json::error::too_deep)
        return domain::failure(domain::errc::too_large,
                               "The body is nested deeper than " + std::to_string(max_depth) + " levels.");
    if (failed) return malformed("The body is not JSON: " + failed.message() + ".");
    if (!value.is_object()) return malformed("The body is not a JSON object.");
    if (!is_finite(value)) return malformed("The body has a number that is too large.");
    return std::move(value.get_object());
}

object_reader::object_reader(const json::object& object, std::string path, std::vector<domain::field_error>& faults)
    : object_(object), path_(std::move(path)), faults_(faults) {}

std::string object_reader::path(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void object_reader::fault(std::string_view name, std::string code, std::string message) {
    if (faults_.size() < max_faults) faults_.push_back({path(name), std::move(code), std::move(message)});
}

void object_reader::fault(const domain::error& failure) {
    const auto room = std::min(max_faults - faults_.size(), failure.fields.size());
    faults_.insert(faults_.end(), failure.fields.begin(), failure.fields.begin() + static_cast<std::ptrdiff_t>(room));
}

void object_reader::wrong_type(std::string_view name, std::string_view expected) {
    fault(name, "type.mismatch", path(name) + " is not " + std::string(expected) + ".");
}

const json::value* object_reader::find(std::string_view name) {
    known_.insert(name);
    const json::value* value = object_.if_contains({name.data(), name.size()});
    return value == nullptr || value->is_null() ? nullptr : value;
}

std::optional<std::string_view> object_reader::text(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) return wrong_type(name, "a string"), std::nullopt;
    return std::string_view(value->get_string().data(), value->get_string().size());
}

std::string object_reader::line(std::string_view name, std::size_t max) {
    const auto given = text(name);
    if (!given) return {};
    auto one_line = domain::single_line(path(name), *given, max);
    if (!one_line) return fault(one_line.error()), std::string();
    return std::move(*one_line);
}

std::optional<bool> object_reader::truth(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_bool()) return wrong_type(name, "true or false"), std::nullopt;
    return value->get_bool();
}

std::optional<std::int64_t> object_reader::whole_number(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_int64()) return wrong_type(name, "a whole number"), std::nullopt;
    return value->get_int64();
}

const json::object* object_reader::object(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return nullptr;
    if (!value->is_object()) return wrong_type(name, "an object"), nullptr;
    return &value->get_object();
}

const json::array* object_reader::array(std::string_view name) {
    const auto* value = find(name);
    if (value == nullptr) return nullptr;
    if (!value->is_array()) return wrong_type(name, "an array"), nullptr;
    return &value->get_array();
}

std::vector<std::string_view> object_reader::texts(std::string_view name) {
    std::vector<std::string_view> entries;
    const auto* given = array(name);
    for (std::size_t i = 0; given != nullptr && i < given->size(); ++i) {
        const auto& entry = (*given)[i];
        if (entry.is_string())
            entries.emplace_back(entry.get_string().data(), entry.get_string().size());
        else
            wrong_type(std::string(name) + "[" + std::to_string(i) + "]", "a string");
    }
    return entries;
}

void object_reader::ignore(std::initializer_list<std::string_view> names) {
    known_.insert(names.begin(), names.end());
}

void object_reader::refuse_unless_empty(std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        const auto* value = find(name);
        if (value != nullptr && !is_empty(*value))
            fault(name, "field.not.supported", path(name) + " is not served by this version.");
    }
}

void object_reader::finish() {
    for (const auto& member : object_) {
        const std::string_view name(member.key().data(), member.key().size());
        const auto shown = name.size() <= max_shown_name ? name : std::string_view("(over-long name)");
        if (!known_.contains(name)) fault(shown, "field.unknown", "There is no field " + path(shown) + ".");
    }
}

domain::error to_error(std::vector<domain::field_error> faults) {
    std::string message = faults.front().message;
    if (faults.size() > 1) message += " " + std::to_string(faults.size() - 1) + " more faults are listed in details.";
    return {domain::errc::invalid, std::move(message), std::move(faults), {}, {}};
}

}  // namespace extsrc::handlers
