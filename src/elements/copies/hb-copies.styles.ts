import { css } from 'lit';

export const copiesStyles = css`
  .cards {
    display: grid;
    gap: 16px;
    width: 100%;
  }
  .card {
    display: grid;
    gap: 14px;
    padding: 20px;
    border: 1px solid var(--hb-line-strong);
    border-radius: 14px;
    background: var(--hb-surface);
  }
  .card h2 {
    display: flex;
    gap: 12px;
    align-items: center;
    font-size: 1.0625rem;
  }
  .card .badge {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 12px;
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
  }
  .card p {
    color: var(--hb-text-soft);
  }
  .card .actions {
    margin-top: 2px;
  }
  .advice {
    display: grid;
    gap: 10px;
  }
  .advice li {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 10px;
    line-height: 1.5;
  }
  .advice .icon {
    color: var(--hb-accent);
  }
  .name dt {
    color: var(--hb-text-soft);
    font-size: 0.875rem;
  }
  .name dd {
    font-family: var(--hb-mono);
    overflow-wrap: anywhere;
  }
  .chosen {
    display: grid;
    gap: 10px;
    width: 100%;
  }
  .chosen dt {
    color: var(--hb-text-soft);
    font-size: 0.875rem;
  }
  .chosen dd {
    overflow-wrap: anywhere;
  }
  .chosen .id {
    font-family: var(--hb-mono);
  }
  /* Where it can be dropped, which is all of the page. */
  .zone {
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 6rem;
    padding: 16px;
    border: 2px dashed var(--hb-line-strong);
    border-radius: 14px;
    color: var(--hb-text-soft);
    text-align: center;
  }
  @media (hover: none), (pointer: coarse) {
    .zone {
      display: none;
    }
  }
  .problem {
    display: grid;
    gap: 8px;
  }
  @media (forced-colors: active) {
    .card {
      border-color: ButtonBorder;
    }
  }
`;
