/** `hostblind conform`: runs the kit on a device, says how far it is, and writes the report. */
import { writeFileSync } from 'node:fs';
import { version } from '../../package.json';
import { createReport, reportLines } from '../conformance/write-report.ts';
import { runConformance } from '../conformance/run-conformance.ts';
import type { ConformanceEvent, LedBy } from '../conformance/tour/port.ts';
import { conformanceText } from '../text/conformance/kit.ts';
import { startTimer } from '../transport/timer.ts';
import type { Run } from './command-line.ts';
import { createTerminalPort } from './conform-port.ts';
import { connectorFor } from './connect.ts';
import type { ExitName } from './terminal/exit-codes.ts';
import type { Output } from './terminal/output.ts';
import { runPress } from './press-command.ts';
import { issuersFor } from './roots.ts';
import { openingOn } from './wrong-service.ts';

/** A person sees what they are asked to do, and does it. */
function leaderOf({ conformance, json }: Run): LedBy {
  if (conformance.press !== undefined) return 'command';
  return process.stdin.isTTY && !json ? 'person' : 'nobody';
}

function teller(output: Output): (event: ConformanceEvent) => void {
  return (event) => {
    if (event.kind === 'part') output.note('part', conformanceText.parts[event.part]);
    if (event.kind === 'journey') output.note('journey', conformanceText.journey(event.journey));
    if (event.kind === 'broken')
      output.note('broken', conformanceText.brokenSoFar(conformanceText.rules[event.rule]));
  };
}

export async function conform(options: Run, output: Output, signal: AbortSignal): Promise<ExitName> {
  const { press, parts, reports, long } = options.conformance;
  const link = options.link ?? 'usb';
  const issuers = await issuersFor(options.roots);
  const connector = connectorFor(link, options);
  const open = () => connector.open({ signal });
  const transport = await openingOn({ link, port: options.port }, open);
  const ledBy = leaderOf(options);
  if (ledBy === 'person') for (const line of conformanceText.warning) output.note('warning', line);
  if (ledBy === 'nobody') output.note('nobody', conformanceText.noPerson);
  const port = createTerminalPort(
    {
      open,
      shared: link !== 'usb',
      ledBy,
      press: press === undefined ? undefined : (meaning) => runPress(press, meaning, signal),
      say: (text) => output.note('prompt', `> ${text}`),
      startTimer,
      signal,
    },
    transport,
  );
  try {
    const findings = await runConformance(port, { parts, long, issuers, tell: teller(output) });
    const report = createReport(findings, { date: today(), kit: version, link, ledBy });
    const lines = reportLines(findings, report);
    for (const file of reports) {
      const text = file.endsWith('.json') ? JSON.stringify(report, undefined, 2) : lines.join('\n');
      writeFileSync(file, `${text}\n`);
      output.note('written', conformanceText.written(file));
    }
    output.answer(lines, report);
    return report.summary.broken === 0 ? 'done' : 'notConforming';
  } finally {
    await port.close();
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
