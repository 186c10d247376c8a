// SPDX-License-Identifier: BSL-1.0
#include "domain/identifier_readings.hpp"

#include "domain/email_address.hpp"
#include "domain/phone_number.hpp"

#include <algorithm>
#include <utility>

namespace extsrc::domain {
namespace {

void add(std::vector<std::string>& readings, std::string value) {
    if (std::find(readings.begin(), readings.end(), value) == readings.end()) readings.push_back(std::move(value));
}

}  // namespace

std::vector<std::string> identifier_readings(std::string_view text, std::string_view phone_region) {
    std::vector<std::string> readings{std::string(text)};
    if (text.size() > 1 && text.front() == '@') add(readings, std::string(text.substr(1)));
    if (text.find('@') != std::string_view::npos) {
        if (const auto address = parse_email(text, "")) add(readings, normal_email(*address));
        return readings;
    }
    if (const auto e164 = dialled_e164(text, phone_region))
        for (const std::size_t from : {0U, 1U}) add(readings, e164->substr(from));
    else if (const auto whatsapp = dialled_e164("+" + std::string(text), phone_region))
        add(readings, whatsapp->substr(1));
    return readings;
}

}  // namespace extsrc::domain
