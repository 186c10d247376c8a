// SPDX-License-Identifier: BSL-1.0
#include "handlers/enrich_rules.hpp"

#include "handlers/contact_fields.hpp"
#include "handlers/json_choice.hpp"
#include "handlers/json_list.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace extsrc::handlers {
namespace {

constexpr std::array value_actions{
    named_value<value_action>{"PreferProvided", value_action::prefer_provided},
    named_value<value_action>{"PreferExisting", value_action::prefer_existing},
    named_value<value_action>{"AlwaysUseProvided", value_action::always_use_provided},
};

constexpr std::array list_actions{
    named_value<list_action>{"Fill", list_action::fill},
    named_value<list_action>{"Replace", list_action::replace},
    named_value<list_action>{"Extend", list_action::extend},
};

void read_rule(object_reader& reader, enrich_rules& rules) {
    const auto faults_before = reader.faults().size();
    auto field = read_contact_field(reader);
    const enrich_rules::rule what{read_choice(reader, "action", value_actions),
                                  read_choice(reader, "arrayAction", list_actions)};
    if (reader.faults().size() != faults_before) return;
    const auto refuse = [&reader](std::string_view name, std::string_view code, const std::string& why) {
        reader.fault(name, std::string(code), reader.path(name) + why);
    };
    if (!what.value && !what.list) return refuse("action", "value.required", " or arrayAction is required.");
    if (is_inside_one_value(*field)) return refuse("field", "value.invalid", " leads into a phone number, which is one value.");
    if (!rules.add(std::move(*field), what)) refuse("field", "value.not.unique", " has a rule already.");
}

}  // namespace

enrich_policy enrich_rules::of(const field_path& field, enrich_policy around) const {
    const auto found = rules_.find(field);
    if (found == rules_.end()) return around;
    return {found->second.value.value_or(around.value), found->second.list.value_or(around.list)};
}

enrich_rules read_enrich_rules(object_reader& body) {
    const auto* object = body.object("fieldRules");
    if (object == nullptr) return {};
    object_reader reader(*object, body.path("fieldRules"), body.faults());
    enrich_policy defaults;
    defaults.value = read_choice(reader, "defaultAction", value_actions).value_or(defaults.value);
    defaults.list = read_choice(reader, "defaultArrayAction", list_actions).value_or(defaults.list);
    enrich_rules rules(defaults);
    read_list(reader, "rules", max_enrich_rules, [&rules](object_reader& entry, const auto&) { read_rule(entry, rules); });
    reader.finish();
    return rules;
}

}  // namespace extsrc::handlers
