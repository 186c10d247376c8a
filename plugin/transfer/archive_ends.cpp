// SPDX-License-Identifier: BSL-1.0
#include "transfer/archive_ends.hpp"

#include "domain/unicode_text.hpp"

#include <boost/json.hpp>

#include <optional>

namespace extsrc::transfer {
namespace {

namespace json = boost::json;

constexpr std::string_view end_start = R"({"kind":"end",)";

domain::error unreadable(std::string why) {
    return domain::failure(domain::errc::invalid, std::move(why));
}

std::optional<json::object> read_object(std::string_view line) {
    boost::system::error_code failed;
    if (!domain::is_utf8(line)) return std::nullopt;
    auto value = json::parse({line.data(), line.size()}, failed);
    if (failed || !value.is_object()) return std::nullopt;
    return std::move(value.get_object());
}

std::string text_of(const json::object& object, std::string_view member) {
    const auto* value = object.if_contains({member.data(), member.size()});
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_of(const json::object& object, std::string_view member) {
    const auto* value = object.if_contains({member.data(), member.size()});
    return value != nullptr && value->is_int64() ? value->get_int64() : -1;
}

}  // namespace

std::string render(const archive_head& head) {
    return json::serialize(json::object{{"kind", "archive"},
                                        {"format", archive_head::format},
                                        {"version", archive_head::version},
                                        {"organization", head.organization.text()},
                                        {"schemaVersion", head.schema_version}});
}

domain::result<archive_head> parse_head(std::string_view line) {
    const auto object = read_object(line);
    if (!object || text_of(*object, "kind") != "archive" || text_of(*object, "format") != archive_head::format)
        return unreadable("this is no archive of an organization");
    const auto version = number_of(*object, "version");
    if (version != archive_head::version)
        return unreadable("the archive is of version " + std::to_string(version) + " of the format; this build reads version " +
                          std::to_string(archive_head::version));
    const auto organization = domain::organization_id::parse(text_of(*object, "organization"));
    if (!organization) return unreadable("the organization's id is not a UUID");
    archive_head head{*organization, number_of(*object, "schemaVersion")};
    if (render(head) != line) return unreadable("the first line is not in the form an export gives it");
    return head;
}

std::string render(const archive_end& end) {
    json::object counts;
    for (std::size_t i = 0; i < kinds.size(); ++i) counts[kinds[i]] = end.counts[i];
    return json::serialize(json::object{{"kind", "end"}, {"records", std::move(counts)}, {"sha256", end.sha256}});
}

bool is_end(std::string_view line) {
    return line.starts_with(end_start);
}

domain::result<archive_end> parse_end(std::string_view line) {
    const auto object = read_object(line);
    const auto* counts = object ? object->if_contains("records") : nullptr;
    if (counts == nullptr || !counts->is_object()) return unreadable("the last line is cut off or damaged");
    archive_end end;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        end.counts[i] = static_cast<std::uint64_t>(number_of(counts->get_object(), kinds[i]));
    end.sha256 = text_of(*object, "sha256");
    if (render(end) != line) return unreadable("the last line is not in the form an export gives it");
    return end;
}

}  // namespace extsrc::transfer
