export const firmwareVersion = { major: 0, minor: 1, patch: 0, text: '0.1.0' } as const;
