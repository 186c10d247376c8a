// SPDX-License-Identifier: BSL-1.0
#include "archive.hpp"
#include "fixtures/samples.hpp"
#include "fixtures/temp_database.hpp"
#include "full_organization.hpp"
#include "storage/import_progress.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <utility>

namespace extsrc::transfer {
namespace {

using testing::acme;

// A way to spoil an archive, and what is said of it.
struct spoiled {
    const char* what;
    std::function<archive(archive)> spoil;
    std::string why;
};
// Puts one text for another in the first line that holds it, and makes the last line fit.
std::function<archive(archive)> edit(const std::string& from, const std::string& to) {
    return [from, to](archive lines) {
        auto& line = lines[line_with(lines, from)];
        line = changed(line, from, to);
        return sealed(std::move(lines));
    };
}

const spoiled ways[] = {
    {"nothing", [](const archive&) { return archive(); }, "cut off: its last line is missing"},
    {"no archive", [](archive) { return archive{R"({"id":1})"}; }, "line 1: this is no archive"},
    {"cut off", [](archive lines) { return archive(lines.begin(), lines.end() - 3); }, "its last line is missing"},
    {"goes on", [](archive lines) { return lines.push_back(lines[1]), lines; }, "line 20: there are lines behind the last"},
    {"last line cut", [](archive lines) { return lines.back().resize(60), lines; }, "line 19: the last line is cut off"},
    {"a line lost", [](archive lines) { return lines.erase(lines.begin() + 12), lines; }, "line 18: the archive is damaged"},
    {"a letter changed",
     [](archive lines) {
         auto& line = lines[line_with(lines, "Countess")];
         line = changed(line, "Countess", "Countesz");
         return lines;
     },
     "line 19: the archive is damaged"},
    {"half a line", [](archive lines) { return lines[5].resize(lines[5].size() / 2), lines; },
     "line 6: it is not a JSON object"},
    {"not UTF-8", edit("Countess", "Count\xff"), "it is not UTF-8"},
    {"a later format", edit("\"version\":1", "\"version\":2"), "version 2 of the format; this build reads version 1"},
    {"no UUID", edit(acme().text(), "acme"), "line 1: the organization's id is not a UUID"},
    {"a kind of later", edit("\"kind\":\"change\"", "\"kind\":\"note\""), "its kind is none that this version knows"},
    {"twice the same", [](archive lines) { return lines.insert(lines.begin() + 7, lines[6]), sealed(lines); },
     "line 8: it is not in order, or there twice"},
    {"out of order", [](archive lines) { return std::swap(lines[6], lines[7]), sealed(lines); }, "line 8: it is not in order"},
    {"kinds mixed", [](archive lines) { return std::swap(lines[10], lines[11]), sealed(lines); },
     "link records come before those of the kind decision"},
    {"an unknown member", edit("\"salutation\"", "\"nickname\""), "not in the form an export gives it"},
    {"an empty member", edit("\"salutation\":\"Dear\"", "\"salutation\":\"\""), "not in the form an export gives it"},
    {"another spelling", edit("\"salutation\":\"Dear\"", "\"salutation\":\"De\\u0061r\""),
     "not in the form an export gives it"},
    {"a member missing", edit("\"deletedAt\":0", "\"deletedA\":0"), "deletedAt is missing"},
    {"a number as text", edit("\"createdAt\":1,", "\"createdAt\":\"1\","), "createdAt is not a whole number"},
    {"a slot of eleven", edit("\"activeSlot\":", "\"activeSlot\":1"), "activeSlot is out of range"},
    {"a link elsewhere", edit("https://crm.example/{{", "https://{{"), "linkTemplate is no link template"},
    {"a type of contact", edit("\"type\":\"Curated\"", "\"type\":\"Famous\""), "type is no type of a contact"},
    {"a control character", edit("Dear", "De\\u0007ar"), "salutation has a control character"},
    {"custom fields", edit("\"customFields\":\"{", "\"customFields\":\"["), "customFields is no JSON object"},
    {"a canonical contact", edit("\"canonicalId\":\"" + head, "\"canonicalId\":\"" + ada),
     "is answered for by none that could"},
    {"an unknown source",
     [](archive lines) {
         const std::string member = "\"sourceId\":\"";
         auto& line = lines[line_with(lines, member)];
         line.replace(line.find(member) + member.size(), head.size(), "00000000-0000-4000-8000-000000000000");
         return sealed(lines);
     },
     "it has an external ID of an unknown source"},
    {"a link to nobody",
     edit("\"kind\":\"link\",\"interactionId\":\"call Ä\",\"contactId\":\"a0",
          "\"kind\":\"link\",\"interactionId\":\"call Ä\",\"contactId\":\"c0"),
     "the contact it links to is not there"},
    {"a channel", edit("\"channel\":\"voice\"", "\"channel\":\"telepathy\""), "channel is none"},
    {"an outcome", edit("\"outcome\":\"matched\"", "\"outcome\":\"guessed\""), "outcome is none"},
    {"a change ahead", edit("\"kind\":\"organization\",\"generation\":2", "\"kind\":\"organization\",\"generation\":1"),
     "later than the organization's generation"},
};

struct two_databases {
    testing::temp_database from;
    testing::temp_database to;
    two_databases() { fill(from.database); }

