// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

export const integrationFormStyles = css`
  :host(:not([hidden])) {
    display: grid;
    gap: 1rem;
  }
  .chooser {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: flex-end;
  }
  .chooser .field {
    flex: 1 1 14rem;
    max-width: 24rem;
  }
  .chooser .field:has(.error) {
    align-self: flex-start;
  }
  .configuration {
    display: grid;
    gap: 1.375rem;
    padding: 1.5rem;
    max-width: 46rem;
  }
  h3 {
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  .source .notice {
    margin-top: 0.75rem;
  }
  fieldset {
    display: grid;
    gap: 1rem;
    margin: 0;
    padding: 1rem 1.25rem 1.25rem;
    border: 1px solid var(--ccp-border);
    border-radius: var(--ccp-radius);
  }
  legend {
    font-weight: 600;
    padding: 0 0.375rem;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: center;
  }
  @media (max-width: 30rem) {
    .chooser .field {
      max-width: none;
    }
    .chooser button {
      width: 100%;
    }
    .configuration {
      padding: 1rem;
    }
  }
`;
