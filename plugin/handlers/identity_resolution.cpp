// SPDX-License-Identifier: BSL-1.0
#include "handlers/identity_resolution.hpp"

#include "domain/interaction.hpp"
#include "domain/unicode_text.hpp"
#include "handlers/identity_resolution_json.hpp"
#include "handlers/json_reader.hpp"
#include "handlers/paths.hpp"
#include "storage/channel_resolution_repository.hpp"
#include "storage/source_repository.hpp"

#include <boost/json.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

#include <array>
#include <string>
#include <utility>

namespace extsrc::handlers {
namespace {

struct kind_row {
    integration_kind kind;
    std::string_view channel;
    std::string_view path;
    std::string_view id;  // the path's parameter; a domain name beside it only leads there
    resolution_shape shape;
};

constexpr resolution_shape plain{};
constexpr resolution_shape of_queue{.wrapper = "callOnBehalfOfQueue"};
constexpr resolution_shape of_web_deployment{.external_source = true, .automerge = true};
constexpr resolution_shape of_open_messaging{.external_source = true};

constexpr std::array<kind_row, 11> kinds{{
    {integration_kind::call_flow, "voice", paths::call_flow_resolution, "ivrId", plain},
    {integration_kind::queue, "callback", paths::queue_resolution, "queueId", of_queue},
    {integration_kind::email_route, "email", paths::email_resolution, "routeId", plain},
    {integration_kind::sms_number, "sms", paths::sms_resolution, "addressId", plain},
    {integration_kind::web_deployment, domain::web_messaging, paths::web_resolution, "deploymentId", of_web_deployment},
    {integration_kind::open_messaging, "openmessaging", paths::open_messaging_resolution, "integrationId", of_open_messaging},
    {integration_kind::whatsapp, "whatsapp", paths::whatsapp_resolution, "integrationId", plain},
    {integration_kind::facebook, "facebook", paths::facebook_resolution, "integrationId", plain},
    {integration_kind::instagram, "instagram", paths::instagram_resolution, "integrationId", plain},
    {integration_kind::apple, "apple", paths::apple_resolution, "integrationId", plain},
    {integration_kind::twitter, "x", paths::twitter_resolution, "integrationId", plain},
}};

const kind_row& row(integration_kind kind) {
    return kinds.at(static_cast<std::size_t>(kind));
}

domain::result<domain::integration> integration_of(const kind_row& kind, const request& asked) {
    const auto id = asked.path_parameter(kind.id);
    if (id.empty() || id.size() > domain::max_integration_id || !domain::is_utf8(id) || domain::has_control(id))
        return domain::failure(domain::errc::not_found, "There is no such integration.");
    return domain::integration{std::string(kind.channel), std::string(id)};
}

// The kind's path with the parameters of the request in place.
std::string self_uri(const kind_row& kind, const request& asked) {
    std::string uri(kind.path);
    for (const auto& [name, value] : asked.path_parameters) {
        const std::string slot = "{" + std::string(name) + "}";
        if (const auto at = uri.find(slot); at != std::string::npos)
            uri.replace(at, slot.size(), boost::urls::encode(value, boost::urls::unreserved_chars));
    }
    return uri;
}

// A configuration with the source it names, unless that was deleted.
struct shown_resolution {
    domain::channel_resolution resolution;
    source_references sources;
};

shown_resolution show(storage::transaction& open, const request& asked, domain::channel_resolution resolution) {
    shown_resolution shown{std::move(resolution), {}};
    if (!shown.resolution.source) return shown;
    if (auto source = storage::source_repository(open).find(asked.organization, *shown.resolution.source))
        shown.sources.live.emplace(source->id, *source);
    return shown;
}

reply body_of(const shown_resolution& shown, const kind_row& kind, const request& asked) {
    return {boost::json::serialize(render(shown.resolution, kind.shape, shown.sources, self_uri(kind, asked)))};
}

domain::result<domain::channel_resolution> read_body(const kind_row& kind, const request& asked) {
    const auto body = parse_body(asked.body);
    if (!body) return body.error();
    return read_resolution(*body, kind.shape);
}

// A disabled source may be named: it goes on resolving what it issued. A deleted one may stay, so that the rest of the
// configuration can be changed.
domain::result<void> check_source(const shown_resolution& wanted, const std::optional<domain::channel_resolution>& before) {
    const auto& source = wanted.resolution.source;
    if (!source || wanted.sources.live.contains(*source)) return {};
    if (before && before->source == source) return {};
    return domain::failure(domain::errc::external_source_unknown, "There is no such external source.", source->text());
}

}  // namespace

answer get_identity_resolution(integration_kind kind, const context& with, const request& asked) {
    const auto& of = row(kind);
    const auto integration = integration_of(of, asked);
    if (!integration) return integration.error();
    const auto shown = with.database.read(asked.until, [&](storage::transaction& open) {
        const auto configured = storage::channel_resolution_repository(open).find(asked.organization, *integration);
        return show(open, asked, configured.value_or(with.channels.defaults(of.channel)));
    });
    return body_of(shown, of, asked);
}

answer put_identity_resolution(integration_kind kind, const context& with, const request& asked) {
    const auto& of = row(kind);
    const auto integration = integration_of(of, asked);
    if (!integration) return integration.error();
    const auto wanted = read_body(of, asked);
    if (!wanted) return wanted.error();
    const auto stored = with.database.write(asked.organization, asked.until,
                                            [&](storage::transaction& open) -> domain::result<shown_resolution> {
                                                auto shown = show(open, asked, *wanted);
                                                storage::channel_resolution_repository configured(open);
                                                const auto before = configured.find(asked.organization, *integration);
                                                if (auto valid = check_source(shown, before); !valid) return valid.error();
                                                configured.put(asked.organization, *integration, *wanted, with.wall_clock());
                                                return shown;
                                            });
    if (!stored) return stored.error();
    return body_of(*stored, of, asked);
}

}  // namespace extsrc::handlers
