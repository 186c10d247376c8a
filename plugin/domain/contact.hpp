// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "domain/phone_number.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace extsrc::domain {

/// How firmly a contact is established (ExternalContact.type).
enum class contact_type : std::uint8_t { ephemeral, identified, curated };

/// "Ephemeral", "Identified" or "Curated".
[[nodiscard]] std::string_view to_string(contact_type type);
[[nodiscard]] std::optional<contact_type> contact_type_from(std::string_view name);

/// Microseconds since 1970-01-01T00:00:00Z.
using timestamp = std::int64_t;

/// Ephemeral and Identified contacts expire this long after their last interaction.
inline constexpr timestamp unpromoted_life_us = timestamp{60} * 24 * 3600 * 1'000'000;

inline constexpr std::size_t max_external_ids = 10;            ///< of one contact
inline constexpr std::size_t max_scalar_length = 1000;         ///< code points of names, title, address lines, system URL
inline constexpr std::size_t max_custom_fields_bytes = 65536;  ///< of the JSON text

/// The four phone fields, in wire order.
inline constexpr std::array<std::string_view, 4> phone_fields{"workPhone", "cellPhone", "homePhone", "otherPhone"};
/// The three e-mail fields, in wire order.
inline constexpr std::array<std::string_view, 3> email_fields{"workEmail", "personalEmail", "otherEmail"};

/// ExternalContact.address; empty texts are absent.
struct contact_address {
    std::string address1, address2, city, state, postal_code, country_code;
    bool operator==(const contact_address&) const = default;
};

/// What a client may write of a contact, but its external IDs. Empty texts are absent.
struct contact_profile {
    std::string first_name, middle_name, last_name, salutation, title;
    std::array<std::optional<phone_number>, phone_fields.size()> phones;  ///< as in phone_fields
    std::array<std::string, email_fields.size()> emails;                  ///< as typed, as in email_fields
    std::optional<contact_address> address;
    std::optional<bool> survey_opt_out;
    std::string external_system_url;
    std::string custom_fields;  ///< JSON object as text, or empty; never part of look-up or linking
};

/// A person.
struct contact {
    contact_id id;
    division_id division;
    contact_type type = contact_type::curated;
    contact_profile profile;
    timestamp created_at = 0;
    timestamp modified_at = 0;
    std::optional<timestamp> expires_at;  ///< none for Curated
};

/// The identifiers a profile's phone and e-mail fields carry, without repetition. Phones that could not be read take part as
/// typed; those without a digit, and values too long for an identifier, do not.
[[nodiscard]] std::vector<identifier> carried_identifiers(const contact_profile& profile);

}  // namespace extsrc::domain
