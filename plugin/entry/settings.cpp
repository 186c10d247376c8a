// SPDX-License-Identifier: BSL-1.0
#include "entry/settings.hpp"

#include "domain/interaction.hpp"
#include "domain/phone_number.hpp"

#include <boost/json.hpp>

namespace extsrc::entry {
namespace {

namespace json = boost::json;

std::set<std::string, std::less<>> read_channels(const json::value& names) {
    std::set<std::string, std::less<>> channels;
    for (const auto& name : names.as_array()) {
        channels.emplace(name.as_string());
        if (!domain::is_channel(name.as_string()))
            throw bad_settings("disabledChannels: there is no channel " + json::serialize(name));
    }
    return channels;
}

identity::several_matches read_several_matches(std::string_view name) {
    if (name == "priority") return identity::several_matches::priority;
    if (name == "oldest") return identity::several_matches::oldest;
    if (name == "leave") return identity::several_matches::leave;
    throw bad_settings("severalMatches is none of priority, oldest and leave");
}

settings read(const json::object& object) {
    settings read;
    read.database = object.at("database").as_string();
    if (const auto* sessions = object.if_contains("databaseSessions"))
        read.database_sessions = sessions->to_number<std::size_t>();
    if (const auto* region = object.if_contains("phoneRegion")) read.phone_region = region->as_string();
    if (const auto* channels = object.if_contains("disabledChannels")) read.disabled_channels = read_channels(*channels);
    if (const auto* several = object.if_contains("severalMatches"))
        read.several_matches = read_several_matches(several->as_string());
    if (read.database_sessions == 0) throw bad_settings("databaseSessions is 0");
    if (!domain::is_phone_region(read.phone_region)) throw bad_settings("phoneRegion: there is no region " + read.phone_region);
    return read;
}

}  // namespace

settings settings::parse(std::string_view text) {
    try {
        return read(json::parse({text.data(), text.size()}).as_object());
    } catch (const bad_settings&) {
        throw;
    } catch (const std::exception& failed) {
        throw bad_settings(std::string("the configuration is not of the form the manifest describes: ") + failed.what());
    }
}

}  // namespace extsrc::entry
