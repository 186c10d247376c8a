// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "domain/id.hpp"
#include "domain/identifier.hpp"
#include "domain/phone_number.hpp"
#include "domain/social_account.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
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
inline constexpr std::size_t max_custom_fields_depth = 24;     ///< levels, so that bulk requests can carry them too
inline constexpr std::size_t max_merge_set = 52;               ///< contacts that became one, the canonical contact included

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
    std::string external_organization;  ///< UUID of an organization the host knows, or empty
    std::array<std::optional<social_account>, social_fields.size()> socials;  ///< as in social_fields
    std::vector<std::string> apple_opaque_ids;
    /// Name to value, which is JSON text. Never part of look-up or linking.
    std::map<std::string, std::string> custom_fields;

    [[nodiscard]] std::optional<social_account>& social(social_network on) { return socials[static_cast<std::size_t>(on)]; }
    [[nodiscard]] const std::optional<social_account>& social(social_network on) const {
        return socials[static_cast<std::size_t>(on)];
    }
};

/// A person.
struct contact {
    contact_id id;
    division_id division;
    contact_type type = contact_type::curated;
    contact_profile profile;
    timestamp created_at = 0;
    timestamp modified_at = 0;
    std::optional<timestamp> expires_at;  ///< none for Curated, and for members of a merge set
    contact_id merged_to{};               ///< what it was merged into; empty for a live contact
    contact_id canonical{};               ///< live head of its merge set, itself for the head; empty when never merged

    /// Whether the contact went into another one, which answers for it.
    [[nodiscard]] bool merged_away() const { return !merged_to.empty(); }
    /// Whether searches find it: Ephemeral and Identified contacts are found by their identifiers alone until promoted.
    [[nodiscard]] bool searchable() const { return type == contact_type::curated && !merged_away(); }
};

/// The identifiers a profile's phone, e-mail and social fields carry, without repetition. Phones that could not be read take
/// part as typed; those without a digit, and values too long for an identifier, do not.
[[nodiscard]] std::vector<identifier> carried_identifiers(const contact_profile& profile);

/// Keeps what a client once typed: phones of `next` that show the same number as those of `current` keep its `user_input`,
/// since a client that sends a contact back as it got it has only the rewritten display.
void keep_unchanged_phones(contact_profile& next, const contact_profile& current);

}  // namespace extsrc::domain
