// SPDX-License-Identifier: BSL-1.0
#include "storage/import_progress.hpp"

#include "storage/failure.hpp"
#include "storage/shared_values.hpp"

#include <sstream>

namespace extsrc::storage {
namespace {

constexpr const char* complete = "complete";

std::string name_for(const domain::organization_id& of) {
    return "import:" + of.text();
}

}  // namespace

std::optional<import_state> import_progress::find(const domain::organization_id& of) {
    const auto stored = shared_values(open_).get(name_for(of));
    if (stored.empty()) return std::nullopt;
    std::istringstream words(stored);
    import_state state;
    std::string standing;
    if (!(words >> state.sha256 >> state.lines >> standing))
        throw failure(failure_kind::internal, "how far the import of organization " + of.text() + " is cannot be read");
    state.complete = standing == complete;
    return state;
}

void import_progress::put(const domain::organization_id& of, const import_state& state) {
    shared_values(open_).put(name_for(of),
                             state.sha256 + " " + std::to_string(state.lines) + " " + (state.complete ? complete : "open"));
}

}  // namespace extsrc::storage
