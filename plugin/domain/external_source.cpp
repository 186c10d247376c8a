// SPDX-License-Identifier: BSL-1.0
#include "domain/external_source.hpp"

#include "domain/unicode_text.hpp"

namespace extsrc::domain {

result<source_name> source_name::parse(std::string_view text) {
    auto line = single_line("name", text, max_length);
    if (!line) return line.error();
    if (line->empty()) return invalid_field("name", "value.required", "An external source needs a name.");
    return source_name(std::move(*line));
}

std::string source_name::folded() const {
    return fold_case(text_);
}

error too_many_active_sources() {
    error limit_reached = failure(errc::limit_exceeded, "An organization can have up to " + std::to_string(max_active_sources) +
                                                            " active external sources. Disable one first.");
    limit_reached.reached = limit{"external.sources.active", "external.contacts", max_active_sources};
    return limit_reached;
}

error source_name_taken(const source_name& name) {
    error taken = invalid_field("name", "value.not.unique", "An external source named '" + name.text() + "' exists already.");
    taken.code = errc::conflict;
    return taken;
}

}  // namespace extsrc::domain
