// SPDX-License-Identifier: BSL-1.0
#include "handlers/failure.hpp"

namespace extsrc::handlers {

wire_failure to_wire(domain::errc code) {
    switch (code) {
        case domain::errc::invalid:
            return {400, "bad.request"};
        case domain::errc::not_found:
            return {404, "not.found"};
        case domain::errc::conflict:
            return {409, "general.conflict"};
        case domain::errc::limit_exceeded:
            return {409, "limit.exceeded"};
        case domain::errc::merge_limit_exceeded:
            return {422, "limit.exceeded"};
        case domain::errc::external_source_inactive:
            return {409, "external.source.inactive"};
        case domain::errc::external_source_unknown:
            return {422, "external.source.not.found"};
        case domain::errc::identifier_claimed:
            return {409, "identifier.claimed"};
        case domain::errc::identifier_not_claimed:
            return {409, "identifier.not.claimed"};
        case domain::errc::too_large:
            return {413, "request.entity.too.large"};
    }
    return {500, "internal.server.error"};
}

}  // namespace extsrc::handlers
