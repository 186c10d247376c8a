// SPDX-License-Identifier: BSL-1.0
/// @file The C library's memory, in a process whose threads come and go.
#pragma once

namespace ccphost {

/// Keeps the C library from spreading threads over more memory arenas than there are processors. Each arena keeps the largest
/// extent it ever had, and each generation of a plugin brings threads of its own: the process would grow for hundreds of
/// reloads. To be called before the first thread is started.
void limit_memory_arenas();

}  // namespace ccphost
