// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// An organization's data as it is stored, row by row, for those who carry it from one database to another: repositories read
/// some columns into other values, which would not come out again as they went in.
///
/// Each row says what its columns are in one place. `columns(row, visit)` calls `visit(column, member, value)` for each in a
/// fixed order: the column's name, its name in an archive ("" where the archive says it otherwise), and a reference to its
/// value in `row`, which is a text, a number or a `mark`. The organization is nobody's member.
namespace extsrc::storage {

/// A number that is never 0, or 0 where the column is null.
struct mark {
    std::int64_t value = 0;
};

/// A source, active while it has a slot, deleted once it has a time of that. Its unique name follows from its name.
struct source_row {
    static constexpr const char* table = "external_source";
    std::string id, name, link_template;
    mark active_slot;
    domain::timestamp created_at = 0, modified_at = 0, deleted_at = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("id", "id", self.id);
        visit("name", "name", self.name);
        visit("link_template", "linkTemplate", self.link_template);
        visit("active_slot", "activeSlot", self.active_slot);
        visit("created_at", "createdAt", self.created_at);
        visit("modified_at", "modifiedAt", self.modified_at);
        visit("deleted_at", "deletedAt", self.deleted_at);
    }
};

struct address_row {
    static constexpr const char* table = "contact_address";
    std::string contact_id, address1, address2, city, state, postal_code, country_code;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("contact_id", "", self.contact_id);
        visit("address1", "address1", self.address1);
        visit("address2", "address2", self.address2);
        visit("city", "city", self.city);
        visit("state", "state", self.state);
        visit("postal_code", "postalCode", self.postal_code);
        visit("country_code", "countryCode", self.country_code);
    }
};

/// Numbered as domain::phone_fields, then the WhatsApp number. -1 for an extension or acceptance that was not given.
struct phone_row {
    static constexpr const char* table = "contact_phone";
    std::string contact_id;
    std::int64_t field = 0;
    std::string display;
    std::int64_t extension = -1, accepts_sms = -1;
    std::string normalization_country_code, user_input, e164, country_code;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("contact_id", "", self.contact_id);
        visit("field", "field", self.field);
        visit("display", "display", self.display);
        visit("extension", "extension", self.extension);
        visit("accepts_sms", "acceptsSms", self.accepts_sms);
        visit("normalization_country_code", "normalizationCountryCode", self.normalization_country_code);
        visit("user_input", "userInput", self.user_input);
        visit("e164", "e164", self.e164);
        visit("country_code", "countryCode", self.country_code);
    }
};

/// Numbered as domain::social_fields, then Apple's opaque ids, which are told apart by position.
struct social_row {
    static constexpr const char* table = "contact_social";
    std::string contact_id;
    std::int64_t network = 0, position = 0;
    std::string user_id, name, handle, url;
    std::int64_t verified = -1;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("contact_id", "", self.contact_id);
        visit("network", "network", self.network);
        visit("position", "position", self.position);
        visit("user_id", "userId", self.user_id);
        visit("name", "name", self.name);
        visit("handle", "handle", self.handle);
        visit("url", "url", self.url);
        visit("verified", "verified", self.verified);
    }
};

/// What a contact holds, as its owner or waiting.
struct identifier_row {
    static constexpr const char* table = "identifier";
    std::string contact_id, division_id, type, source_id, value;
    mark owner;
    domain::timestamp held_since = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("contact_id", "", self.contact_id);
        visit("division_id", "divisionId", self.division_id);
        visit("type", "type", self.type);
        visit("source_id", "sourceId", self.source_id);
        visit("value", "value", self.value);
        visit("owner", "owner", self.owner);
        visit("held_since", "heldSince", self.held_since);
    }
};

