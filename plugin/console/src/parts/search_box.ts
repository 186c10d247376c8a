// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

/** A field to search by with its button beside it, level with the field whatever hint follows below. */
export const searchBoxStyles = css`
  .box {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: flex-start;
  }
  .box .field {
    flex: 1 1 16rem;
  }
  .box button {
    margin-top: calc(0.9375rem * 1.5 + 0.25rem);
  }
  @media (max-width: 30rem) {
    .box button {
      width: 100%;
      margin-top: 0;
    }
  }
`;
