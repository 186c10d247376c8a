// SPDX-License-Identifier: BSL-1.0
#include "identity/association.hpp"

#include "storage/change_log.hpp"
#include "storage/source_repository.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace extsrc::identity {
namespace {

using domain::errc;
using domain::failure;
using domain::identifier;
using domain::identifier_type;
using domain::result;

bool has_room(const std::vector<storage::held_identifier>& have, identifier_type type) {
    const auto same = [&](const auto& one) { return one.value.type == type; };
    return static_cast<std::size_t>(std::count_if(have.begin(), have.end(), same)) < domain::cap_of(type).most;
}

bool contains(std::span<const identifier> values, const identifier& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

}  // namespace

domain::error too_many(identifier_type type) {
    const auto cap = domain::cap_of(type);
    auto reached = failure(errc::limit_exceeded, "A contact can have up to " + std::to_string(cap.most) +
                                                     " identifiers of type " + std::string(domain::to_string(type)) + ".");
    reached.reached = domain::limit{std::string(cap.key), "external.contacts", static_cast<std::int64_t>(cap.most)};
    return reached;
}

association::association(storage::transaction& open, storage::scope where, domain::contact_id contact, domain::timestamp now)
    : open_(open), where_(std::move(where)), contact_(std::move(contact)), now_(now), identifiers_(open) {}

std::vector<storage::held_identifier> association::held() {
    return identifiers_.held_by(contact_);
}

result<void> association::check_source(const identifier& value) {
    if (!value.source) return {};
    switch (storage::source_repository(open_).state(where_.organization, *value.source)) {
        case storage::source_state::active:
            return {};
        case storage::source_state::inactive:
            return failure(errc::external_source_inactive,
                           "The external source is disabled; no new contact can be associated with it.", value.source->text());
        case storage::source_state::unknown:
            break;
    }
    return failure(errc::external_source_unknown, "There is no such external source.", value.source->text());
}

result<void> association::claim(const identifier& value) {
    if (const auto owner = identifiers_.owner(where_, value)) {
        if (*owner == contact_) return {};
        return failure(errc::identifier_claimed, "Another contact owns this identifier.", owner->text());
    }
    if (auto source = check_source(value); !source) return source;
    if (!has_room(held(), value.type)) return too_many(value.type);
    identifiers_.hold(where_, value, contact_, now_);
    return {};
}

result<void> association::release(const identifier& value) {
    const auto owner = identifiers_.owner(where_, value);
    if (!owner) return failure(errc::not_found, "Nobody owns this identifier.");
    if (*owner != contact_)
        return failure(errc::identifier_not_claimed, "Another contact owns this identifier.", owner->text());
    let_go(value);
    return {};
}

void association::carry(std::span<const identifier> before, std::span<const identifier> after) {
    for (const auto& value : before)
        if (!contains(after, value)) let_go(value);
    for (const auto& value : after)
        if (!contains(before, value)) identifiers_.hold(where_, value, contact_, now_);
}

result<void> association::replace_external_ids(std::span<const identifier> wanted) {
    for (const auto& have : held())
        if (have.value.type == identifier_type::external_id && !contains(wanted, have.value)) let_go(have.value);
    for (const auto& value : wanted)
        if (auto claimed = claim(value); !claimed) return claimed;
    return {};
}

bool association::may_adopt(const identifier& value, const held_identifiers& have) {
    if (!has_room(have, value.type)) return false;
    if (value.type != identifier_type::external_id) return true;
    if (!check_source(value)) return false;
    return std::none_of(have.begin(), have.end(), [&](const auto& one) { return one.value.source == value.source; });
}

void association::adopt(std::span<const identifier> presented) {
    // Most interactions bring nothing new, so what the contact holds is read only when one does.
    std::optional<held_identifiers> have;
    for (const auto& value : presented) {
        if (identifiers_.owner(where_, value)) continue;
        if (!have) have = held();
        if (may_adopt(value, *have)) have->push_back({value, identifiers_.hold(where_, value, contact_, now_), now_});
    }
}

void association::surrender() {
    for (const auto& have : held()) identifiers_.release(where_, have.value, contact_);
    storage::change_log(open_).append(where_.organization, storage::change_kind::contact, contact_.text(), now_);
}

void association::let_go(const identifier& value) {
    identifiers_.release(where_, value, contact_);
    storage::change_log(open_).append(where_.organization, storage::change_kind::contact, contact_.text(), now_);
}

}  // namespace extsrc::identity
