// SPDX-License-Identifier: BSL-1.0
#include "transfer/archive_check.hpp"

#include "transfer/record_rules.hpp"

#include <utility>

namespace extsrc::transfer {
namespace {

constexpr std::size_t contact_kind = 2;

domain::error refused(std::string why) {
    return domain::failure(domain::errc::invalid, std::move(why));
}

}  // namespace

domain::result<void> archive_check::take(std::string_view line) {
    ++found_.lines;
    if (ended_) return refused("there are lines behind the last one of the archive");
    if (found_.lines == 1) return take_head(line);
    return is_end(line) ? take_end(line) : take_record(line);
}

domain::result<void> archive_check::take_head(std::string_view line) {
    auto head = parse_head(line);
    if (!head) return head.error();
    found_.head_line = line;
    found_.organization = head->organization;
    digest_.add_line(line);
    return {};
}

domain::result<void> archive_check::take_end(std::string_view line) {
    auto end = parse_end(line);
    if (!end) return end.error();
    if (end->sha256 != digest_.take())
        return refused("the archive is damaged: the SHA-256 of its lines is not the one its last line says");
    if (end->counts != counts_) return refused("there are not as many records as the last line says");
    if (counts_.front() != 1) return refused("the archive does not say of the organization itself");
    found_.end = std::move(*end);
    ended_ = true;
    return {};
}

domain::result<void> archive_check::take_record(std::string_view line) {
    const auto one = parse_record(line);
    if (!one) return one.error();
    auto fault = fault_of(*one);
    if (fault.empty()) fault = misplaced(*one);
    if (fault.empty()) fault = dangling(*one);
    if (!fault.empty()) return refused(std::move(fault));
    ++counts_.at(one->index());
    digest_.add_line(line);
    return {};
}

// The order also keeps anything from being there twice.
std::string archive_check::misplaced(const record& one) {
    const auto kind = one.index();
    auto key = order_key(one);
    if (kind < kind_) return std::string(kinds[kind]) + " records come before those of the kind " + std::string(kinds[kind_]);
    if (kind == kind_ && counts_.at(kind) > 0 && !(last_key_ < key)) return "it is not in order, or there twice";
    const bool contacts_end = kind_ <= contact_kind && kind > contact_kind;
    kind_ = kind;
    last_key_ = std::move(key);
    return contacts_end ? contacts_.merge_fault() : std::string();
}

std::string archive_check::dangling(const record& one) {
    if (const auto* organization = std::get_if<organization_row>(&one)) generation_ = organization->generation;
    if (const auto* source = std::get_if<storage::source_row>(&one)) sources_.insert(source->id);
    if (const auto* person = std::get_if<storage::contact_row>(&one)) {
        contacts_.add(*person);
        return unknown_source(*person);
    }
    if (const auto* link = std::get_if<storage::link_row>(&one); link != nullptr && !contacts_.has(link->contact_id))
        return "the contact it links to is not there";
    if (const auto* change = std::get_if<storage::change_row>(&one); change != nullptr && change->generation > generation_)
        return "it is later than the organization's generation";
    return {};
}

std::string archive_check::unknown_source(const storage::contact_row& person) const {
    for (const auto& held : person.identifiers)
        if (!held.source_id.empty() && !sources_.contains(held.source_id)) return "it has an external ID of an unknown source";
    return {};
}

domain::result<checked_archive> archive_check::finish() const {
    if (!ended_) return refused("the archive is cut off: its last line is missing");
    // Those of an archive that has nothing behind its contacts were not looked at yet.
    if (auto fault = contacts_.merge_fault(); !fault.empty()) return refused(std::move(fault));
    return found_;
}

}  // namespace extsrc::transfer
