// SPDX-License-Identifier: BSL-1.0
#include "storage/connection_parameters.hpp"
#include "storage/connection_socket.hpp"
#include "storage/dialect.hpp"
#include "storage/postgresql_rules.hpp"
#include "storage/set_up_watch.hpp"

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>

#include <string>
#include <string_view>

namespace extsrc::storage {
namespace {

// Where a statement waits for a lock longer than this, its transaction begins anew. A statement that nobody waits for any more
// ends when the server looks after its client, and a transaction whose client went away without a word after a minute.
constexpr const char* common_settings =
    "SET client_encoding = 'UTF8'; SET client_min_messages = warning; SET lock_timeout = '1s'; SET statement_timeout = '60s'; "
    "SET client_connection_check_interval = '2s'; SET idle_in_transaction_session_timeout = '60s'; "
    "SET standard_conforming_strings = on";

PGconn* handle(soci::session& session) {
    return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

std::string state_of(const soci::soci_error& error) {
    const auto* native = dynamic_cast<const soci::postgresql_soci_error*>(&error);
    return native == nullptr ? std::string() : native->sqlstate();
}

class postgresql_dialect final : public dialect {
public:
    explicit postgresql_dialect(const std::string& text) : parameters_(connection_parameters::parse(text)) {
        parameters_.set_default("connect_timeout", "3");
        parameters_.set_default("target_session_attrs", "read-write");
        parameters_.set_default("tcp_user_timeout", "10000");
        parameters_.set_default("application_name", "external_sources");
    }

    std::unique_ptr<soci::session> connect(access mode) const override {
        try {
            auto with = parameters_;
            with.read_password_file();
            auto session = std::make_unique<soci::session>(soci::postgresql, with.text());
            const set_up_watch watched(*this, *session);
            *session << common_settings;
            require_lasting_unicode(*session);
            if (mode == access::read_only) *session << "SET default_transaction_read_only = on";
            return session;
        } catch (const soci::soci_error& error) {
            throw failure(failure_kind::unavailable, std::string("cannot connect to PostgreSQL: ") + error.what());
        }
    }

    void begin_read(soci::session& session) const override { session << "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
    void begin_write(soci::session& session) const override { session << "BEGIN ISOLATION LEVEL READ COMMITTED"; }

    void begin_schema_change(soci::session& session) const override {
        session << "BEGIN ISOLATION LEVEL READ COMMITTED";
        session << "SET LOCAL lock_timeout = '100ms'";
        session << lock_postgresql_schema;
        session << "SET LOCAL lock_timeout = '10s'; SET LOCAL statement_timeout = 0";
    }

    void commit(soci::session& session) const override {
        // COMMIT of a failed transaction rolls it back and reports no error.
        if (PQtransactionStatus(handle(session)) == PQTRANS_INERROR)
            throw failure(failure_kind::internal, "a statement had failed in the transaction that was to be committed");
        session << "COMMIT";
    }

    bool in_transaction(soci::session& session) const override {
        const auto status = PQtransactionStatus(handle(session));
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }

    breaker break_off(soci::session& session) const override { return shut_down_later(PQsocket(handle(session))); }

    failure classify(soci::session& session, const soci::soci_error& error) const override {
        if (PQstatus(handle(session)) == CONNECTION_BAD) return {failure_kind::disconnected, error.get_error_message()};
        return {kind_of_sql_state(state_of(error)), error.get_error_message()};
    }

    writing writers() const override { return writing::side_by_side; }
    bool schema_changes_roll_back() const override { return true; }

    std::string_view name() const override { return "postgresql"; }
    std::string_view table_options() const override { return ""; }
    std::string_view keyed_table_options() const override { return ""; }

private:
    connection_parameters parameters_;
};

}  // namespace

std::unique_ptr<dialect> make_postgresql_dialect(const std::string& parameters) {
    return std::make_unique<postgresql_dialect>(parameters);
}

}  // namespace extsrc::storage