    bool untouched() {
        return to.number("SELECT COUNT(*) FROM contact") == 0 && to.number("SELECT COUNT(*) FROM external_source") == 0 &&
               to.number("SELECT COUNT(*) FROM shared_value WHERE name LIKE 'import%'") == 0;
    }
};

void refuses(const domain::result<import_report>& done, domain::errc code, const std::string& why) {
    BOOST_REQUIRE(done.has_error());
    BOOST_TEST(done.error().code == code);
    BOOST_TEST(done.error().message.find(why) != std::string::npos, done.error().message);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(refusals, two_databases)

BOOST_AUTO_TEST_CASE(a_spoiled_archive_is_refused_with_the_reason_and_changes_nothing) {
    const auto sound = export_all(from.database, acme());
    BOOST_TEST_REQUIRE(sound.size() == 19U);
    for (const auto& way : ways) {
        BOOST_TEST_CONTEXT(way.what) {
            refuses(try_import(to.database, way.spoil(sound)), domain::errc::invalid, way.why);
            BOOST_TEST(untouched());
        }
    }
    BOOST_TEST(try_import(to.database, sealed(sound)).has_value());
}

BOOST_AUTO_TEST_CASE(an_organization_that_has_anything_takes_no_archive) {
    const auto out = export_all(from.database, acme());
    testing::add_source(to.database, "Here first");
    refuses(try_import(to.database, out), domain::errc::conflict, "is not empty");
    BOOST_TEST(to.number("SELECT COUNT(*) FROM contact") == 0);
    refuses(try_import(from.database, out), domain::errc::conflict, "is not empty");
}

BOOST_AUTO_TEST_CASE(another_archive_waits_for_an_import_that_is_not_complete) {
    const auto first = export_all(from.database, acme());
    add_people(from.database, 1);
    const auto second = export_all(from.database, acme());
    BOOST_CHECK_THROW((void)try_import(to.database, first, impatient(part::verifying, 1)), broken_off);
    refuses(try_import(to.database, second), domain::errc::conflict, "the import of another archive");
    const auto early = try_export(to.database, acme());
    BOOST_REQUIRE(early.has_error());
    BOOST_TEST(early.error().code == domain::errc::conflict);
    BOOST_TEST(try_import(to.database, first).has_value());
    refuses(try_import(to.database, second), domain::errc::conflict, "is not empty");
    BOOST_TEST((export_all(to.database, acme()) == first));
}

BOOST_AUTO_TEST_CASE(imports_of_two_organizations_do_not_meet) {
    const auto first = export_all(from.database, acme());
    BOOST_CHECK_THROW((void)try_import(to.database, first, impatient(part::verifying, 1)), broken_off);
    testing::add_source(from.database, "Rival", testing::rival());
    const auto second = export_all(from.database, testing::rival());
    BOOST_TEST(try_import(to.database, second).has_value());
    BOOST_TEST(try_import(to.database, first).has_value());
    BOOST_TEST((export_all(to.database, testing::rival()) == second));
}

BOOST_AUTO_TEST_CASE(what_only_the_database_can_tell_names_its_line) {
    auto lines = export_all(from.database, acme());
    auto& waiting = lines[line_with(lines, "\"id\":\"" + visitor)];
    waiting = changed(waiting, "\"heldSince\"", "\"owner\":1,\"heldSince\"");
    const auto number = std::to_string(line_with(lines, "\"id\":\"" + visitor) + 1);
    refuses(try_import(to.database, sealed(lines)), domain::errc::invalid, "line " + number + ": another record has");
    BOOST_TEST(to.number("SELECT COUNT(*) FROM contact") == 1);
}

BOOST_AUTO_TEST_CASE(what_was_written_meanwhile_is_noticed) {
    const auto out = export_all(from.database, acme());
    BOOST_CHECK_THROW((void)try_import(to.database, out, impatient(part::storing, 1)), broken_off);
    *to.raw() << "UPDATE contact SET first_name = 'Eve' WHERE id = '" + ada + "'";
    refuses(try_import(to.database, out), domain::errc::conflict, "is not what the archive says");
    BOOST_TEST(try_export(to.database, acme()).has_error());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace extsrc::transfer
