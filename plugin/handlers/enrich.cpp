// SPDX-License-Identifier: BSL-1.0
#include "handlers/enrich.hpp"

#include "handlers/contact_fields.hpp"
#include "handlers/json_values.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

domain::error cap_exceeded(const list_cap& cap) {
    auto exceeded =
        domain::invalid_field(std::string(cap.field), "limit.exceeded",
                              std::string(cap.field) + " can have up to " + std::to_string(cap.size) + " elements.");
    exceeded.code = domain::errc::limit_exceeded;
    exceeded.reached = domain::limit{std::string(cap.limit_key), "external.contacts", static_cast<std::int64_t>(cap.size)};
    return exceeded;
}

bool has_display(const json::object& phone) {
    const auto* display = phone.if_contains("display");
    return display != nullptr && !is_empty(*display);
}

// Walks the provided object beside the contact's, and knows which field it is at.
class enriching {
public:
    explicit enriching(const enrich_rules& rules) : rules_(rules) {}

    void members(json::object& target, const json::object& provided, enrich_policy around);
    [[nodiscard]] std::optional<domain::error>& failure() { return failure_; }

private:
    void clear_omitted(json::object& target, const json::object& provided, enrich_policy around);
    void member(json::object& target, json::string_view name, const json::value& provided, enrich_policy policy);
    void object(json::object& target, json::string_view name, const json::object& provided, enrich_policy policy);
    void list(json::object& target, json::string_view name, const json::array& provided, list_action action);
    void add_elements(json::array& elements, const json::array& provided, list_action action);
    [[nodiscard]] bool says_nothing(const json::value& provided) const;

    const enrich_rules& rules_;
    field_path at_;
    std::optional<domain::error> failure_;
};

void enriching::members(json::object& target, const json::object& provided, enrich_policy around) {
    for (const auto& given : provided) {
        at_.enter({given.key().data(), given.key().size()});
        member(target, given.key(), given.value(), rules_.of(at_, around));
        at_.leave();
    }
    clear_omitted(target, provided, around);
}

// What a request leaves out counts as null, except for lists, which go by the list action.
void enriching::clear_omitted(json::object& target, const json::object& provided, enrich_policy around) {
    std::vector<std::string> cleared;
    for (auto& existing : target) {
        if (provided.contains(existing.key()) || existing.value().is_array()) continue;
        at_.enter({existing.key().data(), existing.key().size()});
        const auto policy = rules_.of(at_, around);
        if (existing.value().is_object() && !is_one_value(at_)) {
            auto& inside = existing.value().get_object();
            const bool had_members = !inside.empty();
            members(inside, {}, policy);
            if (had_members && inside.empty()) cleared.emplace_back(existing.key());
        } else if (policy.value == value_action::always_use_provided) {
            cleared.emplace_back(existing.key());
        }
        at_.leave();
    }
    for (const auto& name : cleared) target.erase(name);
}

bool enriching::says_nothing(const json::value& provided) const {
    if (provided.is_null()) return true;
    if (provided.is_string()) return provided.get_string().empty() && !is_custom(at_);
    if (!provided.is_object() || !is_one_value(at_)) return false;
    if (is_phone(at_)) return !has_display(provided.get_object());
    const auto& inside = provided.get_object();
    return std::all_of(inside.begin(), inside.end(), [](const auto& one) { return one.value().is_null(); });
}

void enriching::member(json::object& target, json::string_view name, const json::value& provided, enrich_policy policy) {
    auto* existing = target.if_contains(name);
    if (existing != nullptr && existing->is_null()) existing = nullptr;
    if (says_nothing(provided)) {
        if (policy.value == value_action::always_use_provided) target.erase(name);
    } else if (provided.is_array() && (existing == nullptr || existing->is_array())) {
        list(target, name, provided.get_array(), policy.list);
    } else if (provided.is_object() && !is_one_value(at_) && (existing == nullptr || existing->is_object())) {
        object(target, name, provided.get_object(), policy);
    } else if (policy.value != value_action::prefer_existing || existing == nullptr || is_empty(*existing)) {
        target[name] = provided;
    }
}

void enriching::object(json::object& target, json::string_view name, const json::object& provided, enrich_policy policy) {
    const auto* existing = target.if_contains(name);
    const bool missing = existing == nullptr || existing->is_null();
    json::object inside = missing ? json::object() : existing->get_object();
    members(inside, provided, policy);
    // Nulls alone make no object.
    if (!missing || !inside.empty() || provided.empty()) target[name] = std::move(inside);
}

void enriching::list(json::object& target, json::string_view name, const json::array& provided, list_action action) {
    if (action == list_action::replace) {
        target[name] = provided;
    } else if (!provided.empty()) {
        auto& value = target[name];
        if (value.is_null()) value.emplace_array();
        add_elements(value.get_array(), provided, action);
    }
}

void enriching::add_elements(json::array& elements, const json::array& provided, list_action action) {
    const auto cap = cap_of(at_);
    std::unordered_set<json::value> present;
    for (const auto& element : elements) present.insert(identity_of(at_, element));
    for (const auto& element : provided) {
        if (!present.insert(identity_of(at_, element)).second) continue;
        const bool full = cap && elements.size() >= cap->size;
        if (full && action == list_action::extend) failure_ = cap_exceeded(*cap);
        if (full) return;
        elements.push_back(element);
    }
}

}  // namespace

domain::result<json::object> enrich(const json::object& existing, const json::object& provided, const enrich_rules& rules) {
    json::object enriched = existing;
    enriching work(rules);
    work.members(enriched, provided, rules.defaults());
    if (work.failure()) return std::move(*work.failure());
    spell_out_cleared_lists(existing, enriched);
    return enriched;
}

}  // namespace extsrc::handlers
