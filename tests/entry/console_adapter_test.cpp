// SPDX-License-Identifier: BSL-1.0
#include "entry/console_adapter.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace extsrc::entry {
namespace {

constexpr std::size_t most_bytes = 300'000;  // that a browser has to load, over whatever network an administrator has

std::string_view view(const ccp_str& text) {
    return {text.ptr, text.len};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages_of_the_console)

BOOST_AUTO_TEST_CASE(are_compressed_and_small) {
    std::size_t bytes = 0;
    for (const auto& asset : std::span(console_table().assets, console_table().asset_count)) {
        BOOST_TEST(view(asset.content_encoding) == "gzip");
        BOOST_TEST(asset.bytes.len > 0U);
        bytes += asset.bytes.len;
    }
    BOOST_TEST(bytes < most_bytes);
}

BOOST_AUTO_TEST_CASE(stand_under_directory_in_the_order_of_the_menu) {
    constexpr std::array<std::string_view, 3> labels{"External Sources", "Identity Resolution", "Contacts"};
    const std::span entries(console_table().entries, console_table().entry_count);
    BOOST_TEST_REQUIRE(entries.size() == labels.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        BOOST_TEST(view(entries[i].group) == "Directory");
        BOOST_TEST(view(entries[i].label) == labels[i]);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
