// SPDX-License-Identifier: BSL-1.0
#include "held_start.hpp"

#include <cstdlib>

namespace ccphost::test {
namespace {

constexpr const char* variable = "FIXTURE_GATE";

}  // namespace

held_start::held_start() {
    ::setenv(variable, (directory_.path() / "gate").c_str(), 1);
}

held_start::~held_start() {
    ::unsetenv(variable);
}

boost::json::object held_start::patience() {
    return {{"lifecycle", {{"startMilliseconds", 60'000}}}};
}

void held_start::let_go() const {
    write_file(directory_.path() / "gate", "");
}

}  // namespace ccphost::test
