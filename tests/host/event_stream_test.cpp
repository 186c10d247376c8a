// SPDX-License-Identifier: BSL-1.0
#include "http/event_stream.hpp"

#include "http/event_text.hpp"
#include "support/text.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ccphost::test::holds;
using clock_type = std::chrono::steady_clock;

// A stream over a real connection, whose I/O goes on only when the test runs the context.
struct world {
    asio::io_context context;
    tcp::socket client{context};
    tcp::socket socket{context};
    ccphost::io_deadline deadline{socket};
    ccphost::metrics counters;
    ccphost::event_hub hub;
    ccphost::stream_services services{hub, ccphost::stream_counters(counters)};
    ccphost::http_limits limits;
    std::shared_ptr<ccphost::event_stream> stream;
    std::optional<bool> ended;

    world() {
        tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
        client.connect(acceptor.local_endpoint());
        acceptor.accept(socket);
    }

    void open(clock_type::duration life = std::chrono::hours(1), unsigned version = 11) {
        ccphost::stream_request wanted{"o", {ccphost::topic_pattern::requested("t.*").value()}, clock_type::now() + life};
        ccphost::event_stream::head head{boost::beast::http::status::ok, version};
        stream = std::make_shared<ccphost::event_stream>(socket, deadline, limits, services);
        asio::co_spawn(context, stream->run(std::move(wanted), std::move(head)),
                       [this](const std::exception_ptr&, bool result) {
                           ended = result;
                           socket.close();
                       });
        context.poll();
    }

    // As much as the system takes at a time is little then.
    void shrink_buffers() {
        socket.set_option(tcp::socket::send_buffer_size(64 * 1024));
        client.set_option(tcp::socket::receive_buffer_size(64 * 1024));
    }

    void deliver(int events, std::size_t bytes) {
        for (int i = 0; i < events; ++i) hub.deliver({"o", "t.1", '"' + std::string(bytes, 'x') + '"'});
    }

    // Reads at most `portion` bytes every 20 ms until `last` has come.
    asio::awaitable<void> read_slowly(std::size_t portion, std::string last) {
        asio::steady_timer pause(context);
        std::string text;
        while (text.find(last) == std::string::npos) {
            pause.expires_after(std::chrono::milliseconds(20));
            co_await pause.async_wait(asio::use_awaitable);
            text.erase(0, text.size() - std::min(text.size(), last.size()));
            const auto before = text.size();
            text.resize(before + portion);
            const auto count = co_await client.async_read_some(asio::buffer(&text[before], portion), asio::use_awaitable);
            text.resize(before + count);
        }
        stream->stop();
    }

    void run() { context.run(); }

    // What the stream sent, to its end.
    std::string received() {
        socket.close();
        std::string text;
        boost::system::error_code end;
        asio::read(client, asio::dynamic_buffer(text), end);
        return text;
    }

