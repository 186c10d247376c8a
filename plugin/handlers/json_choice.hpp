// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/json_reader.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace extsrc::handlers {

/// One value of an enumeration by its name on the wire.
template <class Value>
struct named_value {
    std::string_view name;
    Value value;
};

/// Reads a member that names one of the choices, exactly as written there. Nothing when it is absent, or, with a fault, when it
/// is something else.
template <class Value, std::size_t count>
[[nodiscard]] std::optional<Value> read_choice(object_reader& reader, std::string_view name,
                                               const std::array<named_value<Value>, count>& choices) {
    const auto text = reader.text(name);
    if (!text) return std::nullopt;
    for (const auto& choice : choices)
        if (choice.name == *text) return choice.value;
    reader.fault(name, "value.invalid", reader.path(name) + " is none of the values it can have.");
    return std::nullopt;
}

}  // namespace extsrc::handlers
