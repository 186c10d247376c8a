// SPDX-License-Identifier: BSL-1.0
#include "config_schema.hpp"

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace ccphost {
namespace {

// valijson names a path as {"<root>", "[pool]", "[size]"}.
std::string path_text(const std::vector<std::string>& context) {
    std::string path = "config";
    for (std::size_t i = 1; i < context.size(); ++i) {
        const auto& part = context[i];
        const bool bracketed = part.size() > 2 && part.front() == '[';
        const bool index = bracketed && part.find_first_not_of("0123456789", 1) == part.size() - 1;
        path += index ? part : "." + (bracketed ? part.substr(1, part.size() - 2) : part);
    }
    return path;
}

}  // namespace

result<void> validate_config(const boost::json::value& schema, const boost::json::value& config) try {
    valijson::Schema parsed;
    valijson::SchemaParser parser;
    try {
        parser.populateSchema(valijson::adapters::BoostJsonAdapter(schema), parsed);
    } catch (const std::exception& error) {
        return failure{step::manifest, std::string("configuration is not a valid JSON Schema: ") + error.what()};
    }
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(parsed, valijson::adapters::BoostJsonAdapter(config), &results)) return {};
    const valijson::ValidationResults::Error* deepest = nullptr;
    for (const auto& error : results) {
        if (deepest == nullptr || error.context.size() > deepest->context.size()) deepest = &error;
    }
    if (deepest == nullptr) return failure{step::config, "config does not fit the manifest's schema"};
    return failure{step::config, path_text(deepest->context) + ": " + deepest->description};
} catch (const std::exception& error) {
    return failure{step::config, std::string("config cannot be validated: ") + error.what()};
}

}  // namespace ccphost
