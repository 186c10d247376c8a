// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/field_path.hpp"
#include "handlers/json_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

namespace extsrc::handlers {

inline constexpr std::size_t max_enrich_rules = 100;  ///< of one request

/// Whose value a field has afterwards. Empty is as in is_empty().
enum class value_action : std::uint8_t {
    prefer_provided,      ///< the request's; null leaves the field as it is
    prefer_existing,      ///< the request's only where the contact has none, or an empty one; null leaves the field as it is
    always_use_provided,  ///< the request's; null clears the field, and so does leaving it out, unless it is a list
};

/// How the request's list goes together with the contact's.
enum class list_action : std::uint8_t {
    fill,     ///< the request's new elements follow up to the list's cap; the rest are dropped
    replace,  ///< the request's list takes the other's place; an empty one clears it
    extend,   ///< the request's new elements follow; more than the list's cap is a failure
};

/// What applies to one field.
struct enrich_policy {
    value_action value = value_action::prefer_provided;
    list_action list = list_action::fill;
};

/// How to bring a request's data into a contact (EnrichFieldRules). A field goes by its own rule, else by that of the nearest
/// field around it, else by the default; its two actions are looked for each on its own.
class enrich_rules {
public:
    /// What the rule of one field says; absent actions are left to the fields around it.
    struct rule {
        std::optional<value_action> value;
        std::optional<list_action> list;
    };

    enrich_rules() = default;
    explicit enrich_rules(enrich_policy defaults) : defaults_(defaults) {}

    /// @return false, and nothing changes, when the field has a rule already
    bool add(field_path field, rule what) { return rules_.emplace(std::move(field), what).second; }

    [[nodiscard]] const enrich_policy& defaults() const { return defaults_; }
    /// @param around what applies to the object that holds the field
    [[nodiscard]] enrich_policy of(const field_path& field, enrich_policy around) const;

private:
    enrich_policy defaults_;
    std::map<field_path, rule> rules_;
};

/// Reads the member `fieldRules`; absent, the defaults apply. Faults go to the reader, and the result is then without meaning:
/// unknown actions and members, a path that is none, leads to what the server writes or into a phone number, which is one
/// value, a field with two rules, a rule without an action, too many rules.
[[nodiscard]] enrich_rules read_enrich_rules(object_reader& body);

}  // namespace extsrc::handlers
