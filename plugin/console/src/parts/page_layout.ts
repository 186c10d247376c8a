// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

/** The frame of a page: its head with the heading and the main action, and what follows below each other. */
export const pageLayout = css`
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem;
    max-width: 76rem;
    margin: 0 auto;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: flex-start;
    justify-content: space-between;
  }
  .head > :first-child {
    flex: 1 1 22rem;
    min-width: 0;
  }
  @media (max-width: 30rem) {
    .head > button {
      width: 100%;
    }
  }
`;
