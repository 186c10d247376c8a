// SPDX-License-Identifier: BSL-1.0
#include "entry/guard.hpp"

#include "fake_host.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <ostream>
#include <stdexcept>
#include <string>

namespace extsrc::entry {
namespace {

namespace data = boost::unit_test::data;
using storage::failure;
using storage::failure_kind;

struct thrown {
    const char* what;
    std::function<void()> act;
    std::int32_t status;
    std::string text;
};
std::ostream& operator<<(std::ostream& out, const thrown& sample) {
    return out << sample.what;
}

std::function<void()> storage_fails(failure_kind kind) {
    return [kind] { throw failure(kind, "the reason"); };
}

const thrown exceptions[] = {
    {"unique violation", storage_fails(failure_kind::unique_violation), CCP_E_BUSY, "the reason"},
    {"contention", storage_fails(failure_kind::contention), CCP_E_BUSY, "the reason"},
    {"exhausted", storage_fails(failure_kind::exhausted), CCP_E_BUSY, "the reason"},
    {"timed out", storage_fails(failure_kind::timed_out), CCP_E_TIMEOUT, "the reason"},
    {"unavailable", storage_fails(failure_kind::unavailable), CCP_E_UNAVAILABLE, "the reason"},
    {"unusable", storage_fails(failure_kind::unusable), CCP_E_CONFIG, "the reason"},
    {"internal", storage_fails(failure_kind::internal), CCP_E_INTERNAL, "the reason"},
    {"bad settings", [] { throw bad_settings("bad"); }, CCP_E_CONFIG, "bad"},
    {"needs a reload", [] { throw needs_reload("later"); }, CCP_E_UNSUPPORTED, "later"},
    {"no memory", [] { throw std::bad_alloc(); }, CCP_E_NO_MEMORY, "out of memory"},
    {"standard exception", [] { throw std::out_of_range("far"); }, CCP_E_INTERNAL, "far"},
    {"anything", [] { throw 7; }, CCP_E_INTERNAL, "an exception of unknown type"},
};

struct fence {
    fake_host host{"{}"};
    host_link link{host.table()};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(guards, fence)

BOOST_DATA_TEST_CASE_F(fence, turn_each_exception_into_its_status_with_its_text, data::make(exceptions)) {
    const auto status = guard(link, [&]() -> std::int32_t {
        sample.act();
        return CCP_OK;
    });
    BOOST_TEST(status == sample.status);
    BOOST_TEST(host.error_status == sample.status);
    BOOST_TEST(host.error == sample.text);
}

BOOST_AUTO_TEST_CASE(pass_a_status_through_and_report_nothing) {
    BOOST_TEST(guard(link, [] { return CCP_E_STALE; }) == CCP_E_STALE);
    BOOST_TEST(host.error == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::entry
