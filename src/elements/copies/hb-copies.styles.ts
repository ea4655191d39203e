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
