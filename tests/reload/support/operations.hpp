// SPDX-License-Identifier: BSL-1.0
/// @file What tests of operations share.
#pragma once

#include "busy_host.hpp"
#include "support/text.hpp"

#include <string>
#include <vector>

namespace ccphost::test {

/// Whether a reload, rollback or unload did what it should. Under a sanitizer a library may stay mapped.
bool done(const ctl_answer& operation);

/// The command line of `ctl` against a host, for a child process.
std::vector<std::string> ctl_command(const fixture_host& host, std::vector<std::string> arguments);

/// Changes the host's configuration file. @param pointer a JSON Pointer into it, whose parent is there
void edit_config(const fixture_host& host, const std::string& pointer, boost::json::value value);

/// `plugin show` of the fixture.
boost::json::value shown(const fixture_host& host);
/// Text at a JSON Pointer of a value.
std::string text_at(const boost::json::value& in, const std::string& pointer);
/// A whole number there.
std::int64_t number_at(const boost::json::value& in, const std::string& pointer);

}  // namespace ccphost::test
