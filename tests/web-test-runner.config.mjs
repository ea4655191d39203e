import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserLaunchOptions } from './chromium.mjs';

/**
 * What `tests/run.mjs` reads, in the shape of Vitest's JSON reporter.
 * @typedef {{ name: string, passed: boolean, skipped?: boolean }} Test
 * @typedef {{ name?: string, tests?: Test[], suites?: Suite[] }} Suite
 * @type {(suite: Suite | undefined, path?: string[]) => { status: string, fullName: string }[]}
 */
function resultsOf(suite, path = []) {
  const tests = (suite?.tests ?? []).filter(({ skipped }) => !skipped);
  return [
    ...tests.map(({ name, passed }) => ({
      status: passed ? 'passed' : 'failed',
      fullName: [...path, name].join(' '),
    })),
    ...(suite?.suites ?? []).flatMap((inner) => resultsOf(inner, [...path, inner.name ?? ''])),
  ];
}

/** @type {(file: string) => object} */
function jsonReporter(file) {
  return {
    onTestRunFinished(
      /** @type {{ sessions: { testFile: string, testResults?: Suite, errors?: { message: string }[] }[] }} */ {
        sessions,
      },
    ) {
      const testResults = sessions.map(({ testFile, testResults, errors }) => ({
        name: testFile,
        message: errors?.[0]?.message,
        assertionResults: resultsOf(testResults),
      }));
      const withStatus = (/** @type {string} */ wanted) =>
        testResults.flatMap(({ assertionResults }) =>
          assertionResults.filter(({ status }) => status === wanted),
        ).length;
      writeFileSync(
        file,
        JSON.stringify({
          numPassedTests: withStatus('passed'),
          numFailedTests: withStatus('failed'),
          testResults,
        }),
      );
    },
  };
}

const resultsFile = process.env.COMPONENT_RESULTS;

export default {
  files: 'tests/component/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: browserLaunchOptions })],
  concurrency: 2,
  // A file of many pictures takes two minutes with coverage on a busy machine of two cores. It is one limit for the whole file.
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 20_000 } },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  reporters: [defaultReporter(), ...(resultsFile === undefined ? [] : [jsonReporter(resultsFile)])],
  filterBrowserLogs: (/** @type {{ args: unknown[] }} */ { args }) =>
    !String(args[0]).includes('Lit is in dev mode'),
  testRunnerHtml: (/** @type {string} */ testFramework) => `<!doctype html>
    <html lang="en">
      <head>
        <title>Component test</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/src/app/app.css" />
      </head>
      <body>
        <script type="module" src="/tests/read-english.ts"></script>
        <script type="module" src="${testFramework}"></script>
      </body>
    </html>`,
  coverageConfig: {
    include: ['src/{elements,app,text}/**/*.ts'],
    // What the device says on its glass, and the app's reducers: unit and security tests read and count them. What programs say, and every
    // language but English: `tests/unit/text/translations.test.ts` calls each of their sentences.
    exclude: [
      'src/text/en/{glass,entry}.ts',
      'src/text/{en,types}/{terminal,simulator,conformance}/**',
      'src/text/{terminal,simulator,conformance}/**',
      'src/text/program-languages.ts',
      'src/text/{[^e][a-z],e[^n]}/**',
      'src/app/{pages,start}/**',
    ],
    reportDir: 'coverage/components',
    reporters: ['lcovonly', 'text-summary'],
    threshold: { statements: 90, branches: 90, functions: 90, lines: 90 },
  },
};
