// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "domain/error.hpp"
#include "handlers/request.hpp"

#include <boost/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace extsrc::handlers {

/// A page of a listing that is paged by number (reference, section 9, page style A). Listings end at max_depth entities.
struct page {
    static constexpr std::size_t max_depth = 1000;
    static constexpr std::size_t max_size = 100;
    static constexpr std::size_t default_size = 20;

    std::size_t size = default_size;
    std::size_t number = 1;  ///< from 1

    /// Index of its first entity.
    [[nodiscard]] std::size_t begin() const { return size * (number - 1); }
};

/// The page asked for; what is absent takes its default. @return errc::invalid naming "pageSize" or "pageNumber"
[[nodiscard]] domain::result<page> make_page(std::optional<std::int64_t> size, std::optional<std::int64_t> number);

/// The same by the query parameters `pageSize` and `pageNumber`.
[[nodiscard]] domain::result<page> read_page(const request& asked);

/// Writes pageSize, pageNumber, total, partialResults and pageCount. @param found entities there are; anything above
/// page::max_depth says that there are more
void render_counts(const page& shown, std::size_t found, boost::json::object& listing);

/// Writes firstUri, previousUri, nextUri and lastUri: `path` with `parameters` and the page's; next and previous only where
/// there is one.
void render_links(const page& shown, std::size_t found, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>>& parameters, boost::json::object& listing);

}  // namespace extsrc::handlers
