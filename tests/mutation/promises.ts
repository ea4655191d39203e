/** Mutants chosen by hand, on lines that keep a promise. `--promises` tries them, and each must be noticed. */
import type { Mutant } from './mutants.ts';

/** The file, text that is in it once, and what takes its place. */
type ByHand = readonly [file: string, find: string, replacement: string];

const refusals: readonly ByHand[] = [
  // The wallet that was checked is the one that was backed up.
  ['src/records/compare-wallet.ts', 'if (said.walletId === walletId)', 'if (true)'],
  ['src/records/compare-wallet.ts', "if (!backedUp) return 'other-wallet-after-backup';", ''],
  ['src/session/reduce-wallet.ts', "if (verdict !== 'changed') return raiseAlarm(session, verdict);", ''],
  // A device that skips the check, during the ceremony and at its end.
  [
    'src/session/reduce-check.ts',
    "return unchecked ? raiseAlarm(state.session, 'skipped') : [state, []];",
    'return [state, []];',
  ],
  [
    'src/session/reduce-check.ts',
    "check.kind === 'asked' || (check.kind === 'unproven' && !isExempt(check))",
    'false',
  ],
  // A false proof, at the first meeting and after a lost cable.
  [
    'src/session/reduce-opening.ts',
    "return identifying ? alarmAbout({ link }, event.reason ?? 'attestation') : [state, []];",
    'return [state, []];',
  ],
  [
    'src/cli/run.ts',
    "proof?.kind === 'failed' || memory.alarm !== undefined ? 'doNotUse' : 'done'",
    "'done'",
  ],
  ['src/cli/ceremony/steps.ts', "next: endWith({ kind: 'alarm', reason })", 'next: waits'],
  ['src/session/trust.ts', "if (known.publicKey !== device.publicKey) return 'key-changed';", ''],
  [
    'src/session/trust.ts',
    "if (known.simulator && device.kind !== 'simulator') return 'simulator-mark-lost';",
    '',
  ],
  ['src/session/trust.ts', "['attest', 'attestation-lost'],", ''],
  ['src/session/trust.ts', "['entropy-check', 'check-lost'],", ''],
  ['src/session/reduce-remembered.ts', 'if (broken !== undefined) return raiseAlarm(session, broken);', ''],
  // Another device in the place of the first one.
  ['src/cli/ceremony/steps.ts', 'return deviceId !== undefined && deviceId !== found;', 'return false;'],
  // What the person is told.
  [
    'src/cli/ceremony/steps.ts',
    'if (!canAsk) return { memory, says: [noteStranger(device)]',
    'if (!canAsk) return { memory, says: []',
  ],
  ['src/cli/ceremony/decide.ts', "unchecked ? [noteOf('not-checked')] : []", '[]'],
  [
    'src/cli/ceremony/decide.ts',
    "if (status?.outcome === 'fault' || after === 'fault') return ended(situation, activity, 'fault');",
    '',
  ],
  ['src/cli/ceremony/decide.ts', "if (outcome === 'fault') return ended(situation, activity, 'fault');", ''],
  ['src/cli/ceremony/decide.ts', '{ ...memory, begun: true, warned: true },', '{ ...memory, warned: true },'],
  ['src/cli/ceremony/decide.ts', 'if (!memory.begun) return ask(situation);', 'return ask(situation);'],
  // A wallet that came back is never said to be backed up, and a failed check is said at the start.
  ['src/cli/ceremony/decide.ts', 'if (!leadsToBackup(errand)) return onRestored(situation, wallet);', ''],
  ['src/cli/ceremony/sayings.ts', "...(backup === 'doubtful' ? doubtLines(doubted) : []),", ''],
  // Nothing is asked of the device before a person has said yes, and nothing of somebody else's is stopped.
  ['src/cli/ceremony/decide.ts', "if (memory.answer.answer !== 'yes')", 'if (false)'],
  ['src/cli/ceremony/run-ceremony.ts', "if (held === 'ours') session.dispatch", 'session.dispatch'],
  // Only answers are read.
  ['src/cli/terminal/keys.ts', "pressed: meant ?? 'spoiled'", 'pressed: meant ?? pressed'],
  // No file is replaced unasked.
  ['src/cli/backup-target.ts', "if (there === 'file' && !force)", 'if (false)'],
  [
    'src/cli/terminal/progress.ts',
    'states[state.wallet], state.locked)',
    'states[state.wallet], !state.locked)',
  ],
  ['src/cli/command-line.ts', 'port > 65_535', 'port >= 65_535'],
  ['src/cli/terminal/progress.ts', 'const barLength = 24;', 'const barLength = 25;'],
  ['src/cli/terminal/progress.ts', 'words: [20, 60],', 'words: [21, 60],'],
];

