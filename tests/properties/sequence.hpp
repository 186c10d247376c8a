// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "model.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace extsrc::properties {

/// What a sequence plays with: few values, so that contacts meet often.
struct universe {
    domain::organization_id organization;
    std::vector<domain::source_id> sources;
    std::vector<domain::identifier> carried;   ///< phones and e-mails, which profile fields carry
    std::vector<domain::identifier> external;  ///< external IDs of the sources
    std::vector<domain::identifier> cookies;

    /// With `sources`, which exist and are active.
    [[nodiscard]] static universe over(std::vector<domain::source_id> sources);
    [[nodiscard]] std::vector<domain::identifier> all() const;
};

/// One random sequence of changes, made to the database and to the model, and compared after every step. The transaction is the
/// caller's, who rolls it back.
class sequence {
public:
    sequence(storage::transaction& open, const universe& with, std::uint32_t seed);

    /// Makes `steps` changes. @return what first differed, with the steps that led there; empty when nothing did
    [[nodiscard]] std::string run(int steps);

private:
    void step();
    void create();
    void claim();
    void release();
    void merge();
    void remove();
    void switch_source();
    void resolve();

    // Compares what the database answered with what the model expects, and takes a refused change back.
    template <class Work>
    void attempt(const std::string& what, const model::refusal& expected, Work work);

    void compare();
    void compare_owners();
    void compare_contacts();
    void compare_links();
    [[nodiscard]] std::string name(const std::optional<domain::contact_id>& id) const;
    [[nodiscard]] std::string name(const std::optional<person>& who) const;
    [[nodiscard]] std::string answering(const domain::contact_id& id) const;
    void expect(const std::string& what, const std::string& found, const std::string& wanted);

    [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }
    [[nodiscard]] const domain::identifier& any(const std::vector<domain::identifier>& from) {
        return from[below(from.size())];
    }
    [[nodiscard]] std::vector<domain::identifier> some(const std::vector<domain::identifier>& from, std::size_t most);
    [[nodiscard]] domain::contact_id known_id(person who) const { return model_.id_of(who); }

    storage::transaction& open_;
    const universe& with_;
    std::vector<domain::identifier> all_;
    model model_;
    std::mt19937 random_;
    domain::timestamp now_ = 1'000'000;
    std::map<std::string, std::string> answering_;  // as stored: the contact that answers for each
    std::vector<std::string> told_;
    std::string difference_;
};

}  // namespace extsrc::properties
