// SPDX-License-Identifier: BSL-1.0
#include "storage/row_insert.hpp"

namespace extsrc::storage {
namespace {

constexpr std::size_t rows_at_once = 25;

}  // namespace

void row_insert::begin() {
    if (statement_) return;
    statement_.emplace(session_);
    columns_.clear();
    places_.clear();
    rows_ = values_ = 0;
    indicators_.clear();
    kept_.clear();
}

std::string row_insert::next_name(const char* column) {
    begin();
    const bool first_of_row = places_.empty() || places_.back() == ')';
    if (rows_ == 0) columns_ += std::string(columns_.empty() ? "" : ", ") + column;
    std::string name = "v" + std::to_string(++values_);
    if (first_of_row)
        places_ += places_.empty() ? "(:" : ", (:";
    else
        places_ += ", :";
    places_ += name;
    return name;
}

void row_insert::put(const char* column, const std::string& value) {
    const auto name = next_name(column);
    statement_->exchange(soci::use(value, name));
}

void row_insert::put(const char* column, const std::int64_t& value) {
    const auto name = next_name(column);
    statement_->exchange(soci::use(value, name));
}

void row_insert::put(const char* column, const mark& value) {
    const auto name = next_name(column);
    auto& indicator = indicators_.emplace_back(value.value == 0 ? soci::i_null : soci::i_ok);
    statement_->exchange(soci::use(value.value, indicator, name));
}

void row_insert::put(const char* column, const std::optional<std::string>& value) {
    const auto name = next_name(column);
    auto& indicator = indicators_.emplace_back(value ? soci::i_ok : soci::i_null);
    statement_->exchange(soci::use(kept_.emplace_back(value.value_or("")), indicator, name));
}

void row_insert::end_row() {
    places_ += ")";
    if (++rows_ == rows_at_once) finish();
}

void row_insert::finish() {
    if (!statement_) return;
    statement_->alloc();
    statement_->prepare("INSERT INTO " + table_ + " (" + columns_ + ") VALUES " + places_);
    statement_->define_and_bind();
    statement_->execute(true);
    statement_.reset();
}

}  // namespace extsrc::storage