const following: readonly ByHand[] = [
  // A device that answers nonsense isn't always looked for, and the steps are there while one is followed.
  ['src/session/reduce-device.ts', 'return unhealedByWaiting.has(event.code)', 'return false'],
  [
    'src/session/progress.ts',
    'return status === undefined || backingUp.has(status.activity);',
    'return false;',
  ],
  // A close never overtakes a cancel.
  [
    'src/devices/hostblind/follow-ceremony.ts',
    `      await waitForNext(tools.poll);
    }
  } finally {
    asking.release();
    await asking.settled();`,
    `      await waitForNext(tools.poll);
    }
  } finally {
    asking.release();
    asking.settled();`,
  ],
  [
    'src/devices/hostblind/follow-ceremony.ts',
    `      await waitForNext(poll);
    }
  } finally {
    asking.release();
    await asking.settled();`,
    `      await waitForNext(poll);
    }
  } finally {
    asking.release();
    asking.settled();`,
  ],
  [
    'src/session/connection.ts',
    'await signer?.cancel().catch(() => {});',
    'void signer?.cancel().catch(() => {});',
  ],
  ['src/cli/ceremony/run-ceremony.ts', 'await session.closed();', 'void session.closed();'],
  // Nothing computed is never an alarm, and nor is a browser that lacks something.
  [
    'src/devices/hostblind/hostblind-signer.ts',
    'if (loaded === undefined || openRecomputer === undefined) {',
    'if (openRecomputer === undefined) {',
  ],
  ['src/devices/hostblind/hostblind-signer.ts', "yield { kind: 'unfinished', gap: 'not-computed' };", ''],
  [
    'src/devices/hostblind/attestation/public-key.ts',
    "if (foreignName(error) === 'DataError') return undefined;",
    'return undefined;',
  ],
  [
    'src/devices/hostblind/entropy-check/entropy-endings.ts',
    "state.outcome === 'fault' || state.stage === 'fault'",
    "state.stage === 'fault'",
  ],
  [
    'src/devices/hostblind/entropy-check/entropy-endings.ts',
    "state.outcome === 'fault' || state.stage === 'fault'",
    "state.outcome === 'fault'",
  ],
  [
    'src/transport/webusb/webusb-link.ts',
    "if (data === undefined) throw new HostblindError('disconnected', { detail: result.status });",
    "if (data === undefined) throw new HostblindError('disconnected');",
  ],
];

const builds: readonly ByHand[] = [
  [
    'src/site/vite-plugin.ts',
    "tags: [\n            {\n              tag: 'meta',",
    "tags: [].slice(0, 0) && [\n            {\n              tag: 'link',",
  ],
  [
    'src/site/vite-plugin.ts',
    'for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);',
    '',
  ],
  ['src/site/serve.ts', 'if (!/^\\d+$/.test(text) || port > 65_535)', 'if (false)'],
  ['src/site/serve.ts', 'process.exitCode = 1;', ''],
  ['src/site/serve.ts', "process.once('SIGINT', stop);", ''],
  ['src/site/serve.ts', "process.once('SIGTERM', stop);", ''],
];

const said: readonly ByHand[] = [
  [
    'src/text/en/endings.ts',
    "restore: {\n    declined: { title: general.declined.title, body: ['Nothing was restored. Your device is still empty.'] },",
    'restore: {\n    declined: { title: general.declined.title, body: [] },',
  ],
  ['src/text/en/endings.ts', "body: ['No words were shown and nothing has changed.']", 'body: []'],
  ['src/text/en/stages.ts', "body: 'After three wrong PINs, this device wipes itself.'", "body: ''"],
  [
    'src/elements/backed-up/hb-backed-up.ts',
    '<dd>${texts.deviceTitle(device)} <span class="soft">${texts.deviceProof(device)}</span></dd>',
    '<dd>${texts.deviceTitle(device)}</dd>',
  ],
  [
    'src/elements/forms/form-grid.ts',
    'const middle = (at * block + modules / 2) * length;',
    'const middle = (at * block - modules / 2) * length;',
  ],
  [
    'src/text/en/ledger.ts',
    "able: false,\n        what: 'Show the words again',",
    "able: true,\n        what: 'Show the words again',",
  ],
];

const aroundTheDevice: readonly ByHand[] = [
  ['firmware-sim/ports/usbip/usbip-server.ts', 'for (const socket of sockets) socket.destroy();', ''],
  [
    'firmware-sim/cli/simulator.ts',
    'await Promise.all(servers.map(closeServer));',
    'void Promise.all(servers.map(closeServer));',
  ],
  ['firmware-sim/cli/simulator.ts', "'code' in cause && cause.code === 'EADDRINUSE'", 'true'],
  ['firmware-sim/ports/rest/screen-routes.ts', 'if (stream === undefined) return;', ''],
  [
    'firmware-sim/ports/rest/automation.ts',
    'export const actionsPerTick = 100;',
    'export const actionsPerTick = 101;',
  ],
  ['firmware-sim/ports/usbip/usbip-codec.ts', 'noDevice: 4', 'noDevice: 3'],
];

const byHand = [...refusals, ...following, ...builds, ...said, ...aroundTheDevice];

export function promiseMutants(textOf: (file: string) => string): Mutant[] {
  return byHand.map(([file, find, replacement]) => {
    const text = textOf(file);
    const start = text.indexOf(find);
    if (start === -1 || text.includes(find, start + 1)) throw new Error(`${file}: not there once: ${find}`);
    const line = text.slice(0, start).split('\n').length;
    return { file, kind: 'promise', line, start, end: start + find.length, replacement };
  });
}
