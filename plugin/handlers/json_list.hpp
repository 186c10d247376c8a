// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "handlers/json_reader.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <functional>
#include <string_view>

namespace extsrc::handlers {

/// Reads one object of a list. The reader's path carries the object's index; finish() is called afterwards.
using read_entry = std::function<void(object_reader& reader, const boost::json::object& entry)>;

/// Reads a member that is a list of objects, in order. Too many of them are a fault and none is read; an entry that is no
/// object is a fault. @return whether the member is there and an array
bool read_list(object_reader& body, std::string_view name, std::size_t max, const read_entry& read);

}  // namespace extsrc::handlers