/// A contact with all that is its own. The custom fields are the text as stored: numbers in it would not survive being read.
struct contact_row {
    static constexpr const char* table = "contact";
    std::string id, division_id, type, first_name, middle_name, last_name, salutation, title, work_email, personal_email,
        other_email, external_system_url, external_organization_id;
    std::int64_t survey_opt_out = -1;
    std::string custom_fields, merged_to, canonical_id;
    domain::timestamp created_at = 0, modified_at = 0, expires_at = 0;
    std::optional<address_row> address{};
    std::vector<phone_row> phones{};            ///< by field
    std::vector<social_row> socials{};          ///< by network, position
    std::vector<identifier_row> identifiers{};  ///< by division, type, source, value, in the order of bytes

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("id", "id", self.id);
        visit("division_id", "divisionId", self.division_id);
        visit("type", "type", self.type);
        visit("first_name", "firstName", self.first_name);
        visit("middle_name", "middleName", self.middle_name);
        visit("last_name", "lastName", self.last_name);
        visit("salutation", "salutation", self.salutation);
        visit("title", "title", self.title);
        visit("work_email", "workEmail", self.work_email);
        visit("personal_email", "personalEmail", self.personal_email);
        visit("other_email", "otherEmail", self.other_email);
        visit("external_system_url", "externalSystemUrl", self.external_system_url);
        visit("external_organization_id", "externalOrganizationId", self.external_organization_id);
        visit("survey_opt_out", "surveyOptOut", self.survey_opt_out);
        visit("custom_fields", "customFields", self.custom_fields);
        visit("merged_to", "mergedTo", self.merged_to);
        visit("canonical_id", "canonicalId", self.canonical_id);
        visit("created_at", "createdAt", self.created_at);
        visit("modified_at", "modifiedAt", self.modified_at);
        visit("expires_at", "expiresAt", self.expires_at);
    }
};

struct link_row {
    static constexpr const char* table = "interaction_link";
    std::string interaction_id, contact_id, channel;
    domain::timestamp occurred_at = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("interaction_id", "interactionId", self.interaction_id);
        visit("contact_id", "contactId", self.contact_id);
        visit("channel", "channel", self.channel);
        visit("occurred_at", "occurredAt", self.occurred_at);
    }
};

struct decision_row {
    static constexpr const char* table = "decision";
    std::string interaction_id, outcome, contact_id, matched_type, matched_source_id, matched_value, reason, decided_by;
    domain::timestamp decided_at = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("interaction_id", "interactionId", self.interaction_id);
        visit("outcome", "outcome", self.outcome);
        visit("contact_id", "contactId", self.contact_id);
        visit("matched_type", "matchedType", self.matched_type);
        visit("matched_source_id", "matchedSourceId", self.matched_source_id);
        visit("matched_value", "matchedValue", self.matched_value);
        visit("reason", "reason", self.reason);
        visit("decided_by", "decidedBy", self.decided_by);
        visit("decided_at", "decidedAt", self.decided_at);
    }
};

/// How the interactions of one integration are resolved.
struct resolution_row {
    static constexpr const char* table = "channel_resolution";
    std::string channel, integration_id;
    std::int64_t resolve_identities = 1;
    std::string division_id, source_id;
    std::int64_t automerge_authenticated = 0, automerge_tracking = 0;
    domain::timestamp modified_at = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("channel", "channel", self.channel);
        visit("integration_id", "integrationId", self.integration_id);
        visit("resolve_identities", "resolveIdentities", self.resolve_identities);
        visit("division_id", "divisionId", self.division_id);
        visit("source_id", "sourceId", self.source_id);
        visit("automerge_authenticated", "automergeAuthenticated", self.automerge_authenticated);
        visit("automerge_tracking", "automergeTracking", self.automerge_tracking);
        visit("modified_at", "modifiedAt", self.modified_at);
    }
};

/// An entry of the change log.
struct change_row {
    static constexpr const char* table = "change_log";
    std::int64_t generation = 0;
    std::string kind, subject_id;
    domain::timestamp changed_at = 0;

    template <class Self, class Visit>
    static void columns(Self& self, Visit&& visit) {
        visit("generation", "generation", self.generation);
        visit("kind", "of", self.kind);
        visit("subject_id", "subjectId", self.subject_id);
        visit("changed_at", "changedAt", self.changed_at);
    }
};

/// Rows to be stored together; of one organization.
struct organization_rows {
    std::optional<std::int64_t> generation;  ///< of the organization
    std::vector<source_row> sources;
    std::vector<contact_row> contacts;
    std::vector<link_row> links;
    std::vector<decision_row> decisions;
    std::vector<resolution_row> resolutions;
    std::vector<change_row> changes;
};

}  // namespace extsrc::storage
