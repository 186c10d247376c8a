// SPDX-License-Identifier: BSL-1.0
#include "domain/phone_number.hpp"

#include "domain/unicode_text.hpp"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace extsrc::domain {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

const PhoneNumberUtil& phone_rules() {
    return *PhoneNumberUtil::GetInstance();
}

std::optional<PhoneNumber> read_number(std::string_view text, std::string_view region) {
    PhoneNumber number;
    const auto outcome = phone_rules().Parse(std::string(text), std::string(region), &number);
    if (outcome != PhoneNumberUtil::NO_PARSING_ERROR) return std::nullopt;
    // IsPossibleNumber would take a number without its area code, which is another person's in the next area.
    if (phone_rules().IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) return std::nullopt;
    return number;
}

std::string write_number(const PhoneNumber& number, PhoneNumberUtil::PhoneNumberFormat format) {
    std::string text;
    phone_rules().Format(number, format, &text);
    return text;
}

// A region for what clients send as normalizationCountryCode: "GB", "gb", "44" or "+44".
std::optional<std::string> region_of(std::string_view country) {
    std::string text(country);
    if (text.starts_with('+')) text.erase(0, 1);
    int calling_code = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), calling_code);
    if (ec == std::errc() && end == text.data() + text.size()) {
        std::string region;
        phone_rules().GetRegionCodeForCountryCode(calling_code, &region);
        return region == "ZZ" ? std::nullopt : std::optional(region);
    }
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return is_phone_region(text) ? std::optional(text) : std::nullopt;
}

result<std::string> region_for(const phone_number& number, std::string_view field, std::string_view default_region) {
    if (number.normalization_country_code.empty()) return std::string(default_region);
    auto region = region_of(number.normalization_country_code);
    if (!region)
        return invalid_field(std::string(field) + ".normalizationCountryCode", "value.invalid",
                             "normalizationCountryCode is neither a country nor a calling code.");
    return *region;
}

}  // namespace

bool is_phone_region(std::string_view region) {
    std::set<std::string> regions;
    phone_rules().GetSupportedRegions(&regions);
    return regions.contains(std::string(region));
}

std::optional<std::string> to_e164(std::string_view text, std::string_view default_region) {
    const auto number = read_number(text, default_region);
    if (!number) return std::nullopt;
    return write_number(*number, PhoneNumberUtil::E164);
}

std::optional<std::string> dialled_e164(std::string_view text, std::string_view default_region) {
    if (text.find_first_not_of("+0123456789 ()-./") != std::string_view::npos) return std::nullopt;
    return to_e164(text, default_region);
}

result<phone_number> normalise_phone(phone_number number, std::string_view field, std::string_view default_region) {
    auto typed = single_line(std::string(field) + ".display", number.display, phone_number::max_length);
    if (!typed) return typed.error();
    const auto region = region_for(number, field, default_region);
    if (!region) return region.error();

    number.display = *typed;
    number.user_input = *typed;
    number.e164.clear();
    number.country_code.clear();
    const auto read = read_number(*typed, *region);
    if (!read) return number;
    number.display = write_number(*read, PhoneNumberUtil::INTERNATIONAL);
    number.e164 = write_number(*read, PhoneNumberUtil::E164);
    phone_rules().GetRegionCodeForNumber(*read, &number.country_code);
    // Numbers of a known plan that are not assigned to anyone have no region of their own.
    if (number.country_code == "ZZ") phone_rules().GetRegionCodeForCountryCode(read->country_code(), &number.country_code);
    return number;
}

}  // namespace extsrc::domain
