// SPDX-License-Identifier: BSL-1.0
#include "handlers/operations.hpp"

#include "handlers/bulk_contacts.hpp"
#include "handlers/contact_counts.hpp"
#include "handlers/contact_enrichment.hpp"
#include "handlers/contact_merge.hpp"
#include "handlers/contact_patch.hpp"
#include "handlers/contact_scan.hpp"
#include "handlers/contact_search.hpp"
#include "handlers/contacts.hpp"
#include "handlers/conversations.hpp"
#include "handlers/external_sources.hpp"
#include "handlers/holder_lookup.hpp"
#include "handlers/identifiers.hpp"
#include "handlers/identity_resolution_operations.hpp"
#include "handlers/reverse_lookup.hpp"
#include "handlers/sessions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace extsrc::handlers {
namespace {

using names = std::string_view;

constexpr std::array<names, 3> view_sources{"externalContacts:externalSource:view", "externalContacts:contact:view",
                                            "externalContacts:externalOrganization:view"};
constexpr std::array<names, 1> add_sources{"externalContacts:externalSource:add"};
constexpr std::array<names, 1> edit_sources{"externalContacts:externalSource:edit"};
constexpr std::array<names, 1> delete_sources{"externalContacts:externalSource:delete"};
constexpr std::array<names, 2> add_contact_permissions{"relate:contact:add", "externalContacts:contact:add"};
constexpr std::array<names, 2> view_contacts{"relate:contact:view", "externalContacts:contact:view"};
constexpr std::array<names, 2> edit_contacts{"relate:contact:edit", "externalContacts:contact:edit"};
constexpr std::array<names, 2> delete_contacts{"relate:contact:delete", "externalContacts:contact:delete"};
constexpr std::array<names, 1> view_identities{"externalContacts:contact:view"};
constexpr std::array<names, 1> edit_identities{"externalContacts:contact:edit"};
constexpr std::array<names, 1> promote_identities{"externalContacts:identity:promote"};
constexpr std::array<names, 1> merge_identities{"externalContacts:identity:merge"};
constexpr std::array<names, 1> view_all_contacts{"externalContacts:contact:viewAll"};
constexpr std::array<names, 2> associate_conversations{"relate:conversation:associate",
                                                       "externalContacts:conversation:associate"};
constexpr std::array<names, 1> view_sessions{"externalContacts:session:view"};
constexpr std::array<names, 1> enrich_identities{"externalContacts:contact:enrich"};
constexpr std::array<names, 1> search_contacts_of_divisions{"externalContacts:contact:search"};
constexpr std::array<names, 1> add_identities{"externalContacts:contact:add"};
constexpr std::array<names, 1> delete_identities{"externalContacts:contact:delete"};
constexpr std::array<names, 2> search{"externalContacts:contact:view", "externalContacts:contact:search"};
constexpr std::array<names, 2> look_up{"externalContacts:contact:view", "relate:contact:view"};

#define EXTSRC_PATH "/api/v2/externalcontacts"
constexpr std::array external_contacts{
    operation{"getExternalcontactsExternalsources", "GET", EXTSRC_PATH "/externalsources", view_sources, list_external_sources},
    operation{"getExternalcontactsExternalsourcesContactcounts", "GET", EXTSRC_PATH "/externalsources/contactcounts",
              view_sources, count_contacts_of_sources},
    operation{"postExternalcontactsExternalsources", "POST", EXTSRC_PATH "/externalsources", add_sources,
              create_external_source},
    operation{"getExternalcontactsExternalsource", "GET", EXTSRC_PATH "/externalsources/{externalSourceId}", view_sources,
              get_external_source},
    operation{"putExternalcontactsExternalsource", "PUT", EXTSRC_PATH "/externalsources/{externalSourceId}", edit_sources,
              replace_external_source},
    operation{"deleteExternalcontactsExternalsource", "DELETE", EXTSRC_PATH "/externalsources/{externalSourceId}",
              delete_sources, delete_external_source},
    operation{"postExternalcontactsContacts", "POST", EXTSRC_PATH "/contacts", add_contact_permissions, create_contact},
    operation{"getExternalcontactsContact", "GET", EXTSRC_PATH "/contacts/{contactId}", view_contacts, get_contact},
    operation{"putExternalcontactsContact", "PUT", EXTSRC_PATH "/contacts/{contactId}", edit_contacts, replace_contact},
    operation{"deleteExternalcontactsContact", "DELETE", EXTSRC_PATH "/contacts/{contactId}", delete_contacts, delete_contact},
    operation{"getExternalcontactsContactUnresolved", "GET", EXTSRC_PATH "/contacts/{contactId}/unresolved", view_identities,
              get_unresolved_contact},
    operation{"postExternalcontactsContactPromotion", "POST", EXTSRC_PATH "/contacts/{contactId}/promotion", promote_identities,
              promote_contact},
    operation{"postExternalcontactsContactsMerge", "POST", EXTSRC_PATH "/contacts/merge", merge_identities, merge_contacts},
    operation{"postExternalcontactsMergeContacts", "POST", EXTSRC_PATH "/merge/contacts", merge_identities, merge_contact_pair},
    operation{"putExternalcontactsConversation", "PUT", EXTSRC_PATH "/conversations/{conversationId}", associate_conversations,
              associate_conversation},
    operation{"getExternalcontactsContactJourneySessions", "GET", EXTSRC_PATH "/contacts/{contactId}/journey/sessions",
              view_sessions, list_sessions},
    operation{"patchExternalcontactsContact", "PATCH", EXTSRC_PATH "/contacts/{contactId}", edit_identities, patch_contact},
    operation{"postExternalcontactsContactsEnrich", "POST", EXTSRC_PATH "/contacts/enrich", enrich_identities, enrich_contact},
    operation{"postExternalcontactsBulkContacts", "POST", EXTSRC_PATH "/bulk/contacts", view_identities, fetch_contacts},
    operation{"postExternalcontactsBulkContactsUnresolved", "POST", EXTSRC_PATH "/bulk/contacts/unresolved", view_identities,
              fetch_unresolved_contacts},
    operation{"postExternalcontactsBulkContactsDivisionviews", "POST", EXTSRC_PATH "/bulk/contacts/divisionviews",
              search_contacts_of_divisions, fetch_contacts},
    operation{"postExternalcontactsBulkContactsAdd", "POST", EXTSRC_PATH "/bulk/contacts/add", add_identities, add_contacts},
    operation{"postExternalcontactsBulkContactsUpdate", "POST", EXTSRC_PATH "/bulk/contacts/update", edit_identities,
              update_contacts},
    operation{"postExternalcontactsBulkContactsRemove", "POST", EXTSRC_PATH "/bulk/contacts/remove", delete_identities,
              remove_contacts},
    operation{"postExternalcontactsBulkContactsEnrich", "POST", EXTSRC_PATH "/bulk/contacts/enrich", enrich_identities,
              enrich_contacts},
    operation{"getExternalcontactsScanContacts", "GET", EXTSRC_PATH "/scan/contacts", view_contacts, scan_contacts},
    operation{"getExternalcontactsScanContactsDivisionviewsAll", "GET", EXTSRC_PATH "/scan/contacts/divisionviews/all",
              view_all_contacts, scan_contacts_of_all_divisions},
    operation{"getExternalcontactsContacts", "GET", EXTSRC_PATH "/contacts", view_contacts, list_contacts},
    operation{"postExternalcontactsContactsSearch", "POST", EXTSRC_PATH "/contacts/search", search, search_contacts},
    operation{"getExternalcontactsReversewhitepageslookup", "GET", EXTSRC_PATH "/reversewhitepageslookup", view_identities,
              reverse_look_up},
    operation{"getExternalcontactsContactIdentifiers", "GET", EXTSRC_PATH "/contacts/{contactId}/identifiers", view_identities,
              list_identifiers},
    operation{"patchExternalcontactsContactIdentifiers", "PATCH", EXTSRC_PATH "/contacts/{contactId}/identifiers",
              edit_identities, change_identifier},
    operation{"postExternalcontactsIdentifierlookupContacts", "POST", EXTSRC_PATH "/identifierlookup/contacts", view_identities,
              look_up_identifier},
    operation{"getExternalcontactsIdentifierlookupHolders", "GET", EXTSRC_PATH "/identifierlookup/holders", look_up,
              look_up_holders},
    operation{"postExternalcontactsIdentifierlookup", "POST", EXTSRC_PATH "/identifierlookup", look_up, look_up_identifier},
};
#undef EXTSRC_PATH

template <std::size_t First, std::size_t Second>
constexpr std::array<operation, First + Second> join(const std::array<operation, First>& first,
                                                     const std::array<operation, Second>& second) {
    std::array<operation, First + Second> joined{};
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), joined.begin()));
    return joined;
}

constexpr auto all_operations = join(external_contacts, identity_resolution::operations);

}  // namespace

std::span<const operation> operations() {
    return all_operations;
}

}  // namespace extsrc::handlers
