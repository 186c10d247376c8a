// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "storage/transaction.hpp"

#include <string>

namespace extsrc::storage {

/// Values that all processes on one database have in common.
class shared_values {
public:
    explicit shared_values(transaction& open) : open_(open) {}

    /// The stored value, or empty.
    [[nodiscard]] std::string get(const std::string& name);
    void put(const std::string& name, const std::string& value);
    /// The stored value; stores `candidate` first when there is none.
    [[nodiscard]] std::string get_or_insert(const std::string& name, const std::string& candidate);

private:
    transaction& open_;
};

}  // namespace extsrc::storage
