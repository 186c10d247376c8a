// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_parts.hpp"

#include "storage/optional_column.hpp"
#include "storage/social_accounts.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <optional>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

constexpr long long no_extension = -1;
// Number of the row that holds the WhatsApp number, after those of phone_fields.
constexpr std::size_t whatsapp_field = domain::phone_fields.size();

void place(domain::contact_profile& profile, std::size_t field, const domain::phone_number& number) {
    if (field < whatsapp_field) {
        profile.phones[field] = number;
        return;
    }
    auto& account = profile.social(domain::social_network::whatsapp);
    if (!account) account.emplace();
    account->number = number;
}

void read_phones(transaction& open, const domain::contact_id& contact, domain::contact_profile& profile) {
    domain::phone_number stored;
    int field = 0;
    int accepts_sms = 0;
    long long extension = no_extension;
    soci::statement query =
        (open.sql().prepare << "SELECT field, display, extension, accepts_sms, normalization_country_code, user_input, e164, "
                               "country_code FROM contact_phone WHERE contact_id = :contact",
         into(field), into(stored.display), into(extension), into(accepts_sms), into(stored.normalization_country_code),
         into(stored.user_input), into(stored.e164), into(stored.country_code), use(contact.text(), "contact"));
    query.execute();
    while (query.fetch()) {
        stored.extension = extension == no_extension ? std::nullopt : std::optional<std::int64_t>(extension);
        stored.accepts_sms = truth_from_column(accepts_sms);
        place(profile, static_cast<std::size_t>(field), stored);
    }
}

void write_phone(transaction& open, const domain::contact_id& contact, std::size_t index,
                 const std::optional<domain::phone_number>& given) {
    if (!given) return;
    const auto& number = *given;
    const int field = static_cast<int>(index);
    const long long extension = number.extension.value_or(no_extension);
    const int accepts_sms = to_column(number.accepts_sms);
    open.sql() << "INSERT INTO contact_phone (contact_id, field, display, extension, accepts_sms, normalization_country_code, "
                  "user_input, e164, country_code) VALUES (:contact, :field, :display, :extension, :sms, :normalization, "
                  ":input, :e164, :country)",
        use(contact.text(), "contact"), use(field, "field"), use(number.display, "display"), use(extension, "extension"),
        use(accepts_sms, "sms"), use(number.normalization_country_code, "normalization"), use(number.user_input, "input"),
        use(number.e164, "e164"), use(number.country_code, "country");
}

std::optional<domain::contact_address> read_address(transaction& open, const domain::contact_id& contact) {
    domain::contact_address address;
    auto& sql = open.sql();
    sql << "SELECT address1, address2, city, state, postal_code, country_code FROM contact_address WHERE contact_id = :contact",
        into(address.address1), into(address.address2), into(address.city), into(address.state), into(address.postal_code),
        into(address.country_code), use(contact.text(), "contact");
    if (!sql.got_data()) return std::nullopt;
    return address;
}

void write_address(transaction& open, const domain::contact_id& contact, const domain::contact_address& address) {
    open.sql() << "INSERT INTO contact_address (contact_id, address1, address2, city, state, postal_code, country_code) "
                  "VALUES (:contact, :address1, :address2, :city, :state, :postal, :country)",
        use(contact.text(), "contact"), use(address.address1, "address1"), use(address.address2, "address2"),
        use(address.city, "city"), use(address.state, "state"), use(address.postal_code, "postal"),
        use(address.country_code, "country");
}

}  // namespace

void read_parts(transaction& open, const domain::contact_id& contact, domain::contact_profile& profile) {
    read_social_accounts(open, contact, profile);
    read_phones(open, contact, profile);
    profile.address = read_address(open, contact);
}

void write_parts(transaction& open, const domain::contact_id& contact, const domain::contact_profile& profile) {
    for (std::size_t i = 0; i < profile.phones.size(); ++i) write_phone(open, contact, i, profile.phones[i]);
    if (const auto& whatsapp = profile.social(domain::social_network::whatsapp))
        write_phone(open, contact, whatsapp_field, whatsapp->number);
    if (profile.address) write_address(open, contact, *profile.address);
    write_social_accounts(open, contact, profile);
}

void remove_parts(transaction& open, const domain::contact_id& contact) {
    for (const char* table : {"contact_phone", "contact_address", "contact_social"})
        open.sql() << std::string("DELETE FROM ") + table + " WHERE contact_id = :id", use(contact.text(), "id");
}

}  // namespace extsrc::storage
