// SPDX-License-Identifier: BSL-1.0
#include "sequence.hpp"

#include "fixtures/samples.hpp"
#include "identity/arrival.hpp"
#include "identity/contact_book.hpp"
#include "identity/merging.hpp"
#include "identity/resolve_step.hpp"
#include "storage/source_repository.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace extsrc::properties {
namespace {

using domain::identifier;
using domain::identifier_type;

constexpr int interactions = 6;

std::string text_of(const identifier& value) {
    return std::string(domain::to_string(value.type)) + " " + value.value;
}

std::string text_of(const std::vector<identifier>& values) {
    std::string text;
    for (const auto& value : values) text += (text.empty() ? "" : ", ") + text_of(value);
    return "{" + text + "}";
}

std::string text_of(const model::refusal& refused) {
    return refused ? "errc " + std::to_string(static_cast<int>(*refused)) : "done";
}

}  // namespace

universe universe::over(std::vector<domain::source_id> sources) {
    universe with;
    with.organization = testing::acme();
    for (const auto* number : {"+13175550101", "+13175550102", "+13175550103"}) with.carried.push_back(testing::phone(number));
    for (const auto* address : {"a@example.com", "b@example.com"}) with.carried.push_back(testing::email(address));
    for (const auto& source : sources)
        for (const auto* value : {"1", "2", "3"}) with.external.push_back(testing::external_id(source, value));
    for (const auto* value : {"c1", "c2"}) with.cookies.push_back(testing::other(identifier_type::cookie, value));
    with.sources = std::move(sources);
    return with;
}

std::vector<identifier> universe::all() const {
    std::vector<identifier> everything = carried;
    everything.insert(everything.end(), external.begin(), external.end());
    everything.insert(everything.end(), cookies.begin(), cookies.end());
    return everything;
}

sequence::sequence(storage::transaction& open, const universe& with, std::uint32_t seed)
    : open_(open), with_(with), all_(with.all()), random_(seed) {}

std::string sequence::run(int steps) {
    for (int i = 0; i < steps && difference_.empty(); ++i) {
        now_ += 1'000'000;
        step();
        if (difference_.empty()) compare();
    }
    if (difference_.empty()) return {};
    std::string story;
    for (const auto& told : told_) story += "\n  " + told;
    return difference_ + " after" + story;
}

void sequence::step() {
    // Until there are a few contacts, the other changes have nothing to work on.
    if (model_.population() < 2) return below(2) == 0 ? create() : resolve();
    switch (below(12)) {
        case 0:
        case 1:
            return create();
        case 2:
        case 3:
            return claim();
        case 4:
        case 5:
            return release();
        case 6:
        case 7:
            return merge();
        case 8:
            return remove();
        case 9:
            return switch_source();
        default:
            return resolve();
    }
}

std::vector<identifier> sequence::some(const std::vector<identifier>& from, std::size_t most) {
    std::vector<identifier> picked;
    for (std::size_t i = below(most + 1); i > 0; --i) {
        const auto& value = any(from);
        if (std::find(picked.begin(), picked.end(), value) == picked.end()) picked.push_back(value);
    }
    return picked;
}

template <class Work>
void sequence::attempt(const std::string& what, const model::refusal& expected, Work work) {
    told_.push_back(what + ": " + text_of(expected));
    open_.sql() << "SAVEPOINT step";
    const auto done = work();
    if (!done) open_.sql() << "ROLLBACK TO step";
    open_.sql() << "RELEASE SAVEPOINT step";
    expect(what, text_of(done ? model::refusal() : model::refusal(done.error().code)), text_of(expected));
}

void sequence::create() {
    const auto carried = some(with_.carried, 3);
    const auto claimed = some(with_.external, 2);
    domain::contact newcomer;
    std::size_t phones = 0;
    std::size_t emails = 0;
    for (const auto& value : carried) {
        if (value.type == identifier_type::email) {
            newcomer.profile.emails[emails++] = value.value;
            continue;
        }
        domain::phone_number number;
        number.display = number.e164 = value.value;
        newcomer.profile.phones[phones++] = number;
    }
    const auto expected = model_.create(carried, claimed, now_);
    attempt("create " + text_of(carried) + " " + text_of(claimed), expected, [&] {
        auto made = identity::contact_book(open_, with_.organization, now_).create(newcomer, claimed);
        if (made && !expected) model_.name_newest(made->id);
        return made;
    });
}

void sequence::claim() {
    const auto who = below(model_.population());
    const auto value = any(all_);
    attempt("claim " + std::to_string(who) + " " + text_of(value), model_.claim(who, value, now_),
            [&]() -> domain::result<void> {
                identity::contact_book book(open_, with_.organization, now_);
                const auto found = book.find(known_id(who));
                if (!found) return found.error();
                return book.associations_of(*found).claim(value);
            });
}

void sequence::release() {
    const auto who = below(model_.population());
    const auto value = any(all_);
    attempt("release " + std::to_string(who) + " " + text_of(value), model_.release(who, value), [&]() -> domain::result<void> {
        identity::contact_book book(open_, with_.organization, now_);
        const auto found = book.find(known_id(who));
        if (!found) return found.error();
        return book.associations_of(*found).release(value);
    });
}

