// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

export const contactViewStyles = css`
  :host {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
  }
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    align-content: start;
  }
  @container (min-width: 56rem) {
    .columns:has(.aside) {
      grid-template-columns: minmax(0, 1fr) 22rem;
    }
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    justify-self: start;
    text-decoration: none;
    font-weight: 550;
  }
  .back:hover {
    text-decoration: underline;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.625rem;
    align-items: center;
  }
  h1 + .row {
    margin-top: 0.5rem;
  }
  section {
    padding: 1.25rem;
  }
  section h2 {
    margin-bottom: 0.875rem;
  }
  section.flush {
    container-type: inline-size;
    padding: 1.25rem 0 0.25rem;
    overflow: clip;
  }
  .flush h2,
  .inset {
    padding-inline: 1.25rem;
  }
  .flush :is(th, td, th[scope='row']) {
    padding-inline: 1.25rem;
  }
  .inset {
    padding-bottom: 1rem;
  }
  .merge-set li {
    padding: 0.375rem 0;
    overflow-wrap: anywhere;
  }
  .merge-set p {
    margin-bottom: 0.5rem;
  }
`;
