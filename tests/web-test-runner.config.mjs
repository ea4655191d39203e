import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { browserLaunchOptions } from './chromium.mjs';

/** Counts for `tests/run.mjs`, in the shape of Vitest's JSON reporter. */
function countsReporter(/** @type {string} */ file) {
  const count = (/** @type {any} */ suite) => {
    let [passed, failed] = [0, 0];
    for (const test of suite?.tests ?? []) {
      if (test.skipped) continue;
      if (test.passed) passed += 1;
      else failed += 1;
    }
    for (const inner of suite?.suites ?? []) {
      const [innerPassed, innerFailed] = count(inner);
      passed += innerPassed;
      failed += innerFailed;
    }
    return [passed, failed];
  };
  return {
    onTestRunFinished(/** @type {{ sessions: { testResults?: unknown }[] }} */ { sessions }) {
      let [numPassedTests, numFailedTests] = [0, 0];
      for (const { testResults } of sessions) {
        const [passed, failed] = count(testResults);
        numPassedTests += passed;
        numFailedTests += failed;
      }
      writeFileSync(file, JSON.stringify({ numPassedTests, numFailedTests }));
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
  reporters: [defaultReporter(), ...(resultsFile === undefined ? [] : [countsReporter(resultsFile)])],
  filterBrowserLogs: (/** @type {{ args: unknown[] }} */ { args }) =>
    !String(args[0]).includes('Lit is in dev mode'),
  testRunnerHtml: (/** @type {string} */ testFramework) => `<!doctype html>
    <html lang="en">
      <head>
        <title>Component test</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/src/app/app.css" />
      </head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  coverageConfig: {
    include: ['src/{elements,app,text}/**/*.ts'],
    // What the device says on its glass: unit and security tests read it there.
    exclude: ['src/text/en/{glass,entry}.ts'],
    reportDir: 'coverage/components',
    reporters: ['lcovonly', 'text-summary'],
    threshold: { statements: 90, branches: 90, functions: 90, lines: 90 },
  },
};
