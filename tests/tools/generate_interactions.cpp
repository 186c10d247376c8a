// SPDX-License-Identifier: BSL-1.0
// Writes interactions of invented customers for `ccp-host replay`, and beside them the truth: who each of them came from.
#include "interaction_stream.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>

namespace {

void open_or_throw(std::ofstream& file, const std::string& path) {
    file.open(path, std::ios::binary | std::ios::trunc);
    if (!file) throw std::runtime_error("cannot write " + path);
}

void write_all(tools::interaction_stream stream, std::ostream& records, std::ostream* truth) {
    while (!stream.done()) {
        const auto one = stream.next();
        records << boost::json::serialize(one.record) << '\n';
        if (truth != nullptr) *truth << one.id << '\t' << one.customer << '\n';
    }
    records.flush();
    if (!records || (truth != nullptr && !truth->flush())) throw std::runtime_error("writing failed");
}

}  // namespace

int main(int argc, char** argv) {
    tools::stream_plan plan;
    std::string out = "-";
    std::string truth_path;
    CLI::App app("Writes interactions of invented customers, the same for the same seed.", "generate_interactions");
    app.add_option("--customers", plan.customers, "How many customers come, each at least once.")->required();
    app.add_option("--interactions", plan.interactions, "How many interactions there are.")->required();
    app.add_option("--seed", plan.seed, "Seed of everything random.")->default_val(1);
    app.add_option("--organization", plan.organization, "Organization of the interactions, a UUID.")->required();
    app.add_option("--sources", plan.sources, "External sources, UUIDs with commas between.")->delimiter(',');
    app.add_option("--channels", plan.channels, "Channels with commas between.")
        ->delimiter(',')
        ->default_val(std::vector<std::string>{"voice", "email", "sms", "webmessaging-authenticated"});
    app.add_option("--out", out, "Where the interactions go, one JSON object a line; - for standard output.");
    app.add_option("--truth", truth_path, "Where the truth goes: interaction id, tab, number of the customer.");
    CLI11_PARSE(app, argc, argv);

    try {
        std::ofstream records_file;
        std::ofstream truth_file;
        if (out != "-") open_or_throw(records_file, out);
        if (!truth_path.empty()) open_or_throw(truth_file, truth_path);
        write_all(tools::interaction_stream(std::move(plan)), out == "-" ? std::cout : records_file,
                  truth_path.empty() ? nullptr : &truth_file);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "generate_interactions: %s\n", error.what());
        return 1;
    }
}
