// SPDX-License-Identifier: BSL-1.0
/// @file Whether a library's descriptor and instance fit this host and the manifest.
#pragma once

#include "manifest.hpp"

#include <ccp/ext/console.h>
#include <ccp/ext/tasks.h>
#include <ccp/ext/transfer.h>
#include <ccp/plugin.h>

namespace ccphost {

/// Magic, sizes, versions, flags, required functions and extensions, and that id and version are the manifest's. Members beyond
/// the struct's own size are never read.
result<void> check_descriptor(const ccp_descriptor_v1* descriptor, const manifest& listed);

/// Magic, size, version and required functions of an instance's table.
result<void> check_instance(const ccp_plugin_v1* plugin);

/// The ccp.tasks/1 of a started instance; null when the manifest lists no tasks. Fails when it lists some and the instance
/// offers no usable table.
result<const ccp_ext_tasks_v1*> check_tasks(const ccp_plugin_v1& plugin, const manifest& listed);

/// The ccp.console/1 of a started instance; null when it offers none. Fails when its table is not one.
result<const ccp_ext_console_v1*> check_console(const ccp_plugin_v1& plugin);

/// The ccp.transfer/1 of a started instance; null when it offers none. Fails when its table cannot be used.
result<const ccp_ext_transfer_v1*> check_transfer(const ccp_plugin_v1& plugin);

}  // namespace ccphost
