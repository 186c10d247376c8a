// SPDX-License-Identifier: BSL-1.0
#include "handlers/apply_changes.hpp"

#include "handlers/contact_fields.hpp"
#include "handlers/json_reader.hpp"
#include "handlers/json_values.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

// Makes one change to a contact. Faults are collected; the contact is then of no use.
class changing {
public:
    changing(const field_change& change, json::object& contact, std::vector<domain::field_error>& faults)
        : change_(change), contact_(contact), faults_(faults) {}

    void run();

private:
    using elements = json::array;

    void set();
    void set_if(bool wanted) {
        if (wanted) set();
    }
    void append();
    void remove();
    void remove_elements();

    // Whether something other than an object stands on the way to the field; the others expect that it does not.
    [[nodiscard]] bool is_blocked() const;
    // The object that holds the field. Nothing where it is missing.
    json::object* parent();
    // The same, made where it is missing.
    json::object& make_parent();
    // The field's value. Nothing where it is absent or null.
    json::value* current();
    // What the change adds or removes.
    [[nodiscard]] elements given() const;
    [[nodiscard]] std::unordered_set<json::value> identities_of(const elements& list) const;
    void fault(std::string_view why) { faults_.push_back({change_.where, "type.mismatch", change_.where + std::string(why)}); }

    const field_change& change_;
    json::object& contact_;
    std::vector<domain::field_error>& faults_;
};

void changing::run() {
    if (is_blocked()) return fault(" leads through something that is not an object.");
    switch (change_.action) {
        case change_action::update:
            return set();
        case change_action::update_if_empty: {
            const auto* now = current();
            return set_if(now == nullptr || is_empty(*now));
        }
        case change_action::update_if_exists:
            return set_if(current() != nullptr && !is_empty(*current()));
        case change_action::append:
            return append();
        case change_action::remove:
            return remove();
        case change_action::remove_elements:
            return remove_elements();
    }
}

bool changing::is_blocked() const {
    const auto* object = &contact_;
    const auto& names = change_.field.names();
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        const auto* member = object->if_contains(names[i]);
        if (member == nullptr || member->is_null()) return false;
        if (!member->is_object()) return true;
        object = &member->get_object();
    }
    return false;
}

json::object* changing::parent() {
    auto* object = &contact_;
    const auto& names = change_.field.names();
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        auto* member = object->if_contains(names[i]);
        if (member == nullptr || member->is_null()) return nullptr;
        object = &member->get_object();
    }
    return object;
}

json::object& changing::make_parent() {
    auto* object = &contact_;
    const auto& names = change_.field.names();
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        auto& member = (*object)[names[i]];
        object = member.is_null() ? &member.emplace_object() : &member.get_object();
    }
    return *object;
}

json::value* changing::current() {
    auto* object = parent();
    auto* value = object == nullptr ? nullptr : object->if_contains(change_.field.names().back());
    return value == nullptr || value->is_null() ? nullptr : value;
}

void changing::set() {
    if (change_.value.is_null()) return remove();
    make_parent()[change_.field.names().back()] = change_.value;
}

void changing::remove() {
    if (auto* object = parent()) object->erase(change_.field.names().back());
}

changing::elements changing::given() const {
    return change_.value.is_array() ? change_.value.get_array() : elements(1, change_.value);
}

std::unordered_set<json::value> changing::identities_of(const elements& list) const {
    std::unordered_set<json::value> identities;
    for (const auto& element : list) identities.insert(identity_of(change_.field, element));
    return identities;
}

void changing::append() {
    auto& list = make_parent()[change_.field.names().back()];
    if (list.is_null()) list.emplace_array();
    if (!list.is_array()) return fault(" is not a list.");
    auto present = identities_of(list.get_array());
    for (const auto& element : given())
        if (present.insert(identity_of(change_.field, element)).second) list.get_array().push_back(element);
}

void changing::remove_elements() {
    auto* list = current();
    if (list == nullptr) return;
    if (!list->is_array()) return fault(" is not a list.");
    const auto unwanted = given();
    const auto identities = identities_of(unwanted);
    elements kept;
    for (const auto& element : list->get_array()) {
        const auto describes = [&element](const json::value& pattern) { return matches(element, pattern); };
        const bool goes = identities.contains(identity_of(change_.field, element)) ||
                          std::any_of(unwanted.begin(), unwanted.end(), describes);
        if (!goes) kept.push_back(element);
    }
    *list = std::move(kept);
}

}  // namespace

domain::result<void> apply_changes(std::span<const field_change> changes, json::object& contact) {
    std::vector<domain::field_error> faults;
    json::object changed = contact;
    for (const auto& change : changes) changing(change, changed, faults).run();
    if (!faults.empty()) return to_error(std::move(faults));
    spell_out_cleared_lists(contact, changed);
    contact = std::move(changed);
    return {};
}

}  // namespace extsrc::handlers
