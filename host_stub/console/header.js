// SPDX-License-Identifier: BSL-1.0
import { element } from './dom.js';
import { urlOf } from './router.js';
import { texts } from './texts.js';

/** The button that shows and hides the menu where there is no room beside the page. */
function menuButton(menu) {
  const button = element('button', { type: 'button', className: 'menu', 'aria-controls': menu.id, 'aria-expanded': 'false' }, texts.menu);
  const show = (open) => {
    menu.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(!menu.classList.contains('open')));
  menu.addEventListener('click', (event) => {
    if (event.target.closest('a')) show(false);
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.classList.contains('open')) return;
    show(false);
    button.focus();
  });
  return button;
}

/** Fills the header for a signed-in client. */
export function renderHeader(header, menu, { clientId }, onSignOut) {
  menu.classList.remove('open');
  header.replaceChildren(
    menuButton(menu),
    element('a', { className: 'home', href: urlOf('') }, texts.admin),
    element('span', { className: 'client' }, texts.signedInAs(clientId)),
    element('button', { type: 'button', onclick: onSignOut }, texts.signOut),
  );
}
