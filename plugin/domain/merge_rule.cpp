// SPDX-License-Identifier: BSL-1.0
#include "domain/merge_rule.hpp"

#include "domain/email_address.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

namespace extsrc::domain {
namespace {

using profiles = std::span<const std::reference_wrapper<const contact_profile>>;

constexpr std::array texts{
    &contact_profile::first_name,           &contact_profile::middle_name, &contact_profile::last_name,
    &contact_profile::salutation,           &contact_profile::title,       &contact_profile::external_system_url,
    &contact_profile::external_organization};

bool is_set(const std::string& text) {
    return !text.empty();
}
bool is_set(const std::optional<phone_number>& number) {
    return number.has_value();
}

bool same(const std::string& a, const std::string& b) {
    return normal_email(a) == normal_email(b);
}
bool same(const std::optional<phone_number>& a, const std::optional<phone_number>& b) {
    return a->e164.empty() || b->e164.empty() ? a->display == b->display : a->e164 == b->e164;
}

// Fills the fields in order of precedence, then gives what found its field taken a free one.
template <class Slots>
void merge_slots(Slots& into, profiles by_precedence, Slots contact_profile::*member) {
    for (const contact_profile& profile : by_precedence)
        for (std::size_t i = 0; i < into.size(); ++i)
            if (!is_set(into[i])) into[i] = (profile.*member)[i];
    for (const contact_profile& profile : by_precedence) {
        for (const auto& value : profile.*member) {
            if (!is_set(value)) continue;
            const auto kept =
                std::any_of(into.begin(), into.end(), [&](const auto& slot) { return is_set(slot) && same(slot, value); });
            const auto free = std::find_if(into.begin(), into.end(), [](const auto& slot) { return !is_set(slot); });
            if (!kept && free != into.end()) *free = value;
        }
    }
}

void fill_absent(contact_profile& merged, const contact_profile& from) {
    for (const auto text : texts)
        if ((merged.*text).empty()) merged.*text = from.*text;
    if (!merged.address) merged.address = from.address;
    if (!merged.survey_opt_out) merged.survey_opt_out = from.survey_opt_out;
    for (std::size_t i = 0; i < merged.socials.size(); ++i)
        if (!merged.socials[i]) merged.socials[i] = from.socials[i];
    for (const auto& value : from.apple_opaque_ids) {
        auto& ids = merged.apple_opaque_ids;
        if (ids.size() < max_apple_opaque_ids && std::find(ids.begin(), ids.end(), value) == ids.end()) ids.push_back(value);
    }
    merged.custom_fields.insert(from.custom_fields.begin(), from.custom_fields.end());
}

}  // namespace

contact_profile merge_profiles(profiles by_precedence) {
    contact_profile merged;
    for (const contact_profile& profile : by_precedence) fill_absent(merged, profile);
    merge_slots(merged.phones, by_precedence, &contact_profile::phones);
    merge_slots(merged.emails, by_precedence, &contact_profile::emails);
    return merged;
}

contact_type merged_type(std::span<const contact_type> merged) {
    auto firmest = contact_type::identified;
    for (const auto type : merged) firmest = std::max(firmest, type);
    return firmest;
}

void order_for_merge(std::vector<contact>& contacts) {
    const auto order = [](const contact& one) { return std::tuple(-one.modified_at, -one.created_at, one.id.text()); };
    std::sort(contacts.begin(), contacts.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
}

}  // namespace extsrc::domain
