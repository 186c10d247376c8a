// SPDX-License-Identifier: BSL-1.0
#define BOOST_TEST_MODULE tools
#include "interaction_stream.hpp"
#include "replay_check.hpp"

#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <map>
#include <set>
#include <sstream>

namespace {

tools::stream_plan plan() {
    return {.customers = 200,
            .interactions = 1000,
            .seed = 7,
            .organization = "3f0a1c5e-0000-4000-8000-000000000001",
            .sources = {"00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"},
            .channels = {"voice", "email", "sms", "webmessaging-authenticated"}};
}

std::string all_lines(tools::interaction_stream stream) {
    std::string lines;
    while (!stream.done()) lines += boost::json::serialize(stream.next().record) + "\n";
    return lines;
}

/// A complaint about results of two interactions, a and b of customer 1, c of customer 2; empty when there is none.
std::string complaint(const std::string& results, std::uint64_t created) {
    std::istringstream truth_lines("a\t1\nb\t1\nc\t2\n");
    const auto customers = tools::read_truth(truth_lines);
    tools::replay_check check(customers);
    std::istringstream lines(results);
    check.add(lines, "results");
    const auto complaints = check.verdict(created);
    return complaints.empty() ? "" : complaints.front();
}

const std::string first(36, '1');
const std::string second(36, '2');

std::string result(const std::string& id, const std::string& outcome, const std::string& contact) {
    return R"({"interactionId":")" + id + R"(","outcome":")" + outcome + R"(","contactId":")" + contact + "\"}\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_interactions) {
    auto other = plan();
    other.seed = 8;
    BOOST_TEST(all_lines(tools::interaction_stream(plan())) == all_lines(tools::interaction_stream(plan())));
    BOOST_TEST(all_lines(tools::interaction_stream(plan())) != all_lines(tools::interaction_stream(other)));
}

BOOST_AUTO_TEST_CASE(every_customer_comes_and_the_count_is_as_asked) {
    tools::interaction_stream stream(plan());
    std::set<std::uint64_t> customers;
    std::size_t count = 0;
    for (; !stream.done(); ++count) customers.insert(stream.next().customer);
    BOOST_TEST(count == 1000U);
    BOOST_TEST(customers.size() == 200U);
}

BOOST_AUTO_TEST_CASE(no_two_customers_share_an_identifier) {
    std::set<std::string> seen;
    for (std::uint64_t number = 0; number < 50'000; ++number) {
        const auto who = tools::make_customer(number, 2);
        const bool fresh = seen.insert(who.phone_digits).second && seen.insert(who.email).second &&
                           seen.insert(who.cookie).second && seen.insert("a" + who.external_ids[0]).second &&
                           seen.insert("b" + who.external_ids[1]).second;
        BOOST_REQUIRE_MESSAGE(fresh, "customer " << number);
    }
}

BOOST_AUTO_TEST_CASE(all_interactions_of_a_customer_carry_its_anchor) {
    constexpr std::array names{"ExternalId", "Email", "Phone", "Cookie"};
    for (tools::interaction_stream stream(plan()); !stream.done();) {
        const auto one = stream.next();
        const auto who = tools::make_customer(one.customer, 2);
        bool anchored = false;
        for (const auto& value : one.record.at("identifiers").as_array()) {
            const auto& identifier = value.as_object();
            if (identifier.at("type").as_string() != names[static_cast<std::size_t>(who.anchor)]) continue;
            anchored |= who.anchor != tools::identifier_kind::external_id ||
                        identifier.at("externalSourceId").as_string() == plan().sources[who.anchor_source];
        }
        BOOST_REQUIRE_MESSAGE(anchored, one.id);
    }
}

BOOST_AUTO_TEST_CASE(a_plan_that_cannot_be_carried_out_is_refused) {
    auto few = plan();
    few.interactions = few.customers - 1;
    BOOST_CHECK_THROW(tools::interaction_stream{few}, std::invalid_argument);
    auto none = plan();
    none.channels.clear();
    BOOST_CHECK_THROW(tools::interaction_stream{none}, std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(the_check_accepts_one_contact_for_each_customer) {
    BOOST_TEST(complaint(result("a", "created", first) + result("b", "matched", first) + result("c", "created", second), 2) ==
               "");
}

BOOST_AUTO_TEST_CASE(the_check_notices_a_customer_on_two_contacts) {
    const auto said =
        complaint(result("a", "created", first) + result("b", "created", second) + result("c", "created", second), 3);
    BOOST_TEST(said.find("customer 1 is on") != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(the_check_notices_two_customers_on_one_contact) {
    const auto said =
        complaint(result("a", "created", first) + result("b", "matched", first) + result("c", "matched", first), 1);
    BOOST_TEST(said.find("holds customers") != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(the_check_notices_missing_repeated_unknown_and_unlinked_results) {
    const std::string good = result("a", "created", first) + result("b", "matched", first);
    BOOST_TEST(complaint(good, 1).find("no result for c") != std::string::npos);
    BOOST_TEST(complaint(good + good, 2).find("a second result") != std::string::npos);
    BOOST_TEST(complaint(result("d", "created", first), 1).find("unknown interaction d") != std::string::npos);
    BOOST_TEST(complaint(result("a", "unresolved", ""), 0).find("a is unresolved") != std::string::npos);
    BOOST_TEST(complaint("nonsense\n", 0).find("not a JSON object") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_check_notices_a_wrong_count_of_created_contacts) {
    const auto said =
        complaint(result("a", "created", first) + result("b", "matched", first) + result("c", "created", second), 0);
    BOOST_TEST(said.find("2 contacts were created, expected 0") != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(truth_that_is_not_whole_is_refused) {
    std::istringstream bad("a\tone\n");
    BOOST_CHECK_THROW(tools::read_truth(bad), std::runtime_error);
    std::istringstream twice("a\t1\na\t2\n");
    BOOST_CHECK_THROW(tools::read_truth(twice), std::runtime_error);
}