void sequence::merge() {
    std::vector<person> who{below(model_.population())};
    while (who.size() < 2 || (who.size() < 3 && model_.population() > 2 && below(3) == 0)) {
        const auto another = below(model_.population());
        if (std::find(who.begin(), who.end(), another) == who.end()) who.push_back(another);
    }
    std::string what = "merge";
    std::vector<domain::contact_id> ids;
    for (const auto one : who) {
        what += " " + std::to_string(one);
        ids.push_back(known_id(one));
    }
    const auto expected = model_.merge(who, now_);
    attempt(what, expected, [&] {
        auto head = identity::merging(open_, with_.organization, now_).merge(ids, std::nullopt);
        if (head && !expected) model_.name_newest(head->id);
        return head;
    });
}

void sequence::remove() {
    const auto who = below(model_.population());
    attempt("remove " + std::to_string(who), model_.remove(who),
            [&] { return identity::contact_book(open_, with_.organization, now_).remove(known_id(who)); });
}

void sequence::switch_source() {
    const auto& source = with_.sources[below(with_.sources.size())];
    const bool active = below(2) == 0;
    told_.push_back((active ? "activate " : "disable ") + source.text());
    model_.set_active(source, active);
    storage::source_repository sources(open_);
    sources.disable(with_.organization, source);
    if (active) sources.activate(with_.organization, source, sources.free_slot(with_.organization).value());
}

void sequence::resolve() {
    const auto interaction = "i-" + std::to_string(below(interactions));
    auto presented = some(all_, 3);
    if (presented.empty()) presented.push_back(any(all_));
    const auto before = model_.population();
    const auto expected = model_.resolve(interaction, presented, now_);
    told_.push_back("resolve " + interaction + " " + text_of(presented) + ": " +
                    (expected ? std::to_string(*expected) : "nobody"));

    domain::interaction arrived;
    arrived.id = interaction;
    arrived.organization = with_.organization;
    arrived.channel = "voice";
    arrived.occurred_at = now_;
    for (const auto& value : presented) arrived.identifiers.push_back({arrived.identifiers.size(), value});
    const identity::arrival coming(arrived, {});
    const auto resolved = identity::resolve_step(open_, coming, now_).run(identity::several_matches::priority);
    if (model_.population() > before && resolved.made.contact) model_.name_newest(*resolved.made.contact);
    expect("resolved to", name(resolved.made.contact), name(expected));
}

void sequence::compare() {
    compare_owners();
    compare_contacts();
    compare_links();
}

void sequence::compare_owners() {
    std::string type, source, value, contact;
    int owned = 0;
    std::size_t held = 0;
    std::map<std::string, std::string> owners;
    soci::statement query =
        (open_.sql().prepare << "SELECT type, source_id, value, contact_id, COALESCE(owner, 0) FROM identifier",
         soci::into(type), soci::into(source), soci::into(value), soci::into(contact), soci::into(owned));
    query.execute();
    for (; query.fetch(); ++held)
        if (owned == 1 && !owners.emplace(type + " " + source + " " + value, name(domain::contact_id::trusted(contact))).second)
            expect("owners of " + value, "two", "one");
    for (const auto& one : all_) {
        const auto found = owners.find(std::string(domain::to_string(one.type)) + " " + (one.source ? one.source->text() : "") +
                                       " " + one.value);
        expect("owner of " + text_of(one), found == owners.end() ? "nobody" : found->second, name(model_.owner(one)));
    }
    expect("identifiers held", std::to_string(held), std::to_string(model_.holdings()));
}

void sequence::compare_contacts() {
    std::string id, canonical, type;
    answering_.clear();
    std::map<std::string, std::string> types;
    soci::statement query = (open_.sql().prepare << "SELECT id, canonical_id, type FROM contact", soci::into(id),
                             soci::into(canonical), soci::into(type));
    query.execute();
    while (query.fetch()) {
        answering_[id] = canonical.empty() ? id : canonical;
        types[id] = type;
    }
    for (person who = 0; who < model_.population(); ++who) {
        const auto wanted = model_.answering(who);
        expect("who answers for " + std::to_string(who), answering(known_id(who)), name(wanted));
        if (wanted)
            expect("type of " + std::to_string(*wanted), types[known_id(*wanted).text()],
                   std::string(domain::to_string(model_.type_of(*wanted))));
    }
}

void sequence::compare_links() {
    std::string interaction, contact;
    std::map<std::string, std::string> linked;
    soci::statement query = (open_.sql().prepare << "SELECT interaction_id, contact_id FROM interaction_link",
                             soci::into(interaction), soci::into(contact));
    query.execute();
    while (query.fetch()) linked[interaction] = answering(domain::contact_id::trusted(contact));
    expect("links", std::to_string(linked.size()), std::to_string(model_.links().size()));
    for (const auto& [wanted, who] : model_.links())
        expect("link of " + wanted, linked.contains(wanted) ? linked[wanted] : "nobody", name(model_.answering(who)));
}

std::string sequence::answering(const domain::contact_id& id) const {
    const auto found = answering_.find(id.text());
    return found == answering_.end() ? "nobody" : name(domain::contact_id::trusted(found->second));
}

std::string sequence::name(const std::optional<domain::contact_id>& id) const {
    if (!id) return "nobody";
    for (person who = 0; who < model_.population(); ++who)
        if (model_.id_of(who) == *id) return std::to_string(who);
    return "a stranger";
}

std::string sequence::name(const std::optional<person>& who) const {
    return who ? std::to_string(*who) : "nobody";
}

void sequence::expect(const std::string& what, const std::string& found, const std::string& wanted) {
    if (found != wanted && difference_.empty()) difference_ = what + ": " + found + ", not " + wanted + ",";
}

}  // namespace extsrc::properties
