// SPDX-License-Identifier: BSL-1.0
#include "handlers/page.hpp"

#include "handlers/query.hpp"

#include <algorithm>
#include <charconv>

namespace extsrc::handlers {
namespace {

domain::error out_of_range(const std::string& name, const std::string& rule) {
    return domain::invalid_field(name, "value.out.of.range", name + " is " + rule + ".");
}

domain::result<std::optional<std::int64_t>> read_number(const request& asked, const std::string& name) {
    const auto text = asked.query_parameter(name);
    if (text.empty()) return std::optional<std::int64_t>();
    std::int64_t number = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc() || end != text.data() + text.size()) return out_of_range(name, "not a whole number in range");
    return std::optional(number);
}

// Pages that hold anything and can be asked for: the last of a deep listing may be cut off by the depth.
std::size_t page_count(const page& shown, std::size_t found) {
    const std::size_t filled = (std::min(found, page::max_depth) + shown.size - 1) / shown.size;
    return std::min(filled, page::max_depth / shown.size);
}

}  // namespace

domain::result<page> make_page(std::optional<std::int64_t> size, std::optional<std::int64_t> number) {
    const auto wanted_size = size.value_or(page::default_size);
    const auto wanted_number = number.value_or(1);
    if (wanted_size < 1 || wanted_size > std::int64_t{page::max_size})
        return out_of_range("pageSize", "a whole number from 1 to " + std::to_string(page::max_size));
    if (wanted_number < 1 || wanted_number > std::int64_t{page::max_depth} / wanted_size)
        return out_of_range("pageNumber",
                            "at least 1, and pageSize times pageNumber at most " + std::to_string(page::max_depth));
    return page{static_cast<std::size_t>(wanted_size), static_cast<std::size_t>(wanted_number)};
}

domain::result<page> read_page(const request& asked) {
    const auto size = read_number(asked, "pageSize");
    if (!size) return size.error();
    const auto number = read_number(asked, "pageNumber");
    if (!number) return number.error();
    return make_page(*size, *number);
}

void render_counts(const page& shown, std::size_t found, boost::json::object& listing) {
    listing["pageSize"] = shown.size;
    listing["pageNumber"] = shown.number;
    listing["total"] = std::min(found, page::max_depth);
    listing["partialResults"] = found > page::max_depth;
    listing["pageCount"] = page_count(shown, found);
}

void render_links(const page& shown, std::size_t found, std::string_view path,
                  const std::vector<std::pair<std::string, std::string>>& parameters, boost::json::object& listing) {
    const auto uri_of = [&](std::size_t number) {
        auto all = parameters;
        all.emplace_back("pageSize", std::to_string(shown.size));
        all.emplace_back("pageNumber", std::to_string(number));
        return with_query(path, all);
    };
    const std::size_t last = std::max<std::size_t>(page_count(shown, found), 1);
    listing["firstUri"] = uri_of(1);
    if (shown.number > 1) listing["previousUri"] = uri_of(std::min(shown.number - 1, last));
    if (shown.number < last) listing["nextUri"] = uri_of(shown.number + 1);
    listing["lastUri"] = uri_of(last);
}

}  // namespace extsrc::handlers
