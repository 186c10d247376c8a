// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

/** How the contents of a dialog are laid out. */
export const dialogForm = css`
  form,
  .form {
    display: grid;
    gap: 1.125rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.625rem;
    margin-top: 0.25rem;
  }
  @media (max-width: 30rem) {
    .actions {
      flex-direction: column-reverse;
    }
    .actions button {
      width: 100%;
    }
  }
`;
