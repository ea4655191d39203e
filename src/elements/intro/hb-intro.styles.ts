import { css } from 'lit';

export const introStyles = css`
  .points {
    display: grid;
    gap: 18px;
    margin-top: 12px;
    padding-top: 24px;
    border-top: 1px solid var(--hb-line);
    width: 100%;
  }
  .points li {
    display: grid;
    grid-template-columns: 40px 1fr;
    gap: 14px;
  }
  .badge {
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 12px;
    background: var(--hb-accent-soft);
    color: var(--hb-accent);
  }
  .badge .icon {
    width: 22px;
    height: 22px;
  }
  .points p {
    color: var(--hb-text-soft);
    font-size: 0.9375rem;
    margin-top: 2px;
  }
  .text {
    display: grid;
    gap: 16px;
    max-width: 36rem;
    font-size: 1.0625rem;
  }
  hb-device-list {
    width: 100%;
  }
`;
