// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/contact.hpp"
#include "domain/error.hpp"
#include "domain/identifier.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace extsrc::properties {

/// A person of the model, by the order of appearance.
using person = std::size_t;

/// What identity should be, in the plainest form there is: lists and loops, no database. One organization and division.
class model {
public:
    /// @name What happens. An error is the expected refusal, and nothing changed.
    /// @{
    using refusal = std::optional<domain::errc>;
    /// @param carried what fields of the profile carry   @param claimed external IDs
    refusal create(const std::vector<domain::identifier>& carried, const std::vector<domain::identifier>& claimed,
                   domain::timestamp now);
    refusal claim(person who, const domain::identifier& value, domain::timestamp now);
    refusal release(person who, const domain::identifier& value);
    refusal merge(const std::vector<person>& who, domain::timestamp now);
    refusal remove(person who);
    void set_active(const domain::source_id& source, bool active);
    /// @return whom the interaction belongs to; nobody when it cannot be told
    std::optional<person> resolve(const std::string& interaction, const std::vector<domain::identifier>& presented,
                                  domain::timestamp now);
    /// @}

    /// Tells the model under which id the newest person is stored.
    void name_newest(const domain::contact_id& id) { people_.back().id = id; }

    /// @name How things stand
    /// @{
    [[nodiscard]] std::size_t population() const { return people_.size(); }
    [[nodiscard]] const domain::contact_id& id_of(person who) const { return people_[who].id; }
    /// The person that answers for this one; nobody when it is gone.
    [[nodiscard]] std::optional<person> answering(person who) const;
    [[nodiscard]] domain::contact_type type_of(person who) const { return people_[who].type; }
    [[nodiscard]] std::optional<person> owner(const domain::identifier& value) const;
    [[nodiscard]] std::size_t holdings() const;
    [[nodiscard]] const std::map<std::string, person>& links() const { return links_; }
    /// @}

private:
    struct record {
        domain::contact_id id;
        domain::contact_type type;
        domain::timestamp since;     // of the oldest of its merge set
        std::optional<person> into;  // what it was merged into
        bool gone = false;
    };

    person add(domain::contact_type type, domain::timestamp now);
    void hold(person who, const domain::identifier& value, domain::timestamp now);
    void adopt(person who, const std::vector<domain::identifier>& presented, domain::timestamp now);
    [[nodiscard]] bool may_adopt(person who, const domain::identifier& value) const;
    [[nodiscard]] bool usable(const domain::identifier& value) const;
    [[nodiscard]] std::optional<person> preferred(const std::vector<domain::identifier>& presented) const;

    std::vector<record> people_;
    std::map<domain::identifier, std::map<person, domain::timestamp>> holders_;
    std::map<std::string, person> links_;
    std::set<domain::source_id> inactive_;
};

}  // namespace extsrc::properties
