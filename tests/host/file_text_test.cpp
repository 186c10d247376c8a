// SPDX-License-Identifier: BSL-1.0
#include "loader/file_text.hpp"

#include "support/child_process.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <string>

BOOST_AUTO_TEST_SUITE(file_texts)

BOOST_AUTO_TEST_CASE(are_whole_however_long) {
    const ccphost::test::temporary_directory directory;
    const auto file = directory.path() / "text";
    const std::string longer(3 * 4096, 'x');
    std::ofstream(file) << longer;
    BOOST_TEST((ccphost::file_text(file) == longer));
    std::ofstream(file).close();
    BOOST_TEST((ccphost::file_text(file) == ""));
}

BOOST_AUTO_TEST_CASE(are_nothing_where_nothing_can_be_read) {
    BOOST_TEST(!ccphost::file_text("/nowhere/at/all"));
    BOOST_TEST(!ccphost::file_text("/proc/self"));  // opens, but reading fails
}

BOOST_AUTO_TEST_SUITE_END()
