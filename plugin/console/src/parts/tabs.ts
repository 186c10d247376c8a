// SPDX-License-Identifier: BSL-1.0
import { css } from 'lit';

export const tabStyles = css`
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem;
    border-bottom: 1px solid var(--ccp-border);
  }
  [role='tab'] {
    position: relative;
    border: 0;
    border-radius: var(--ccp-radius) var(--ccp-radius) 0 0;
    padding: 0.5rem 0.625rem;
    font-size: 0.9375rem;
    background: transparent;
    color: var(--ccp-text-muted);
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ccp-accent);
  }
  [role='tab'][aria-selected='true']::after {
    content: '';
    position: absolute;
    inset: auto 0.5rem -1px;
    height: 2px;
    border-radius: 1px;
    background: var(--ccp-accent);
  }
  [role='tab'] .mark {
    width: 0.5rem;
    height: 0.5rem;
    border-radius: 50%;
    background: var(--ccp-warning);
  }
  [role='tabpanel']:not([hidden]) {
    display: grid;
    gap: 1rem;
  }
  @media (max-width: 30rem) {
    [role='tablist'] {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-bottom: 2px;
    }
    [role='tab'] {
      flex: none;
    }
  }
`;

/** Where a key leads among tabs: the arrows go round, Home and End to the ends. Nothing for other keys. */
export function tabKey({ key }: KeyboardEvent, at: number, count: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowRight: (at + 1) % count,
    ArrowLeft: (at + count - 1) % count,
    Home: 0,
    End: count - 1,
  };
  return steps[key];
}
