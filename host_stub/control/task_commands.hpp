// SPDX-License-Identifier: BSL-1.0
/// @file The commands about plugins' tasks.
#pragma once

#include "command.hpp"
#include "loader/task_runner.hpp"

namespace ccphost {

/// "task list" and "task run".
class task_commands {
public:
    /// Both borrowed; outlive the commands.
    task_commands(const task_board& tasks, const task_runner& runner) : tasks_(tasks), runner_(runner) {}

    /// Adds them; they borrow this object.
    void add_to(command_map& commands);

private:
    [[nodiscard]] control_reply list() const;
    [[nodiscard]] control_reply run(const command_call& call) const;

    const task_board& tasks_;
    const task_runner& runner_;
};

}  // namespace ccphost
