// SPDX-License-Identifier: BSL-1.0
#include "correlation_id.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace ccphost {

std::string new_correlation_id() {
    thread_local boost::uuids::random_generator_mt19937 generate;
    return boost::uuids::to_string(generate());
}

}  // namespace ccphost
