// SPDX-License-Identifier: BSL-1.0
#include "admin_assets.hpp"

#include "console/shell_files.hpp"
#include "error_body.hpp"
#include "loader/checksum.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/beast/http/rfc7230.hpp>

#include <algorithm>

namespace ccphost {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view page_name = "index.html";
constexpr std::string_view folder_mark = "{{assets}}";  // in the page
constexpr std::size_t version_digits = 16;

std::string_view content_type_of(std::string_view name) {
    return name.ends_with(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
}

const embedded_file* find_shell_file(std::string_view name) {
    const auto files = shell_files();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.name == name; });
    return found == files.end() ? nullptr : &*found;
}

bool is_refused(const http::param_list& parameters) {
    const auto quality = std::find_if(parameters.begin(), parameters.end(),
                                      [](const auto& each) { return boost::algorithm::iequals(each.first, "q"); });
    return quality != parameters.end() && view((*quality).second).find_first_not_of("0.") == std::string_view::npos;
}

// A client that says nothing takes anything, and what it says of gzip by name outweighs what it says of all.
bool takes_gzip(const request_message& request) {
    if (request.find(http::field::accept_encoding) == request.end()) return true;
    bool takes_any = false;
    const auto [first, last] = request.equal_range(http::field::accept_encoding);
    for (auto field = first; field != last; ++field) {
        for (const auto& [coding, parameters] : http::ext_list(field->value())) {
            if (boost::algorithm::iequals(coding, "gzip")) return !is_refused(parameters);
            if (coding == "*") takes_any = !is_refused(parameters);
        }
    }
    return takes_any;
}

answer lasting(std::string bytes, std::string content_type) {
    answer what{200, {}, std::move(bytes), std::move(content_type)};
    what.lasting = true;
    return what;
}

}  // namespace

std::string asset_url(std::string_view owner, std::string_view version, std::string_view path) {
    std::string url = "/admin-assets/";
    return url.append(owner).append("/").append(version).append("/").append(path);
}

shell_assets::shell_assets() {
    std::string all;
    for (const auto& each : shell_files()) all.append(each.name).append(":").append(each.bytes).append("\n");
    version_ = sha256_of_text(all).substr(0, version_digits);
    page_ = find_shell_file(page_name)->bytes;
    boost::algorithm::replace_all(page_, folder_mark, asset_url("shell", version_, ""));
}

std::optional<answer> shell_assets::find(std::string_view version, std::string_view name) const {
    const auto* file = version == version_ && name != page_name ? find_shell_file(name) : nullptr;
    if (file == nullptr) return std::nullopt;
    return lasting(std::string(file->bytes), std::string(content_type_of(name)));
}

std::optional<answer> find_plugin_asset(const plugin_set& plugins, const std::vector<std::string>& segments,
                                        const request_message& request, const std::string& correlation_id) {
    const auto pinned = plugins.find(segments[1]);
    if (!pinned || (*pinned)->console().version != segments[2]) return std::nullopt;
    const auto path = boost::algorithm::join(std::vector(segments.begin() + 3, segments.end()), "/");
    const auto* asset = (*pinned)->console().find(path);
    if (asset == nullptr) return std::nullopt;
    if (asset->content_encoding.empty()) return lasting(asset->bytes, asset->content_type);
    if (!takes_gzip(request)) return to_answer(errors::not_acceptable(asset->content_encoding), correlation_id);
    auto what = lasting(asset->bytes, asset->content_type);
    what.headers = {{"Content-Encoding", asset->content_encoding}, {"Vary", "Accept-Encoding"}};
    return what;
}

}  // namespace ccphost
