// SPDX-License-Identifier: BSL-1.0
#include "storage/back_off.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

namespace extsrc::storage {

using std::chrono::microseconds;
using std::chrono::milliseconds;

BOOST_AUTO_TEST_SUITE(back_offs)

BOOST_AUTO_TEST_CASE(grow_to_their_longest_and_begin_anew) {
    back_off pauses(milliseconds(10), milliseconds(60));
    for (const auto longest : {10, 20, 40, 60, 60}) {
        const auto pause = pauses.next();
        BOOST_TEST((pause <= milliseconds(longest)));
        BOOST_TEST((pause >= microseconds(milliseconds(longest)) / 2));
    }
    pauses.reset();
    BOOST_TEST((pauses.next() <= milliseconds(10)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::storage
