// SPDX-License-Identifier: BSL-1.0
// Every text of the shell.
export const texts = {
  admin: 'Admin',
  skip: 'Skip to content',
  menu: 'Menu',
  menuLabel: 'Admin',
  signedInAs: (clientId) => `Signed in as ${clientId}`,
  signOut: 'Sign out',

  signIn: 'Sign in',
  signInAgain: 'Sign in again',
  sessionEnded: 'Your session has ended. What you entered on the page is still there.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  cancel: 'Cancel',
  clientIdMissing: 'Enter the client ID.',
  clientSecretMissing: 'Enter the client secret.',
  badCredentials: 'The client ID or the client secret is not right.',
  tooManySignIns: (seconds) => `Signing in failed too often. Try again in ${seconds} seconds.`,
  signInFailed: 'Signing in did not work. Try again.',
  notSignedOut: 'You are still signed in: the server did not end your session. Try again.',
  unreachable: 'The server cannot be reached. Try again.',

  nothingToSee: 'Nothing to administer',
  nothingToSeeBody: 'Your client has no permission for any page here.',
  notFound: 'Page not found',
  notFoundBody: 'There is no such page, or your client has no permission for it.',
  notLoaded: 'This page could not be loaded',
  notLoadedBody: 'The server may be restarting.',
  discard: 'This page has changes that were not saved. Leave it and discard them?',
  newVersion: 'A new version is available.',
  reload: 'Reload',
};
