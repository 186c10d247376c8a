// SPDX-License-Identifier: BSL-1.0
#include "storage/contact_parts.hpp"

#include <soci/soci.h>

#include <cstddef>

namespace extsrc::storage {
namespace {

using soci::into;
using soci::use;

constexpr int not_said = -1;
constexpr long long no_extension = -1;

}  // namespace

phones read_phones(transaction& open, const domain::contact_id& contact) {
    phones numbers;
    domain::phone_number stored;
    int field = 0;
    int accepts_sms = not_said;
    long long extension = no_extension;
    soci::statement query =
        (open.sql().prepare << "SELECT field, display, extension, accepts_sms, normalization_country_code, user_input, e164, "
                               "country_code FROM contact_phone WHERE contact_id = :contact",
         into(field), into(stored.display), into(extension), into(accepts_sms), into(stored.normalization_country_code),
         into(stored.user_input), into(stored.e164), into(stored.country_code), use(contact.text(), "contact"));
    query.execute();
    while (query.fetch()) {
        stored.extension = extension == no_extension ? std::nullopt : std::optional<std::int64_t>(extension);
        stored.accepts_sms = accepts_sms == not_said ? std::nullopt : std::optional(accepts_sms == 1);
        numbers.at(static_cast<std::size_t>(field)) = stored;
    }
    return numbers;
}

void write_phones(transaction& open, const domain::contact_id& contact, const phones& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!numbers[i]) continue;
        const auto& number = *numbers[i];
        const int field = static_cast<int>(i);
        const long long extension = number.extension.value_or(no_extension);
        const int accepts_sms = number.accepts_sms ? static_cast<int>(*number.accepts_sms) : not_said;
        open.sql()
            << "INSERT INTO contact_phone (contact_id, field, display, extension, accepts_sms, normalization_country_code, "
               "user_input, e164, country_code) VALUES (:contact, :field, :display, :extension, :sms, :normalization, :input, "
               ":e164, :country)",
            use(contact.text(), "contact"), use(field, "field"), use(number.display, "display"), use(extension, "extension"),
            use(accepts_sms, "sms"), use(number.normalization_country_code, "normalization"), use(number.user_input, "input"),
            use(number.e164, "e164"), use(number.country_code, "country");
    }
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

}  // namespace extsrc::storage
