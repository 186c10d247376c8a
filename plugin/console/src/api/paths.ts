// SPDX-License-Identifier: BSL-1.0
export const api = '/api/v2';
export const externalContacts = `${api}/externalcontacts`;
