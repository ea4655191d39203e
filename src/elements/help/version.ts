/** That of the package: a page can't read its `package.json`, and `tests/unit/docs/help.test.ts` keeps the two the same. */
export const appVersion = '0.1.0';
