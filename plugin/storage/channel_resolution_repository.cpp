// SPDX-License-Identifier: BSL-1.0
#include "storage/channel_resolution_repository.hpp"

#include <soci/soci.h>

#include <string>
#include <utility>

namespace extsrc::storage {

using soci::into;
using soci::use;

std::optional<domain::channel_resolution> channel_resolution_repository::find(const domain::organization_id& organization,
                                                                              const domain::integration& of) {
    int resolves = 0;
    int signed_in = 0;
    int tracked = 0;
    std::string division;
    std::string source;
    auto& sql = open_.sql();
    sql << "SELECT resolve_identities, division_id, source_id, automerge_authenticated, automerge_tracking "
           "FROM channel_resolution "
           "WHERE organization_id = :organization AND channel = :channel AND integration_id = :integration",
        into(resolves), into(division), into(source), into(signed_in), into(tracked), use(organization.text(), "organization"),
        use(of.channel, "channel"), use(of.id, "integration");
    if (!sql.got_data()) return std::nullopt;
    domain::channel_resolution found{
        resolves != 0, domain::division_id::trusted(std::move(division)), {}, signed_in != 0, tracked != 0};
    if (!source.empty()) found.source = domain::source_id::trusted(std::move(source));
    return found;
}

void channel_resolution_repository::put(const domain::organization_id& organization, const domain::integration& of,
                                        const domain::channel_resolution& wanted, domain::timestamp now) {
    const int resolves = wanted.resolves ? 1 : 0;
    const int signed_in = wanted.merges_signed_in ? 1 : 0;
    const int tracked = wanted.merges_tracked ? 1 : 0;
    const std::string source = wanted.source ? wanted.source->text() : std::string();
    auto& sql = open_.sql();
    sql << "DELETE FROM channel_resolution "
           "WHERE organization_id = :organization AND channel = :channel AND integration_id = :integration",
        use(organization.text(), "organization"), use(of.channel, "channel"), use(of.id, "integration");
    sql << "INSERT INTO channel_resolution (organization_id, channel, integration_id, resolve_identities, division_id, "
           "source_id, automerge_authenticated, automerge_tracking, modified_at) "
           "VALUES (:organization, :channel, :integration, :resolves, :division, :source, :signed_in, :tracked, :now)",
        use(organization.text(), "organization"), use(of.channel, "channel"), use(of.id, "integration"),
        use(resolves, "resolves"), use(wanted.division.text(), "division"), use(source, "source"), use(signed_in, "signed_in"),
        use(tracked, "tracked"), use(now, "now");
}

}  // namespace extsrc::storage
