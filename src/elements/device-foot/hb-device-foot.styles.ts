import { css } from 'lit';

export const deviceFootStyles = css`
  .never {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .never .icon {
    flex: none;
    color: var(--hb-accent);
  }
  .actions {
    margin: 0;
  }
`;
