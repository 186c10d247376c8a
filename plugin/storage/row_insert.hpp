// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/stored_rows.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace extsrc::storage {

/// Inserts rows into one table, several with one statement: on servers that is several times as fast as one by one. Values are
/// borrowed until `finish`; every row puts the same columns in the same order. Lives inside one transaction.
class row_insert {
public:
    row_insert(soci::session& session, std::string table) : session_(session), table_(std::move(table)) {}
    row_insert(const row_insert&) = delete;
    row_insert& operator=(const row_insert&) = delete;

    void put(const char* column, const std::string& value);
    void put(const char* column, const std::int64_t& value);
    /// 0 is null.
    void put(const char* column, const mark& value);
    /// Nothing is null. Keeps a copy.
    void put(const char* column, const std::optional<std::string>& value);

    void end_row();
    /// Inserts the rows that wait. To be called after the last one.
    void finish();

private:
    std::string next_name(const char* column);
    void begin();

    soci::session& session_;
    const std::string table_;
    std::optional<soci::statement> statement_;
    std::string columns_;
    std::string places_;
    std::size_t rows_ = 0;
    std::size_t values_ = 0;
    std::deque<soci::indicator> indicators_;
    std::deque<std::string> kept_;
};

}  // namespace extsrc::storage
