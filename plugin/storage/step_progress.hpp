// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/dialect.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <optional>

namespace extsrc::storage {

/// How far the step got that is being applied, on databases where each change of the schema commits by itself: whoever takes
/// over from one that was killed goes on there.
class step_progress {
public:
    /// Makes the table where it is missing.
    static void prepare(soci::session& session, const dialect& on);

    explicit step_progress(soci::session& session) : session_(session) {}

    /// Version of the step that was begun and not finished; nothing between steps.
    [[nodiscard]] std::optional<int> unfinished();
    /// How many of its statements were applied.
    [[nodiscard]] std::size_t applied(int version);

    void begin(int version);
    /// Never goes back: somebody else may have taken over meanwhile.
    void advance(int version, std::size_t applied);
    void finish(int version);

private:
    soci::session& session_;
};

}  // namespace extsrc::storage
