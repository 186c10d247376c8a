// SPDX-License-Identifier: BSL-1.0
#include "storage/custom_fields.hpp"

#include <boost/json.hpp>

namespace extsrc::storage {

namespace json = boost::json;

std::string to_column(const std::map<std::string, std::string>& custom_fields) {
    if (custom_fields.empty()) return {};
    json::object object;
    for (const auto& [name, value] : custom_fields) object[name] = json::parse(value);
    return json::serialize(object);
}

std::map<std::string, std::string> from_column(const std::string& column) {
    std::map<std::string, std::string> custom_fields;
    if (column.empty()) return custom_fields;
    const auto object = json::parse(column);
    for (const auto& member : object.as_object()) custom_fields.emplace(member.key(), json::serialize(member.value()));
    return custom_fields;
}

}  // namespace extsrc::storage
