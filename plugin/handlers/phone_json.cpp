// SPDX-License-Identifier: BSL-1.0
#include "handlers/phone_json.hpp"

#include "domain/unicode_text.hpp"

#include <limits>
#include <utility>

namespace extsrc::handlers {

std::optional<domain::phone_number> read_phone(object_reader& body, std::string_view name, std::string_view phone_region) {
    const auto* object = body.object(name);
    if (object == nullptr) return std::nullopt;
    object_reader reader(*object, body.path(name), body.faults());
    const auto faults_before = body.faults().size();
    domain::phone_number number;
    number.display = domain::trim(reader.text("display").value_or(""));
    number.extension = reader.whole_number("extension");
    number.accepts_sms = reader.truth("acceptsSMS");
    number.normalization_country_code = reader.text("normalizationCountryCode").value_or("");
    // The server's own; clients send them back as they got them.
    reader.ignore({"userInput", "e164", "countryCode"});
    reader.finish();
    if (number.extension && (*number.extension < 0 || *number.extension > std::numeric_limits<std::int32_t>::max()))
        reader.fault("extension", "value.out.of.range", reader.path("extension") + " is not an extension.");
    if (body.faults().size() != faults_before || number.display.empty()) return std::nullopt;
    auto normal = domain::normalise_phone(std::move(number), body.path(name), phone_region);
    if (!normal) return body.fault(normal.error()), std::nullopt;
    return std::move(*normal);
}

boost::json::object render(const domain::phone_number& number) {
    boost::json::object model;
    model["display"] = number.display;
    if (number.extension) model["extension"] = *number.extension;
    if (number.accepts_sms) model["acceptsSMS"] = *number.accepts_sms;
    if (!number.normalization_country_code.empty()) model["normalizationCountryCode"] = number.normalization_country_code;
    model["userInput"] = number.user_input;
    if (!number.e164.empty()) model["e164"] = number.e164;
    if (!number.country_code.empty()) model["countryCode"] = number.country_code;
    return model;
}

}  // namespace extsrc::handlers
