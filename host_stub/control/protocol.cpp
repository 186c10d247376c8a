// SPDX-License-Identifier: BSL-1.0
#include "protocol.hpp"

#include "loader/json_members.hpp"

#include <boost/json.hpp>

namespace ccphost {
namespace {

result<boost::json::value> parse_line(std::string_view line) {
    boost::system::error_code bad;
    auto document = boost::json::parse({line.data(), line.size()}, bad);
    if (bad) return failure{step::control, "the line is not valid JSON: " + bad.message()};
    return document;
}

}  // namespace

result<control_request> parse_request(std::string_view line) try {
    const auto document = parse_line(line);
    if (!document) return document.error();
    json_members members(*document, "");
    control_request request;
    if (const auto* id = members.find("id")) request.id = *id;
    request.command = members.text("cmd");
    if (const auto* args = members.find("args")) {
        if (!args->is_object()) throw member_error("args must be an object");
        request.args = args->get_object();
    }
    members.reject_unknown();
    return request;
} catch (const member_error& error) {
    return failure{step::control, error.what()};
}

std::string render_request(const control_request& request) {
    return boost::json::serialize(boost::json::object{{"id", request.id}, {"cmd", request.command}, {"args", request.args}});
}

std::string render_reply(const control_reply& reply, const boost::json::value& id) {
    return boost::json::serialize(boost::json::object{{"id", id},
                                                      {"ok", reply.code == control_code::ok},
                                                      {"code", static_cast<int>(reply.code)},
                                                      {"message", reply.message},
                                                      {"data", reply.data}});
}

result<control_reply> parse_reply(std::string_view line) try {
    const auto document = parse_line(line);
    if (!document) return document.error();
    json_members members(*document, "");
    control_reply reply;
    reply.code = static_cast<control_code>(members.integer("code", 0, 7));
    reply.message = members.optional_text("message").value_or("");
    if (const auto* data = members.find("data")) reply.data = *data;
    return reply;
} catch (const member_error& error) {
    return failure{step::control, error.what()};
}

}  // namespace ccphost
