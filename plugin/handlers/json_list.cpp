// SPDX-License-Identifier: BSL-1.0
#include "handlers/json_list.hpp"

#include <string>

namespace extsrc::handlers {

bool read_list(object_reader& body, std::string_view name, std::size_t max, const read_entry& read) {
    const auto* entries = body.array(name);
    if (entries == nullptr) return false;
    if (entries->size() > max) {
        body.fault(name, "too.many", body.path(name) + " can have up to " + std::to_string(max) + " entries.");
        return true;
    }
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const std::string indexed = std::string(name) + "[" + std::to_string(i) + "]";
        const auto* entry = (*entries)[i].if_object();
        if (entry == nullptr) {
            body.fault(indexed, "type.mismatch", body.path(indexed) + " is not an object.");
            continue;
        }
        object_reader reader(*entry, body.path(indexed), body.faults());
        read(reader, *entry);
        reader.finish();
    }
    return true;
}

}  // namespace extsrc::handlers
