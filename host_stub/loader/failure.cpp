// SPDX-License-Identifier: BSL-1.0
#include "failure.hpp"

#include "one_line.hpp"

namespace ccphost {

std::string_view name_of(step which) noexcept {
    switch (which) {
        case step::command:
            return "command";
        case step::host_config:
            return "host configuration";
        case step::manifest:
            return "manifest";
        case step::stage:
            return "stage";
        case step::checksum:
            return "checksum";
        case step::load:
            return "load";
        case step::negotiate:
            return "negotiate";
        case step::config:
            return "configuration";
        case step::create:
            return "create";
        case step::start:
            return "start";
        case step::health:
            return "health";
        case step::switch_over:
            return "switch";
        case step::configure:
            return "configure";
        case step::drain:
            return "drain";
        case step::stop:
            return "stop";
        case step::destroy:
            return "destroy";
        case step::unload:
            return "unload";
        case step::verify:
            return "verify";
        case step::settle:
            return "settle";
        case step::listen:
            return "listen";
        case step::control:
            return "control";
        case step::replay:
            return "replay";
        case step::transfer:
            return "transfer";
    }
    return "unknown";
}

std::string failure::text() const {
    return std::string(name_of(where)) + ": " + one_line(why);
}

failure failure::within(std::string_view context) const {
    return {where, std::string(context) + ": " + why};
}

void throw_exception_from_error(const failure& error, const boost::source_location&) {
    throw std::runtime_error(error.text());
}

}  // namespace ccphost
