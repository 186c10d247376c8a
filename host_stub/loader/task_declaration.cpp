// SPDX-License-Identifier: BSL-1.0
#include "task_declaration.hpp"

#include <set>

namespace ccphost {
namespace {

bool is_task_name(const std::string& name) {
    return name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

task_declaration read_task(const boost::json::value& value, const std::string& path) {
    json_members members(value, path);
    task_declaration task;
    task.name = members.text("name");
    if (!is_task_name(task.name)) throw member_error(members.path_of("name") + " must be of a to z, 0 to 9 and '-'");
    task.every = std::chrono::seconds(members.integer("everySeconds", 1, longest_task_interval_s));
    task.description = members.optional_text("description").value_or("");
    members.reject_unknown();
    return task;
}

}  // namespace

std::vector<task_declaration> read_tasks(json_members& manifest) {
    std::vector<task_declaration> tasks;
    if (manifest.find("tasks") == nullptr) return tasks;
    std::set<std::string> names;
    for (const auto& entry : manifest.array("tasks")) {
        const auto path = "tasks[" + std::to_string(tasks.size()) + "]";
        auto task = read_task(entry, path);
        if (!names.insert(task.name).second) throw member_error(path + ".name repeats " + task.name);
        tasks.push_back(std::move(task));
    }
    return tasks;
}

}  // namespace ccphost
