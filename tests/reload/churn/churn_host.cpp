// SPDX-License-Identifier: BSL-1.0
#include "churn_host.hpp"

#include "loader/checksum.hpp"

#include <boost/json.hpp>

namespace ccphost::test {
namespace {

constexpr std::size_t workers = 4;

std::shared_ptr<const client_account> account() {
    return std::make_shared<const client_account>(
        client_account{"churn", churn_host::organization, {"externalContacts:*:*", "relate:*:*"}});
}

}  // namespace

churn_host::churn_host(const churn_options& options)
    : database_(options.database.value_or(directory_.path() / "contacts.db")),
      manifests_{
          write_manifest("a.json", MARKED_BUILD_A, "1.0.0-a"),
          write_manifest("b.json", options.second_library.empty() ? MARKED_BUILD_B : options.second_library, "1.0.0-b")} {
    const boost::json::value config{{"database", "sqlite3://db=" + database().string()}};
    runtime_.plugins.start_all({{manifests_[0], {}, config, {}, false}}).value();
    limits_.workers = workers;
    dispatcher_ = std::make_unique<dispatcher>(runtime_.plugins, clients_, tokens_, nullptr, limits_);
    server_ = std::make_unique<http_server>(*dispatcher_, limits_, runtime_.counters, runtime_.hub);
    port_ = server_->listen("127.0.0.1", 0).value();
    authorization_ = "Authorization: Bearer " + tokens_.issue(account());
}

churn_host::~churn_host() {
    server_->stop(std::chrono::seconds(5));
    if (!runtime_.plugins.pin_all().empty()) static_cast<void>(retire());
    dispatcher_->join();
}

std::filesystem::path churn_host::write_manifest(const std::string& name, const std::string& library,
                                                 const std::string& version) const {
    auto manifest = boost::json::parse(read_file(PLUGIN_MANIFEST));
    manifest.as_object()["version"] = version;
    manifest.as_object()["library"] = {{"file", library}, {"sha256", sha256_of_file(library).value()}};
    write_file(directory_.path() / name, boost::json::serialize(manifest));
    return directory_.path() / name;
}

operation_report churn_host::counted(const std::function<operation_report(std::uint64_t)>& operation) {
    const auto next = ++begun_;
    auto report = operation(next);
    if (report.to) {
        ended_ = next;
    } else {
        --begun_;
    }
    return report;
}

operation_report churn_host::reload() {
    return counted([this](auto next) { return reloads_.reload({.actor = "test"}, {.manifest = manifests_[next % 2]}); });
}

operation_report churn_host::rollback() {
    return counted([this](auto) { return reloads_.rollback({.actor = "test"}); });
}

std::string churn_host::health() const {
    return runtime_.plugins.pin_all().front()->health().detail;
}

result<void> churn_host::retire() {
    return runtime_.plugins.retire_all(std::chrono::seconds(10));
}

}  // namespace ccphost::test
