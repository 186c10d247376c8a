// SPDX-License-Identifier: BSL-1.0
/// @file An operation that goes on for as long as a test needs it to.
#pragma once

#include "support/child_process.hpp"

#include <boost/json/object.hpp>

namespace ccphost::test {

/// While it lives, hosts that are started hold the fixture HELD_START in its start, and let it fail once it is let go. Declared
/// before the host. One at a time.
class held_start {
public:
    held_start();
    held_start(const held_start&) = delete;
    held_start& operator=(const held_start&) = delete;
    ~held_start();

    /// For the host's configuration: a start may take longer than any test.
    static boost::json::object patience();
    /// What the fixture says when it has got there.
    static constexpr const char* reached = "fixture: is held";
    /// Ends the start under way and every later one.
    void let_go() const;

private:
    temporary_directory directory_;
};

}  // namespace ccphost::test
