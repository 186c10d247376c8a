// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/migration.hpp"

#include <span>

/// Which builds a step of the schema leaves able to serve. A step says it in a line "-- serves builds from: N": a build must
/// know at least version N to serve once the step is applied. With N below its own version the step expands the schema, with
/// its own version it contracts it, that is, takes away or changes what older builds need. A step that says nothing admits
/// older builds no more than a contraction does, but is applied in its turn or not at all.
namespace extsrc::storage {

/// N of the step's line, or its own version without one.
/// @throws failure (internal) when a line is no number from 1 to the step's version, or is not the only one
[[nodiscard]] int serves_builds_from(const migration& step);

/// Whether the step says that it contracts the schema. The build that brings it works without it, so it may wait until the
/// builds it would break have ended. @throws failure as above
[[nodiscard]] bool contracts(const migration& step);

/// The schema versions a build serves on without knowing more than its own steps.
struct schema_range {
    int oldest;  ///< that of the newest step that may not wait
    int newest;  ///< that of its newest step
};

/// @param steps of a build, in order of version, at least one  @throws failure as above
[[nodiscard]] schema_range servable_schemas(std::span<const migration> steps);

}  // namespace extsrc::storage
