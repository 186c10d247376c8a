// SPDX-License-Identifier: BSL-1.0
// Checks results of `ccp-host replay` against the truth that generate_interactions wrote.
#include "replay_check.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>

namespace {

std::ifstream open_or_throw(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return file;
}

int check(const std::string& truth_path, const std::vector<std::string>& results, std::uint64_t created) {
    auto truth_file = open_or_throw(truth_path);
    const tools::truth customers = tools::read_truth(truth_file);
    if (customers.empty()) throw std::runtime_error("the truth is empty");
    tools::replay_check judge(customers);
    for (const auto& path : results) {
        auto file = open_or_throw(path);
        judge.add(file, path);
    }
    const auto complaints = judge.verdict(created);
    for (const auto& complaint : complaints) std::fprintf(stderr, "check_replay: %s\n", complaint.c_str());
    std::printf("%zu interactions in %zu replays: %zu contacts, %llu created, %s\n", customers.size(), results.size(),
                judge.contacts(), static_cast<unsigned long long>(judge.created()), complaints.empty() ? "all right" : "WRONG");
    return complaints.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::string truth_path;
    std::vector<std::string> results;
    std::uint64_t created = 0;
    CLI::App app("Checks that replays put every customer on one contact and every contact on one customer.", "check_replay");
    app.add_option("--truth", truth_path, "What generate_interactions --truth wrote.")->required();
    app.add_option("--created", created, "How many contacts all given replays together must have created.")->required();
    app.add_option("results", results, "Results of replays of those interactions, one file each.")->required();
    CLI11_PARSE(app, argc, argv);
    try {
        return check(truth_path, results, created);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "check_replay: %s\n", error.what());
        return 1;
    }
}
