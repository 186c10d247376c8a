// SPDX-License-Identifier: BSL-1.0
import { element } from './dom.js';
import { signIn } from './session.js';
import { texts } from './texts.js';

let forms = 0; // made so far, to name their fields by

function field(label, properties) {
  const id = `sign-in-${forms}-${properties.name}`;
  const error = element('p', { id: `${id}-error`, className: 'error' });
  const input = element('input', { id, required: true, 'aria-describedby': error.id, ...properties });
  return { input, error, row: element('div', {}, element('label', { for: id }, label), input, error) };
}

function mark({ input, error }, text) {
  error.textContent = text;
  input.setAttribute('aria-invalid', String(text !== ''));
}

async function reasonOf(response) {
  if (response.status === 401) return texts.badCredentials;
  if (response.status === 429) return texts.tooManySignIns(response.headers.get('Retry-After'));
  return texts.signInFailed;
}

/** The form to sign in with. The secret leaves the page's memory with the attempt. @param signedIn called after a success
 * @param actions buttons beside its own */
export function signInForm(signedIn, ...actions) {
  forms += 1;
  const client = field(texts.clientId, { name: 'client', autocomplete: 'username', spellcheck: false, 'autocapitalize': 'none' });
  const secret = field(texts.clientSecret, { name: 'secret', type: 'password', autocomplete: 'current-password' });
  const failure = element('p', { className: 'error', role: 'alert' });
  const button = element('button', { className: 'primary' }, texts.signIn);
  const form = element('form', { noValidate: true }, client.row, secret.row, failure,
    element('div', { className: 'actions' }, button, ...actions));

  const missing = () => {
    mark(client, client.input.value === '' ? texts.clientIdMissing : '');
    mark(secret, secret.input.value === '' ? texts.clientSecretMissing : '');
    return [client, secret].find((each) => each.error.textContent !== '');
  };
  const attempt = async () => {
    try {
      const response = await signIn(client.input.value, secret.input.value);
      if (response.ok) return signedIn();
      failure.textContent = await reasonOf(response);
    } catch {
      failure.textContent = texts.unreachable;
    } finally {
      secret.input.value = '';
    }
    secret.input.focus();
    return undefined;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failure.textContent = '';
    const first = missing();
    if (first) return first.input.focus();
    button.disabled = true;
    await attempt();
    button.disabled = false;
    return undefined;
  });
  return form;
}
