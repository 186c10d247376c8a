// SPDX-License-Identifier: BSL-1.0
#include "loader/manifest_watch.hpp"

#include "support/child_process.hpp"

#include <boost/test/unit_test.hpp>

namespace {

namespace fs = std::filesystem;
using files = std::vector<fs::path>;

struct watching {
    ccphost::test::temporary_directory directory;
    fs::path file = directory.path() / "manifest.json";
    ccphost::manifest_watch watch;

    watching() {
        replace("old");
        watch.set({file});
    }
    void replace(const std::string& content) const {
        ccphost::test::write_file(directory.path() / "next", content);
        fs::rename(directory.path() / "next", file);
    }
    // Whether the file is told, and no other.
    bool told() {
        const auto changed = watch.look();
        return changed == files{file};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(manifest_watch, watching)

BOOST_AUTO_TEST_CASE(a_file_that_is_new_to_it_counts_as_unchanged) {
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(watch.look().empty());
}

BOOST_AUTO_TEST_CASE(a_change_is_told_once_it_has_settled_and_only_once) {
    replace("new");
    BOOST_TEST(watch.look().empty());
    replace("newer still");
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(told());
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(watch.look().empty());
}

BOOST_AUTO_TEST_CASE(a_replacement_of_the_same_size_is_a_change) {
    replace("OLD");
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(told());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_gone_is_told_when_another_is_there) {
    const auto aside = directory.path() / "aside";
    fs::rename(file, aside);
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(watch.look().empty());
    fs::rename(aside, file);
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(watch.look().empty());  // it is the one that was there before
    fs::remove(file);
    BOOST_TEST(watch.look().empty());
    replace("another");
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(told());
}

BOOST_AUTO_TEST_CASE(what_could_not_be_dealt_with_is_told_again) {
    replace("new");
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(told());
    watch.tell_again(file);
    BOOST_TEST(told());
    watch.tell_again(directory.path() / "never watched");
    BOOST_TEST(watch.look().empty());
}

BOOST_AUTO_TEST_CASE(only_files_that_are_set_are_looked_at) {
    watch.set({});
    replace("new");
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(watch.look().empty());
    watch.set({file});
    BOOST_TEST(watch.look().empty());
    BOOST_TEST(watch.look().empty());
}

BOOST_AUTO_TEST_SUITE_END()
