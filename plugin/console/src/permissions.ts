// SPDX-License-Identifier: BSL-1.0
// The permissions of what the pages offer; the server demands the same.
export const permissions = {
  addSource: 'externalContacts:externalSource:add',
  editSource: 'externalContacts:externalSource:edit',
  deleteSource: 'externalContacts:externalSource:delete',
  viewSource: 'externalContacts:externalSource:view',
  viewContact: 'externalContacts:contact:view',
  viewSessions: 'externalContacts:session:view',
  promote: 'externalContacts:identity:promote',
  merge: 'externalContacts:identity:merge',
} as const;
