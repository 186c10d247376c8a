// SPDX-License-Identifier: BSL-1.0
/// @file Judges the results of replays against the truth of the generator.
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <unordered_map>
#include <vector>

namespace tools {

/// Interaction id -> number of the customer, as generate_interactions wrote it.
using truth = std::unordered_map<std::string, std::uint64_t>;

/// @throws std::runtime_error for a line that is not `id TAB number`, or an id that comes twice
truth read_truth(std::istream& lines);

/// Collects results of any number of replays of the same interactions, and what is wrong with them.
class replay_check {
public:
    explicit replay_check(const truth& customers) : customers_(customers) {}

    /// Takes the results of one whole replay. `name` stands in complaints.
    void add(std::istream& results, const std::string& name);

    /// Judges what was added: every customer on one contact, every contact of one customer, and `created` results in all
    /// replays together that say a contact was created.
    /// @return complaints, at most about twenty; empty when all is well
    std::vector<std::string> verdict(std::uint64_t created);

    std::uint64_t created() const { return created_; }
    std::size_t contacts() const { return customer_of_.size(); }

private:
    void take(const std::string& line, const std::string& where, std::unordered_map<std::string, int>& seen);
    void complain(std::string what);

    const truth& customers_;
    std::unordered_map<std::uint64_t, std::string> contact_of_;
    std::unordered_map<std::string, std::uint64_t> customer_of_;
    std::vector<std::string> complaints_;
    std::uint64_t created_ = 0;
};

}  // namespace tools
