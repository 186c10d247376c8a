// SPDX-License-Identifier: BSL-1.0
#include "handlers/contact_enrichment.hpp"

#include "handlers/change_mode.hpp"
#include "handlers/contact_view.hpp"
#include "handlers/contact_writes.hpp"
#include "handlers/enrich.hpp"
#include "handlers/json_reader.hpp"
#include "identity/contact_book.hpp"
#include "identity/merging.hpp"
#include "storage/identifier_repository.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

using domain::contact;
using domain::contact_id;
using domain::errc;
using domain::result;

class enrichment {
public:
    enrichment(storage::transaction& open, const context& with, const request& asked, const enrich_request& wanted)
        : open_(open),
          with_(with),
          asked_(asked),
          wanted_(wanted),
          book_(open, asked.organization, with.wall_clock()),
          identifiers_(open) {}

    result<enriched_contact> run() {
        const auto owners = matches();
        if (wanted_.action == enrich_action::insert && !owners.empty())
            return domain::failure(errc::conflict, "A contact owns one of the matching identifiers.", owners.front().text());
        if (wanted_.action == enrich_action::update && owners.empty())
            return domain::failure(errc::not_found, "No contact owns one of the matching identifiers.");
        auto person = owners.empty() ? create() : change(owners);
        if (!person) return person.error();
        if (auto claimed = claim_unowned(*person); !claimed) return claimed.error();
        return enriched_contact{std::move(*person), owners.empty()};
    }

private:
    [[nodiscard]] storage::scope where() const { return {asked_.organization, wanted_.division}; }

    // In the order of the identifiers, each contact once.
    std::vector<contact_id> matches() {
        std::vector<contact_id> owners;
        for (const auto& value : wanted_.matching)
            if (auto owner = identifiers_.owner(where(), value);
                owner && std::find(owners.begin(), owners.end(), *owner) == owners.end())
                owners.push_back(std::move(*owner));
        return owners;
    }

    result<contact_draft> draft_of(const json::object& existing) {
        const auto brought_in =
            wanted_.provided ? enrich(existing, *wanted_.provided, wanted_.rules) : result<json::object>(existing);
        if (!brought_in) return brought_in.error();
        auto draft = read_contact(*brought_in, with_.phone_region);
        if (draft) draft->division = wanted_.division;
        return draft;
    }

    result<contact> create() {
        const auto draft = draft_of({});
        if (!draft) return draft.error();
        return handlers::create(book_, *draft);
    }

    result<contact> change(const std::vector<contact_id>& owners) {
        auto target = target_of(owners);
        if (!target) return target;
        const auto draft = draft_of(writable(open_, *target));
        if (!draft) return draft.error();
        auto changed = handlers::replace(book_, target->id, *draft);
        return changed && wanted_.promote ? book_.promote(changed->id) : changed;
    }

    result<contact> target_of(const std::vector<contact_id>& owners) {
        if (wanted_.action != enrich_action::merge || owners.size() == 1) return book_.find(owners.front());
        return identity::merging(open_, asked_.organization, with_.wall_clock()).merge(owners, std::nullopt);
    }

    result<void> claim_unowned(const contact& person) {
        auto own = book_.associations_of(person);
        for (const auto& value : wanted_.matching) {
            if (identifiers_.owner(where(), value)) continue;
            if (auto claimed = own.claim(value); !claimed) return claimed;
        }
        return {};
    }

    storage::transaction& open_;
    const context& with_;
    const request& asked_;
    const enrich_request& wanted_;
    identity::contact_book book_;
    storage::identifier_repository identifiers_;
};

struct enriched_view {
    contact_view view;
    bool created = false;
};

}  // namespace

result<enriched_contact> enrich_contact_with(storage::transaction& open, const context& with, const request& asked,
                                             const enrich_request& wanted) {
    return enrichment(open, with, asked, wanted).run();
}

answer enrich_contact(const context& with, const request& asked) {
    const auto mode = read_change_mode(asked);
    if (!mode) return mode.error();
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    const auto wanted = read_enrich_request(*body, with.phone_region);
    if (!wanted) return wanted.error();
    const auto work = [&](storage::transaction& open) -> result<enriched_view> {
        auto enriched = enrich_contact_with(open, with, asked, *wanted);
        if (!enriched) return enriched.error();
        return enriched_view{view_contact(open, asked.organization, std::move(enriched->person), expansion::of(asked)),
                             enriched->created};
    };
    const auto done = run_change(with, asked, *mode, work);
    if (!done) return done.error();
    return reply(json::serialize(render(done->view)), done->created ? 201 : 200);
}

}  // namespace extsrc::handlers
