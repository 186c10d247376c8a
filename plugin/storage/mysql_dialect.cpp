// SPDX-License-Identifier: BSL-1.0
#include "storage/connection_parameters.hpp"
#include "storage/connection_socket.hpp"
#include "storage/dialect.hpp"
#include "storage/set_up_watch.hpp"

#include <mysql.h>
#include <soci/mysql/soci-mysql.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <string>
#include <vector>

namespace extsrc::storage {
namespace {

// Errors by number: the server's from 1000, the client library's from 2000.
constexpr std::array<unsigned, 2> unique_violations{1062, 1586};
constexpr std::array<unsigned, 3> lost_races{1213, 1205, 1020};
// Among them 1047, with which a Galera node answers that is not part of the cluster's majority.
constexpr std::array<unsigned, 9> broken{1047, 1053, 1927, 2002, 2003, 2006, 2013, 2014, 2055};
// Full disks and tables, servers that only read, too many connections, statements that took too long.
constexpr std::array<unsigned, 10> away{1021, 1026, 1030, 1040, 1114, 1203, 1290, 1317, 1836, 1969};
// What is made exists, or what is dropped does not.
constexpr std::array<unsigned, 6> done_already{1050, 1051, 1060, 1061, 1091, 1826};

// A read sees what any node of a Galera cluster had committed before it began; a write needs it for its first lock.
constexpr const char* causal_reads = "SET SESSION wsrep_sync_wait = 1";
constexpr const char* causal_writes = "SET SESSION wsrep_sync_wait = 3";

template <std::size_t Size>
bool among(const std::array<unsigned, Size>& numbers, unsigned number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

MYSQL* handle(soci::session& session) {
    return static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
}

unsigned number_of(const soci::soci_error& error) {
    const auto* native = dynamic_cast<const soci::mysql_soci_error*>(&error);
    return native == nullptr ? 0 : native->err_num_;
}

failure_kind kind_of(unsigned number) {
    if (among(unique_violations, number)) return failure_kind::unique_violation;
    if (among(lost_races, number)) return failure_kind::contention;
    if (among(broken, number)) return failure_kind::disconnected;
    if (among(away, number)) return failure_kind::unavailable;
    return failure_kind::internal;
}

class mysql_dialect final : public dialect {
public:
    explicit mysql_dialect(const std::string& text) : parameters_(connection_parameters::parse(text)) {
        parameters_.set("charset", "utf8mb4");
        parameters_.set_default("connect_timeout", "3");
        parameters_.set_default("read_timeout", "60");
        parameters_.set_default("write_timeout", "60");
        hosts_ = split_list(parameters_.take("host").value_or("localhost"));
        ports_ = split_list(parameters_.take("port").value_or("3306"));
        if (ports_.size() != 1 && ports_.size() != hosts_.size())
            throw failure(failure_kind::unusable, "the database URL has neither one port nor one for each host");
    }

    // The host that served last comes first, so that all sessions are on one node while it lives.
    std::unique_ptr<soci::session> connect(access mode) const override {
        std::string why;
        const std::size_t first = serving_;
        for (std::size_t i = 0; i < hosts_.size(); ++i) {
            const std::size_t host = (first + i) % hosts_.size();
            try {
                auto session = connect_to(host, mode);
                serving_ = host;
                return session;
            } catch (const soci::soci_error& error) {
                why += (why.empty() ? "" : "; ") + hosts_[host] + ": " + error.what();
            }
        }
        throw failure(failure_kind::unavailable, "cannot connect to MariaDB: " + why);
    }

    void begin_read(soci::session& session) const override {
        session << "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";
    }
    void begin_write(soci::session& session) const override { session << "START TRANSACTION READ WRITE"; }
    void begin_schema_change(soci::session& session) const override { begin_write(session); }

    void commit(soci::session& session) const override {
        // COMMIT after the server rolled the transaction back reports no error.
        if (!in_transaction(session))
            throw failure(failure_kind::contention, "the transaction ended before it was to be committed");
        session << "COMMIT";
    }

    bool in_transaction(soci::session& session) const override {
        return (handle(session)->server_status & SERVER_STATUS_IN_TRANS) != 0;
    }

    breaker break_off(soci::session& session) const override { return shut_down_later(mysql_get_socket(handle(session))); }

    failure classify(soci::session&, const soci::soci_error& error) const override {
        return {kind_of(number_of(error)), error.get_error_message()};
    }

    bool was_done_already(const soci::soci_error& error) const override { return among(done_already, number_of(error)); }

    writing writers() const override { return writing::side_by_side; }
    bool schema_changes_roll_back() const override { return false; }

    // A unique key that is too long silently becomes one by hash, which a Galera cluster does not certify.
    void inspect_schema(soci::session& session) const override {
        long long hashed = 0;
        session << "SELECT COUNT(*) FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_type = 'HASH'",
            soci::into(hashed);
        if (hashed != 0) throw failure(failure_kind::unusable, "the schema has keys that MariaDB keeps by hash");
    }

    std::string_view name() const override { return "mysql"; }
    std::string_view table_options() const override {
        return "ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
    }
    std::string_view keyed_table_options() const override { return table_options(); }

private:
    std::unique_ptr<soci::session> connect_to(std::size_t host, access mode) const {
        auto with = parameters_;
        with.read_password_file();
        with.set("host", hosts_[host]);
        with.set("port", ports_.size() == 1 ? ports_.front() : ports_[host]);
        auto session = std::make_unique<soci::session>(soci::mysql, with.text());
        const set_up_watch watched(*this, *session);
        set_up(*session, mode);
        return session;
    }

    static void set_up(soci::session& session, access mode) {
        session << "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";
        session << "SET SESSION innodb_lock_wait_timeout = 1, lock_wait_timeout = 10, max_statement_time = 60, "
                   "idle_transaction_timeout = 60";
        const bool reads = mode == access::read_only;
        session << std::string("SET SESSION TRANSACTION ISOLATION LEVEL ") + (reads ? "REPEATABLE READ" : "READ COMMITTED");
        session << (reads ? causal_reads : causal_writes);
        // A node outside the cluster's majority takes connections, but no queries.
        int one = 0;
        session << "SELECT 1", soci::into(one);
    }

    connection_parameters parameters_;
    std::vector<std::string> hosts_;
    std::vector<std::string> ports_;
    mutable std::atomic<std::size_t> serving_ = 0;  // index of the host that the latest session is on
};

}  // namespace

std::unique_ptr<dialect> make_mysql_dialect(const std::string& parameters) {
    return std::make_unique<mysql_dialect>(parameters);
}

}  // namespace extsrc::storage
