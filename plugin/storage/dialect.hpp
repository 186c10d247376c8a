// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/database_url.hpp"
#include "storage/failure.hpp"

#include <soci/soci.h>

#include <memory>
#include <string>
#include <string_view>

namespace extsrc::storage {

/// What a session may do.
enum class access : bool { read_only, read_write };

/// Everything in which one database differs from another. Repositories know none of it. Implementations are stateless apart
/// from the address, and every function may be called from any thread.
class dialect {
public:
    dialect() = default;
    dialect(const dialect&) = delete;
    dialect& operator=(const dialect&) = delete;
    virtual ~dialect() = default;

    /// Opens a connection, set up for this project's rules of durability and isolation. @throws failure
    [[nodiscard]] virtual std::unique_ptr<soci::session> connect(access mode) const = 0;

    /// Starts a transaction that will write, so that it cannot fail half-way for want of the write lock. Waits for the lock a
    /// tenth of a second at most, after which the error is one of contention and the caller sees whether to go on waiting.
    virtual void begin_write(soci::session& session) const = 0;

    /// Whether a transaction is open on the session, also after the database ended it by itself.
    [[nodiscard]] virtual bool in_transaction(soci::session& session) const = 0;

    /// Classifies an error by the backend's native code, the connection still being as the error left it.
    [[nodiscard]] virtual failure classify(soci::session& session, const soci::soci_error& error) const = 0;

    /// Name of this dialect's blocks in migration files.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// What the macros {{TABLE}} and {{KEYED_TABLE}} of migration files stand for.
    [[nodiscard]] virtual std::string_view table_options() const = 0;
    [[nodiscard]] virtual std::string_view keyed_table_options() const = 0;
};

/// The dialect for a database address. @throws failure (unusable)
[[nodiscard]] std::unique_ptr<dialect> make_dialect(const database_url& url);

}  // namespace extsrc::storage
