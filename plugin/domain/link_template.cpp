// SPDX-License-Identifier: BSL-1.0
#include "domain/link_template.hpp"

#include "domain/unicode_text.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url_view.hpp>

namespace extsrc::domain {
namespace {

namespace urls = boost::urls;

// Stands in for an ID while the template is checked as a URL.
constexpr std::string_view sample = "x";

error refuse(std::string_view field, std::string code, std::string message) {
    return invalid_field(std::string(field), std::move(code), std::move(message));
}

result<void> check_placeholders(std::string_view text, std::string_view field) {
    const auto at = text.find(link_template::placeholder);
    std::string rest(text);
    if (at != std::string_view::npos) rest.erase(at, link_template::placeholder.size());
    if (rest.find(link_template::placeholder) != std::string::npos)
        return refuse(field, "placeholder.repeated", "{{externalId.value}} may stand in a link template only once.");
    if (rest.find("{{") != std::string::npos || rest.find("}}") != std::string::npos)
        return refuse(field, "placeholder.unknown", "{{externalId.value}} is the only placeholder of a link template.");
    return {};
}

result<void> check_url(std::string_view text, std::string_view field) {
    std::string url(text);
    const auto at = url.find(link_template::placeholder);
    if (at != std::string::npos) url.replace(at, link_template::placeholder.size(), sample);
    const auto parsed = urls::parse_uri(url);
    if (!parsed) return refuse(field, "url.invalid", "A link template is an absolute URL.");
    const auto scheme = parsed->scheme_id();
    if (scheme != urls::scheme::http && scheme != urls::scheme::https)
        return refuse(field, "url.scheme", "A link template starts with http:// or https://.");
    if (parsed->host().empty()) return refuse(field, "url.invalid", "A link template names a host.");
    if (at != std::string::npos && at < parsed->encoded_origin().size())
        return refuse(field, "placeholder.position", "{{externalId.value}} stands after the host of a link template.");
    if (at != std::string::npos && at == parsed->encoded_origin().size())
        return refuse(field, "placeholder.position", "A / stands between the host and {{externalId.value}}.");
    if (parsed->has_userinfo()) return refuse(field, "url.invalid", "A link template carries no user name or password.");
    return {};
}

std::string encode_id(std::string_view external_id) {
    return urls::encode({external_id.data(), external_id.size()}, urls::unreserved_chars);
}

}  // namespace

result<link_template> link_template::parse(std::string_view text, std::string_view field) {
    auto line = single_line(field, text, max_length);
    if (!line) return line.error();
    if (auto placeholders = check_placeholders(*line, field); !placeholders) return placeholders.error();
    if (auto url = check_url(*line, field); !url) return url.error();
    return link_template(std::move(*line));
}

std::string link_template::expand(std::string_view external_id) const {
    std::string url = text_;
    if (const auto at = url.find(placeholder); at != std::string::npos)
        url.replace(at, placeholder.size(), encode_id(external_id));
    return url;
}

}  // namespace extsrc::domain
