/**
 * Runs component test files in the copy that it was started in, and ends at the first that fails: exit code 1, its name on
 * the output. With `MUTATION_MAP` it runs them all and keeps which blocks each of them ran.
 */
import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startTestRunner, type TestRunnerConfig } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';
import { withProbes } from './probes.ts';

const { nodeResolve, browsers, concurrency, testRunnerHtml, plugins } = config;
const root = process.cwd();
const map = process.env['MUTATION_MAP'];

/** Sends on what ran, a moment later, by what no test can have replaced. */
const sender = `<script>{
  const [send, later, session] = [fetch, setTimeout, new URL(location).searchParams.get('wtr-session-id')];
  const names = new Set();
  let news = [];
  globalThis.probed = { add(name) {
    if (names.has(name)) return;
    names.add(name);
    if (news.push(name) === 1) later(() => {
      send('/probed?session=' + session, { method: 'POST', keepalive: true, body: news.join() });
      news = [];
    });
  } };
}</script>`;

const mapping: Partial<TestRunnerConfig> = {
  testRunnerHtml: (framework) => testRunnerHtml(framework).replace('<head>', `<head>${sender}`),
  middleware: [
    async (context, next) => {
      if (context.path !== '/probed' || map === undefined) return next();
      let body = '';
      for await (const part of context.req) body += String(part);
      const session = String(context.query['session']);
      for (const block of body.split(',')) appendFileSync(join(map, 'blocks'), `${session} ${block}\n`);
      context.body = '';
    },
  ],
};

await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: true,
  config: {
    nodeResolve,
    browsers,
    concurrency,
    testsFinishTimeout: 600_000,
    rootDir: root,
    preserveSymlinks: true,
    files: process.argv.slice(2),
    ...(map === undefined ? { testFramework: { config: { timeout: 10_000, bail: true } } } : mapping),
    plugins: [
      ...(map === undefined
        ? []
        : [
            {
              name: 'probes',
              transform: ({ path, body }: { path: string; body: unknown }) =>
                /^\/(?:src|firmware-sim)\/.*\.ts$/.test(path)
                  ? withProbes(path.slice(1), String(body))
                  : undefined,
            },
          ]),
      ...plugins,
    ],
    reporters: [
      {
        reportTestFileResults({ sessionsForTestFile, testFile }) {
          const test = relative(root, testFile);
          if (map !== undefined) {
            for (const session of sessionsForTestFile)
              appendFileSync(join(map, 'sessions'), `${session.id} ${test} ${tookOf(session)}\n`);
          } else if (sessionsForTestFile.some(({ passed }) => passed === false)) {
            process.stdout.write(test);
            process.exit(1);
          }
        },
      },
    ],
  },
});

interface Suite {
  readonly suites: readonly Suite[];
  readonly tests: readonly { readonly duration?: number }[];
}

function tookOf({ testResults }: { readonly testResults?: Suite }): number {
  const sum = ({ suites, tests }: Suite): number =>
    suites.reduce((all, suite) => all + sum(suite), 0) +
    tests.reduce((all, { duration }) => all + (duration ?? 0), 0);
  return testResults === undefined ? 0 : sum(testResults);
}
