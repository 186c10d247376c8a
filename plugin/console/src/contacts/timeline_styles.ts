// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

export const timelineStyles = css`
  h3 {
    margin: 0 0 0.625rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ccp-text-muted);
  }
  ol + h3 {
    margin-top: 0.5rem;
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 2.25rem minmax(0, 1fr);
    gap: 0.875rem;
    padding-bottom: 1.125rem;
  }
  li:not(:last-child)::before {
    content: '';
    position: absolute;
    left: 1.09375rem;
    top: 2.25rem;
    bottom: 0;
    width: 1px;
    background: var(--ccp-border);
  }
  .channel {
    display: grid;
    place-items: center;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: 50%;
    background: var(--tint);
    color: var(--ccp-accent);
  }
  li p {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: center;
    overflow-wrap: anywhere;
  }
  time,
  .reason {
    font-size: 0.875rem;
    color: var(--ccp-text-muted);
  }
`;
