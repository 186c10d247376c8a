// SPDX-License-Identifier: BSL-1.0
#include "handlers/bulk.hpp"

#include "handlers/failure.hpp"
#include "handlers/json_reader.hpp"
#include "storage/failure.hpp"

#include <utility>
#include <vector>

namespace extsrc::handlers {
namespace {

namespace json = boost::json;

constexpr wire_failure unavailable{503, "service.unavailable"};
constexpr wire_failure internal_error{500, "internal.server.error"};

domain::result<json::array> read_entities(const request& asked, std::size_t most) {
    auto body = parse_body(asked.body);
    if (!body) return body.error();
    std::vector<domain::field_error> faults;
    object_reader reader(*body, "", faults);
    const auto* entities = reader.array("entities");
    if (entities == nullptr && faults.empty()) reader.fault("entities", "value.required", "entities is missing.");
    reader.finish();
    if (!faults.empty()) return to_error(std::move(faults));
    if (entities->size() > most)
        return domain::failure(domain::errc::too_large, "A bulk request takes up to " + std::to_string(most) + " entities.");
    return *entities;
}

// The entity's id as the client gave it, so that a failure can be told apart.
std::string given_id(const json::value& entity) {
    const auto* object = entity.if_object();
    const auto* id = object != nullptr ? object->if_contains("id") : nullptr;
    return id != nullptr && id->is_string() ? std::string(id->get_string()) : std::string();
}

json::object to_result(const bulk_success& done) {
    json::object result;
    if (!done.id.empty()) result["id"] = done.id;
    result["success"] = true;
    result["status"] = done.status;
    if (!done.entity.empty()) result["entity"] = done.entity;
    return result;
}

json::object to_result(const json::value& entity, wire_failure wire, bool retryable, const domain::error& failed) {
    json::array details;
    for (const auto& field : failed.fields)
        details.push_back(json::object{{"fieldName", field.field}, {"value", field.code}, {"message", field.message}});
    json::object error{{"code", wire.code},
                       {"message", failed.message},
                       {"status", wire.status},
                       {"retryable", retryable},
                       {"details", std::move(details)}};
    if (entity.is_object()) error["entity"] = entity;
    json::object result;
    if (const auto id = given_id(entity); !id.empty()) result["id"] = id;
    result["success"] = false;
    result["status"] = wire.status;
    result["error"] = std::move(error);
    return result;
}

// Other entities may be done already, so the request as a whole cannot fail any more; and what went wrong inside is nobody's
// business outside.
json::object not_served(const json::value& entity, wire_failure wire, bool retryable) {
    return to_result(entity, wire, retryable, domain::failure(domain::errc::invalid, "The entity could not be served."));
}

json::object run_one(const json::value& entity, const bulk_work& work) {
    if (!entity.is_object()) {
        const auto failed = domain::failure(domain::errc::invalid, "The entity is not an object.");
        return to_result(entity, to_wire(failed.code), false, failed);
    }
    try {
        const auto done = work(entity.get_object());
        if (done) return to_result(*done);
        return to_result(entity, to_wire(done.error().code), false, done.error());
    } catch (const storage::failure& failed) {
        return failed.may_pass() ? not_served(entity, unavailable, true) : not_served(entity, internal_error, false);
    } catch (const std::exception&) {
        return not_served(entity, internal_error, false);
    }
}

}  // namespace

answer run_bulk(const request& asked, std::size_t most, const bulk_work& work) {
    const auto entities = read_entities(asked, most);
    if (!entities) return entities.error();
    json::array results;
    json::array error_indexes;
    for (const auto& entity : *entities) {
        results.push_back(run_one(entity, work));
        if (!results.back().at("success").as_bool()) error_indexes.emplace_back(results.size() - 1);
    }
    json::object answered;
    answered["results"] = std::move(results);
    answered["errorCount"] = error_indexes.size();
    answered["errorIndexes"] = std::move(error_indexes);
    return reply(json::serialize(answered));
}

}  // namespace extsrc::handlers
