// SPDX-License-Identifier: BSL-1.0
#include "entry/transfer_adapter.hpp"

#include "transfer/exporter.hpp"
#include "transfer/importer.hpp"

#include <boost/json.hpp>

#include <string>

namespace extsrc::entry {
namespace {

using transfer::broken_off;

class host_lines final : public transfer::line_sink {
public:
    explicit host_lines(const ccp_sink& to) : to_(to) {}

    void put(std::string_view line) override {
        text_.assign(line).push_back('\n');
        if (const auto status = to_.write(to_.ctx, to_c(text_)); status != CCP_OK)
            throw broken_off(status, "the host does not take any more lines");
    }

private:
    const ccp_sink& to_;
    std::string text_;
};

class host_archive final : public transfer::line_source {
public:
    explicit host_archive(const ccp_line_source_v1& from) : from_(from) {}

    bool next(std::string_view& line) override {
        ++number_;
        ccp_str given{};
        const auto status = from_.next(from_.ctx, &given);
        if (status == CCP_E_NOT_FOUND) return false;
        const auto where = "line " + std::to_string(number_);
        if (status == CCP_E_ARGUMENT) throw broken_off(status, where + ": it is too long to be of an archive");
        if (status != CCP_OK) throw broken_off(status, where + " cannot be read");
        line = to_cpp(given);
        return true;
    }

    void rewind() override {
        number_ = 0;
        if (const auto status = from_.rewind(from_.ctx); status != CCP_OK)
            throw broken_off(status, "the archive cannot be read from its beginning");
    }

private:
    const ccp_line_source_v1& from_;
    std::uint64_t number_ = 0;
};

std::uint32_t to_c(transfer::part which) {
    switch (which) {
        case transfer::part::exporting:
            return CCP_TRANSFER_EXPORTING;
        case transfer::part::checking:
            return CCP_TRANSFER_CHECKING;
        case transfer::part::storing:
            return CCP_TRANSFER_STORING;
        case transfer::part::verifying:
            break;
    }
    return CCP_TRANSFER_VERIFYING;
}

std::int32_t to_status(domain::errc code) {
    if (code == domain::errc::not_found) return CCP_E_NOT_FOUND;
    return code == domain::errc::conflict ? CCP_E_CONFLICT : CCP_E_ARGUMENT;
}

std::int32_t refuse(const host_link& host, std::int32_t status, std::string_view why) {
    host.set_error(status, why);
    return status;
}

std::string to_json(const transfer::import_report& report) {
    boost::json::object records;
    for (std::size_t i = 0; i < transfer::kinds.size(); ++i) records[transfer::kinds[i]] = report.end.counts[i];
    return boost::json::serialize(boost::json::object{{"organization", report.organization.text()},
                                                      {"records", std::move(records)},
                                                      {"sha256", report.end.sha256},
                                                      {"resumedAtLine", report.resumed_at},
                                                      {"wasComplete", report.was_complete}});
}

// Runs a transfer, which ends with a status, or with what it was broken off for.
template <class Work>
std::int32_t until_broken_off(const host_link& host, const Work& work) {
    try {
        return work();
    } catch (const broken_off& why) {
        return refuse(host, why.status(), why.what());
    }
}

}  // namespace

void host_watch::progress(transfer::part which, std::uint64_t done, std::uint64_t total) {
    if (draining_) throw broken_off(CCP_E_CANCELLED, "the plugin is being stopped");
    if (const auto status = watch_.progress(watch_.ctx, to_c(which), done, total); status != CCP_OK)
        throw broken_off(status, "stopped before it was complete");
}

std::int32_t export_organization(const host_link& host, storage::database& from, std::string_view organization,
                                 host_watch& watch, storage::deadline until, const ccp_sink& lines) {
    const auto of = domain::organization_id::parse(organization);
    if (!of) return refuse(host, CCP_E_ARGUMENT, "the organization's id is not a UUID");
    return until_broken_off(host, [&]() -> std::int32_t {
        host_lines to(lines);
        const auto done = transfer::export_organization(from, *of, to, watch, until);
        return done ? CCP_OK : refuse(host, to_status(done.error().code), done.error().message);
    });
}

std::int32_t import_organization(const host_link& host, storage::database& into, const ccp_line_source_v1& archive,
                                 host_watch& watch, storage::deadline until, const ccp_sink& report) {
    return until_broken_off(host, [&]() -> std::int32_t {
        host_archive lines(archive);
        const auto done = transfer::importer(into, lines, watch, until).run();
        if (!done) return refuse(host, to_status(done.error().code), done.error().message);
        return report.write(report.ctx, to_c(to_json(*done)));
    });
}

}  // namespace extsrc::entry
