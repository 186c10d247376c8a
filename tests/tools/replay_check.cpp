// SPDX-License-Identifier: BSL-1.0
#include "replay_check.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <charconv>
#include <stdexcept>
#include <utility>

namespace tools {
namespace {

constexpr std::size_t most_complaints = 20;

std::string text_of(const boost::json::object& record, const char* key) {
    const auto* value = record.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

truth read_truth(std::istream& lines) {
    truth customers;
    std::string line;
    while (std::getline(lines, line)) {
        const auto tab = line.find('\t');
        std::uint64_t number = 0;
        const char* end = line.data() + line.size();
        if (tab == std::string::npos || tab == 0 || std::from_chars(line.data() + tab + 1, end, number).ptr != end) {
            throw std::runtime_error("not a line of truth: " + line);
        }
        if (!customers.emplace(line.substr(0, tab), number).second) throw std::runtime_error("twice in the truth: " + line);
    }
    return customers;
}

void replay_check::complain(std::string what) {
    if (complaints_.size() < most_complaints) complaints_.push_back(std::move(what));
}

void replay_check::add(std::istream& results, const std::string& name) {
    std::unordered_map<std::string, int> seen;
    std::string line;
    const std::string prefix = name + ":";
    for (int number = 1; std::getline(results, line); ++number) take(line, prefix + std::to_string(number), seen);
    const std::string missing = name + ": no result for ";
    for (const auto& [id, customer] : customers_) {
        if (!seen.contains(id)) complain(missing + id);
    }
}

void replay_check::take(const std::string& line, const std::string& where, std::unordered_map<std::string, int>& seen) {
    boost::system::error_code error;
    const auto value = boost::json::parse(line, error);
    if (error || !value.is_object()) return complain(where + ": not a JSON object");
    const auto& record = value.get_object();
    const std::string id = text_of(record, "interactionId");
    const std::string outcome = text_of(record, "outcome");
    const std::string contact = text_of(record, "contactId");
    const auto customer = customers_.find(id);
    if (customer == customers_.end()) return complain(where + ": unknown interaction " + id);
    if (++seen[id] > 1) return complain(where + ": a second result for " + id);
    if (outcome != "matched" && outcome != "created") {
        return complain(where + ": " + id + " is " + outcome + ": " + text_of(record, "reason"));
    }
    if (contact.size() != 36) return complain(where + ": " + id + " has no contact");
    if (outcome == "created") ++created_;

    const auto [known_contact, first_of_customer] = contact_of_.emplace(customer->second, contact);
    if (!first_of_customer && known_contact->second != contact) {
        complain(where + ": customer " + std::to_string(customer->second) + " is on " + known_contact->second + " and " +
                 contact);
    }
    const auto [known_customer, first_of_contact] = customer_of_.emplace(contact, customer->second);
    if (!first_of_contact && known_customer->second != customer->second) {
        complain(where + ": contact " + contact + " holds customers " + std::to_string(known_customer->second) + " and " +
                 std::to_string(customer->second));
    }
}

std::vector<std::string> replay_check::verdict(std::uint64_t created) {
    if (created_ != created) {
        complain(std::to_string(created_) + " contacts were created, expected " + std::to_string(created));
    }
    return complaints_;
}

}  // namespace tools
