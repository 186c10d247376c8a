// SPDX-License-Identifier: BSL-1.0
#include "handlers/field_changes.hpp"

#include "handlers/contact_fields.hpp"
#include "handlers/json_choice.hpp"
#include "handlers/json_list.hpp"
#include "handlers/json_reader.hpp"
#include "handlers/json_values.hpp"

#include <array>
#include <optional>
#include <utility>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

constexpr std::array actions{
    named_value<change_action>{"Update", change_action::update},
    named_value<change_action>{"UpdateIfEmpty", change_action::update_if_empty},
    named_value<change_action>{"UpdateIfExists", change_action::update_if_exists},
    named_value<change_action>{"AppendToCollection", change_action::append},
    named_value<change_action>{"Remove", change_action::remove},
    named_value<change_action>{"RemoveFromCollection", change_action::remove_elements},
};

bool takes_elements(change_action action) {
    return action == change_action::append || action == change_action::remove_elements;
}

std::optional<change_action> read_action(object_reader& reader) {
    const auto faults_before = reader.faults().size();
    const auto action = read_choice(reader, "action", actions);
    if (!action && reader.faults().size() == faults_before)
        reader.fault("action", "value.required", reader.path("action") + " is required.");
    return action;
}

json::value read_value(object_reader& reader, const json::value* given, change_action action) {
    const bool none = given == nullptr || given->is_null();
    if (action == change_action::remove) {
        if (!none) reader.fault("value", "value.not.allowed", "Remove takes no value.");
        return nullptr;
    }
    if (given == nullptr || (none && takes_elements(action))) {
        reader.fault("value", "value.required", reader.path("value") + " is required.");
        return nullptr;
    }
    if (takes_elements(action) && given->is_array() && given->get_array().size() > max_change_elements)
        reader.fault("value", "too.many",
                     reader.path("value") + " can have up to " + std::to_string(max_change_elements) + " elements.");
    return *given;
}

std::size_t depth_after(const field_change& change) {
    const bool wrapped = takes_elements(change.action) && !change.value.is_array();
    return change.field.names().size() + depth_of(change.value) + (wrapped ? 1 : 0);
}

void read_change(object_reader& reader, const json::object& entry, std::vector<field_change>& changes) {
    reader.ignore({"value"});  // of any type
    auto field = read_contact_field(reader);
    const auto action = read_action(reader);
    if (!action) return;
    auto value = read_value(reader, entry.if_contains("value"), *action);
    if (!field) return;
    changes.push_back({reader.path("field"), std::move(*field), *action, std::move(value)});
    if (depth_after(changes.back()) > max_depth)  // what is stored deeper could not be read again
        reader.fault("field", "value.too.deep", reader.path("field") + " would nest the contact too deeply.");
}

std::optional<domain::error> find_overlap(const std::vector<field_change>& changes) {
    for (std::size_t later = 1; later < changes.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const auto& a = changes[earlier];
            const auto& b = changes[later];
            if (!a.field.covers(b.field) && !b.field.covers(a.field)) continue;
            auto overlap = domain::invalid_field(b.where, "path.overlaps",
                                                 b.where + " is the field of " + a.where + ", around it or inside it.");
            overlap.code = domain::errc::conflict;
            return overlap;
        }
    return std::nullopt;
}

}  // namespace

domain::result<std::vector<field_change>> read_changes(const json::object& body) {
    std::vector<domain::field_error> faults;
    std::vector<field_change> changes;
    object_reader reader(body, "", faults);
    const bool given = read_list(reader, "changes", max_changes, [&changes](object_reader& entry_reader, const auto& entry) {
        read_change(entry_reader, entry, changes);
    });
    if (!given && faults.empty()) reader.fault("changes", "value.required", "changes is required.");
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    if (auto overlap = find_overlap(changes)) return std::move(*overlap);
    return changes;
}

}  // namespace extsrc::handlers
