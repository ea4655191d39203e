import { css } from 'lit';

export const recordsStyles = css`
  .view {
    gap: 24px;
  }
  section,
  hb-device-list {
    width: 100%;
  }
  section {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding-top: 20px;
    border-top: 1px solid var(--hb-line);
  }
  section > .button {
    min-height: 44px;
  }
  .told:empty {
    display: none;
  }
  div.told {
    display: contents;
  }
  .note.good {
    border-color: transparent;
    background: var(--hb-accent-soft);
  }
  .note:focus {
    outline: none;
  }
  .actions {
    margin-top: 0;
  }
  ol {
    display: grid;
    width: 100%;
  }
  li {
    display: grid;
    gap: 2px;
    padding: 10px 0;
    border-top: 1px solid var(--hb-line);
    line-height: 1.5;
  }
  li:first-child {
    border-top: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
  }
  strong {
    font-weight: 600;
  }
  .result {
    font-size: 0.9375rem;
  }
  .result.good {
    color: var(--hb-accent);
    font-weight: 600;
  }
  .result.attention {
    color: var(--hb-attention-text);
    font-weight: 600;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    font-size: 0.875rem;
  }
  .id {
    font-family: var(--hb-mono);
  }
  .sure {
    display: grid;
    gap: 12px;
    width: 100%;
    padding: 16px 18px;
    border: 1px solid var(--hb-danger-line);
    border-radius: 14px;
    background: var(--hb-danger-surface);
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    font-weight: 640;
  }
  h3:focus {
    outline: none;
  }
`;
