import { css } from 'lit';

/** An icon on a soft square, beside what it stands for. */
export const badgeStyles = css`
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
`;
