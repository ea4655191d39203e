import { css } from 'lit';

export const stepperStyles = css`
  ol {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 8px;
  }
  li {
    padding-top: 10px;
    border-top: 3px solid var(--hb-line);
    color: var(--hb-text-soft);
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  li.done {
    border-color: var(--hb-accent);
  }
  li[aria-current] {
    border-color: var(--hb-accent);
    color: var(--hb-text);
    font-weight: 640;
  }
  .compact {
    display: none;
    margin-top: 10px;
    color: var(--hb-text-soft);
    font-size: 0.8125rem;
  }
  @media (max-width: 599px) {
    li {
      padding: 0;
      height: 3px;
    }
    li > span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .compact {
      display: block;
    }
  }
  @media (forced-colors: active) {
    /* By more than their colour: what is coming is dotted, and where one is, is thick. */
    li {
      border-top-style: dotted;
    }
    li.done,
    li[aria-current] {
      border-top-style: solid;
      border-color: Highlight;
    }
    li[aria-current]:not(.done) {
      border-top-width: 6px;
    }
  }
`;
