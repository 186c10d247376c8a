// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/stored_rows.hpp"

#include <boost/uuid/uuid.hpp>

#include <string>
#include <vector>

namespace extsrc::transfer {

/// The contacts of an archive by their ids, 16 bytes each, and which of them are in merge sets.
class known_contacts {
public:
    /// Later ids come later.
    void add(const storage::contact_row& person);
    [[nodiscard]] bool has(const std::string& id) const;
    /// What is wrong with the merge sets of all contacts; empty when nothing is. To be asked when all were added.
    [[nodiscard]] std::string merge_fault() const;

private:
    struct member {
        boost::uuids::uuid id;
        boost::uuids::uuid merged_to;  // nil for the contact that answers
        boost::uuids::uuid canonical;
    };
    [[nodiscard]] const member* find_member(const boost::uuids::uuid& id) const;

    std::vector<boost::uuids::uuid> ids_;
    std::vector<member> members_;
};

}  // namespace extsrc::transfer