    [[nodiscard]] bool counted(const std::string& line) const { return counters.text().find(line) != std::string::npos; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(event_stream_rules, world)

BOOST_AUTO_TEST_CASE(a_line_break_in_a_payload_cannot_end_an_event) {
    const auto text = ccphost::event_text({"o", "t.\"1\"", "{\r\n\"a\": 1}"}, 7);
    BOOST_TEST(text ==
               "id: 7\nevent: t.\"1\"\ndata: {\"topicName\":\"t.\\\"1\\\"\",\"version\":\"2\",\"eventBody\":{  \"a\": 1}}\n\n");
}

BOOST_AUTO_TEST_CASE(an_overflow_is_told_after_what_waited) {
    limits.stream_events = 2;
    open();
    BOOST_TEST(counted("ccp_host_event_streams 1\n"));
    for (int i = 1; i <= 3; ++i) hub.deliver({"o", "t.1", std::to_string(i)});
    run();
    BOOST_TEST(ended.value());
    stream.reset();
    BOOST_TEST(counted("ccp_host_event_streams 0\n"));
    BOOST_TEST(counted("ccp_host_event_streams_overflowed_total 1\n"));
    BOOST_TEST(counted("ccp_host_event_stream_events_total 2\n"));
    const auto text = received();
    BOOST_TEST(holds(text, "id: 2\nevent: t.1\n"), text);
    BOOST_TEST(!holds(text, "id: 3"), text);
    BOOST_TEST(text.ends_with("\n\n\r\n0\r\n\r\n"), text);
    BOOST_TEST(text.find(ccphost::event_stream_text::overflow) > text.find("id: 2"), text);
}

BOOST_AUTO_TEST_CASE(a_subscriber_who_takes_nothing_is_cut_off_soon_after_the_overflow) {
    limits.stream_events = 3;
    open();
    const auto quick = hub.subscribe("o", {ccphost::topic_pattern::requested("t.*").value()}, 10'000, [] {});
    const auto begun = clock_type::now();
    std::size_t published = 0;
    while (!counted("ccp_host_event_streams_overflowed_total 1\n") && clock_type::now() - begun < limits.request) {
        hub.deliver({"o", "t.1", std::string(256 * 1024, ' ')});
        ++published;
        context.poll();
        if (ended) stream.reset();
    }
    BOOST_TEST(!ended.value());
    BOOST_TEST((clock_type::now() - begun < limits.request));
    BOOST_TEST(quick->take().events.size() == published);
}

BOOST_AUTO_TEST_CASE(a_subscriber_who_goes_on_reading_may_be_slower_than_what_waits) {
    limits.request = std::chrono::seconds(1);
    shrink_buffers();
    open();
    deliver(32, 256 * 1024);
    hub.deliver({"o", "t.1", "\"last\""});
    const auto begun = clock_type::now();
    asio::co_spawn(context, read_slowly(128 * 1024, "\"last\""), asio::detached);
    run();
    BOOST_TEST(ended.value());
    BOOST_TEST((clock_type::now() - begun > limits.request));
    stream.reset();
    BOOST_TEST(counted("ccp_host_event_streams_stalled_total 0\n"));
}

BOOST_AUTO_TEST_CASE(a_subscriber_who_takes_nothing_is_cut_off_and_counted) {
    limits.request = std::chrono::seconds(1);
    shrink_buffers();
    open();
    deliver(32, 256 * 1024);
    run();
    BOOST_TEST(!ended.value());
    stream.reset();
    BOOST_TEST(counted("ccp_host_event_streams_stalled_total 1\n"));
    BOOST_TEST(counted("ccp_host_event_streams_overflowed_total 0\n"));
}

BOOST_AUTO_TEST_CASE(a_slow_reader_cannot_keep_a_stream_beyond_its_token) {
    shrink_buffers();
    open(std::chrono::milliseconds(300));
    deliver(64, 256 * 1024);
    const auto begun = clock_type::now();
    asio::co_spawn(context, read_slowly(64 * 1024, "\"last\""), asio::detached);
    while (!ended) context.run_one();
    BOOST_TEST(!ended.value());
    BOOST_TEST((clock_type::now() - begun < std::chrono::seconds(5)));
}

BOOST_AUTO_TEST_CASE(a_stream_ends_with_its_token) {
    open(std::chrono::milliseconds(50));
    run();
    BOOST_TEST(ended.value());
    BOOST_TEST(received().ends_with("0\r\n\r\n"));
}

BOOST_AUTO_TEST_CASE(an_old_client_gets_the_events_without_chunks) {
    open(std::chrono::hours(1), 10);
    hub.deliver({"o", "t.1", "{}"});
    context.poll();
    stream->stop();
    run();
    BOOST_TEST(ended.value());
    const auto text = received();
    BOOST_TEST(holds(text, "\r\n\r\n: the stream is open\n\nid: 1\n"), text);
    BOOST_TEST(text.ends_with("\"eventBody\":{}}\n\n"), text);
}

BOOST_AUTO_TEST_CASE(a_client_that_leaves_ends_the_stream) {
    open();
    client.close();
    run();
    BOOST_TEST(!ended.value());
    stream.reset();
    BOOST_TEST(counted("ccp_host_event_streams 0\n"));
}

BOOST_AUTO_TEST_SUITE_END()
