/**
 * `npm run conformance [-- NAME]`: the reports in docs/conformance, of our own simulator and of the second maker's device, made by the kit
 * over TCP. It waits for minutes, as the protocol has it.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../package.json' with { type: 'json' };
import { createTerminalPort } from '../../src/cli/conform-port.ts';
import { conformanceParts } from '../../src/conformance/catalogue/rules.ts';
import { runConformance } from '../../src/conformance/run-conformance.ts';
import { createReport, reportLines } from '../../src/conformance/write-report.ts';
import { notDone } from '../../src/conformance/tour/port.ts';
import { trustedIssuers } from '../../src/devices/hostblind/attestation/trusted-issuers.ts';
import { codedError } from '../../src/protocol/errors.ts';
import { simulatorTcp } from '../../src/transport/simulator/simulator-tcp.ts';
import { startTimer } from '../../src/transport/timer.ts';
import { reported, type RunningDevice } from './devices.ts';

const folder = resolve(import.meta.dirname, '../../docs/conformance');

/** Whether no rule was broken. */
async function writeReportOf(name: string, device: RunningDevice): Promise<boolean> {
  const connector = simulatorTcp({ port: device.apduPort });
  const { signal } = new AbortController();
  const open = () => connector.open({ signal });
  const port = createTerminalPort(
    {
      open,
      shared: true,
      ledBy: 'command',
      press: (meaning) =>
        device.press(meaning).catch(() => {
          // Of the cause nothing is said: it may quote the glass.
          process.stderr.write(`not done: ${meaning}\n`);
          throw codedError(notDone, meaning);
        }),
      say: () => undefined,
      startTimer,
      signal,
    },
    await open(),
  );
  const findings = await runConformance(port, {
    parts: conformanceParts,
    long: true,
    issuers: trustedIssuers,
    tell: (event) => {
      if (event.kind !== 'judged') process.stderr.write(`${JSON.stringify(event)}\n`);
    },
  });
  await port.close();
  const date = new Date().toISOString().slice(0, 10);
  const report = createReport(findings, { date, kit: version, link: 'tcp', ledBy: 'command' });
  writeFileSync(resolve(folder, `${name}.txt`), `${reportLines(findings, report).join('\n')}\n`);
  writeFileSync(resolve(folder, `${name}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
  return report.summary.broken === 0;
}

for (const [name, start] of Object.entries(reported)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue;
  const device = await start();
  try {
    if (!(await writeReportOf(name, device))) process.exitCode = 1;
  } finally {
    await device.stop();
  }
}
