// SPDX-License-Identifier: BSL-1.0
import { element } from './dom.js';
import { signInForm } from './sign_in_form.js';
import { texts } from './texts.js';

let open = null; // fulfilled when the dialog that is open closes

function show() {
  return new Promise((resolve) => {
    const close = (signedIn) => {
      dialog.close();
      dialog.remove();
      open = null;
      resolve(signedIn);
    };
    const signedIn = () => close(true);
    const cancel = element('button', { type: 'button', onclick: () => close(false) }, texts.cancel);
    const title = element('h2', { id: 'sign-in-again' }, texts.signInAgain);
    const dialog = element('dialog', { className: 'sign-in', 'aria-labelledby': title.id }, title,
      element('p', {}, texts.sessionEnded), signInForm(signedIn, cancel));
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      close(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Lets the user sign in over the page; one dialog for however many ask. @returns whether the same client is signed in again */
export function signInAgain() {
  open ??= show();
  return open;
}
