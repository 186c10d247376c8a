// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/id.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <string_view>

namespace extsrc::storage {

/// The organization's gapless log of the changes that move what an identifier resolves to: whoever remembers an answer can tell
/// whether it still holds. Written in the transaction of the change itself.
class change_log {
public:
    explicit change_log(transaction& open) : open_(open) {}

    /// Bumps the organization's generation, which also locks it, and records the subject.
    void append(const domain::organization_id& organization, change_kind kind, const std::string& subject_id,
                domain::timestamp now);

    /// Generation of the organization; 0 when nothing was ever logged.
    [[nodiscard]] long long generation(const domain::organization_id& organization);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
