/** Without a person: the form of answers, and everything that is refused in every state. */
import { decodeAppName } from '../protocol/commands/app-name.ts';
import { instructions, hostblindClass } from '../protocol/apdu/instructions.ts';
import { statusWords } from '../protocol/apdu/status-words.ts';
import { equalBytes, toHex } from '../protocol/bytes.ts';
import { decodeInfo, infoLength, protocolVersion, type DeviceInfo } from '../protocol/commands/info.ts';
import { decodeLanguages, type DeviceLanguages } from '../protocol/commands/languages.ts';
import { englishTag } from '../protocol/language-tag.ts';
import type { RuleName } from './catalogue/rules.ts';
import type { Findings } from './tour/findings.ts';
import type { Kit } from './tour/kit.ts';
import {
  badDataOf,
  badParametersOf,
  capabilityOf,
  commandNames,
  headOf,
  headText,
  messageOf,
  misformed,
  takesNoData,
  wrongLengthsOf,
  type KitCommand,
  type Malformed,
} from './tour/messages.ts';
import { namedWord, replyText, stateText, type Probe } from './tour/probe.ts';

/** What a device says of itself, for all parts; `undefined` for an answer that can't be read. */
export async function readInfo(probe: Probe, findings: Findings): Promise<DeviceInfo | undefined> {
  const reply = await probe.ask('info');
  let info: DeviceInfo | undefined;
  try {
    info = reply.word === statusWords.ok ? decodeInfo(reply.data) : undefined;
  } catch {
    info = undefined;
  }
  const idDrawn = info?.deviceId.some((byte) => byte !== info.deviceId[0]) === true;
  findings.check('info', info !== undefined && idDrawn && reply.data[5] === 0, () => ({
    where: '',
    sent: headText(messageOf('info')),
    came: reply.word === statusWords.ok ? `9000 + ${toHex(reply.data.subarray(0, 8))}` : replyText(reply),
    expected: `9000 + 0${protocolVersion}, >= ${infoLength}`,
  }));
  return info;
}

/** What the device speaks, and another language that it could; English where it has no choice. */
export async function readLanguages(
  probe: Probe,
  findings: Findings,
  { capabilities }: DeviceInfo,
): Promise<{ language: string; otherLanguage: string | undefined }> {
  if (!capabilities.includes('language')) return { language: englishTag, otherLanguage: undefined };
  const reply = await probe.ask('languages');
  let said: DeviceLanguages | undefined;
  try {
    said = reply.word === statusWords.ok ? decodeLanguages(reply.data) : undefined;
  } catch {
    said = undefined;
  }
  findings.check('languages', said?.offered.includes(englishTag) === true, () => ({
    where: '',
    sent: headText(messageOf('languages')),
    came: replyText(reply),
    expected: `9000 + ${englishTag}`,
  }));
  const { spoken = englishTag, offered = [] } = said ?? {};
  return { language: spoken, otherLanguage: offered.find((tag) => tag !== spoken) };
}

async function checkAppName({ probe, findings }: Kit): Promise<void> {
  const reply = await probe.ask('appName');
  let name = '';
  try {
    name = reply.word === statusWords.ok ? decodeAppName(reply.data).name : '';
  } catch {
    name = '';
  }
  findings.check('app-name', name.length > 0, () => ({
    where: '',
    sent: headText(messageOf('appName')),
    came: replyText(reply),
    expected: '9000 + 01',
  }));
}

/** Each must be refused with its word, and without data. */
async function expectRefused(kit: Kit, rule: RuleName, refused: readonly Malformed[]): Promise<void> {
  for (const { message, word } of refused) {
    const reply = await kit.probe.send(message);
    kit.findings.check(rule, reply.word === statusWords[word] && reply.data.length === 0, () => ({
      where: '',
      sent: headText(message),
      came: replyText(reply),
      expected: namedWord(word),
    }));
  }
}

/** A maker may have classes of its own: so many, and not all of them. */
const mostOwnClasses = 8;

async function checkForeignClasses(kit: Kit): Promise<void> {
  const own = new Set<number>();
  for (let cla = 0; cla < 256; cla += 1) {
    if (cla === hostblindClass || cla === headOf('appName')[0]) continue;
    const messages = [[cla], [cla, 1, 0, 0, 0], [cla, instructions.status, 1, 0, 5, 1]].map((bytes) =>
      Uint8Array.from(bytes),
    );
    for (const message of messages) {
      const reply = await kit.probe.send(message);
      const refused = reply.word === statusWords.unknownClass && reply.data.length === 0;
      if (!refused) own.add(cla);
      kit.findings.check('foreign-class', refused || own.size <= mostOwnClasses, () => ({
        where: '',
        sent: headText(message),
        came: replyText(reply),
        expected: namedWord('unknownClass'),
      }));
    }
  }
}

/** From here on an instruction is the maker's own. */
const firstOwnInstruction = 0xf0;

function unknownInstructions(): readonly Malformed[] {
  const known: readonly number[] = Object.values(instructions);
  const [common] = headOf('appName');
  const numbers = Array.from({ length: firstOwnInstruction }, (_, ins) => ins);
  const unknown = numbers.filter((ins) => !known.includes(ins)).map((ins) => [hostblindClass, ins, 0, 0, 0]);
  return [
    ...unknown,
    // Before parameters and data.
    [hostblindClass, 0x7f, 1, 0, 0],
    [hostblindClass, 0x7f, 0, 0, 2, 1, 2],
    [common, 0x02, 0, 0, 0],
  ].map((bytes) => ({ message: Uint8Array.from(bytes), word: 'unknownInstruction' }));
}

function isAbsent({ info }: Kit, command: KitCommand): boolean {
  const needed = capabilityOf(command);
  return needed !== undefined && !info.capabilities.includes(needed);
}

/** A command that the device hasn't is unknown in any form, well or ill. */
function formsOf(command: KitCommand): readonly Malformed[] {
  const forms = [
    messageOf(command),
    ...[...badParametersOf(command), ...wrongLengthsOf(command)].map(({ message }) => message),
  ];
  return forms.map((message) => ({ message, word: 'unknownInstruction' }));
}

/** One that it has is known, whatever it answers: told by a length that it doesn't take, so that nothing comes of it. */
async function checkNamed(kit: Kit, command: KitCommand): Promise<void> {
  const [malformed] = wrongLengthsOf(command);
  if (malformed === undefined) return;
  for (const message of [
    malformed.message,
    ...(takesNoData(command) ? [] : [messageOf(command).slice(0, 4)]),
  ]) {
    const reply = await kit.probe.send(message);
    kit.findings.check('named-commands', reply.word === statusWords.wrongLength, () => ({
      where: '',
      sent: headText(message),
      came: replyText(reply),
      expected: namedWord('wrongLength'),
    }));
  }
}

/** Create's two flags belong to the entropy check. */
async function checkFlags(kit: Kit): Promise<void> {
  if (kit.info.capabilities.includes('entropy-check') || isAbsent(kit, 'create')) return;
  await expectRefused(
    kit,
    'absent-commands',
    [1, 2, 3].map((flags) => ({
      message: messageOf('create', Uint8Array.of(12, flags)),
      word: 'badData',
    })),
  );
}

/** Four bytes are a command without data. */
async function checkShortForm(kit: Kit): Promise<void> {
  for (const command of ['appName', 'info', 'status'] as const) {
    const message = messageOf(command).slice(0, 4);
    const reply = await kit.probe.send(message);
    kit.findings.check('short-form', reply.word === statusWords.ok && reply.data.length > 0, () => ({
      where: '',
      sent: headText(message),
      came: replyText(reply),
      expected: '9000',
    }));
  }
}

export async function runStatic(kit: Kit): Promise<void> {
  const { probe, findings } = kit;
  const state = await probe.status();
  const before = probe.raw().slice(0, 12);
  await checkAppName(kit);
  await expectRefused(kit, 'form', misformed);
  await checkForeignClasses(kit);
  await expectRefused(kit, 'unknown-instruction', unknownInstructions());
  for (const command of commandNames) {
    if (isAbsent(kit, command)) {
      await expectRefused(kit, 'absent-commands', formsOf(command));
      continue;
    }
    await checkNamed(kit, command);
    await expectRefused(kit, 'parameters', badParametersOf(command));
    await expectRefused(kit, 'length', wrongLengthsOf(command));
    await expectRefused(kit, 'data', badDataOf(command));
  }
  findings.leave('not-applicable', 'absent-commands');
  await checkFlags(kit);
  await checkShortForm(kit);
  await checkInfoAgain(kit);
  await probe.status();
  findings.check('refusals-change-nothing', equalBytes(before, probe.raw().subarray(0, 12)), () => ({
    where: stateText(state),
    sent: '*',
    came: toHex(probe.raw().subarray(0, 12)),
    expected: toHex(before),
  }));
}

/** The same in every state. */
export async function checkInfoAgain({ probe, findings, info }: Kit): Promise<void> {
  const reply = await probe.ask('info');
  let again: DeviceInfo | undefined;
  try {
    again = reply.word === statusWords.ok ? decodeInfo(reply.data) : undefined;
  } catch {
    again = undefined;
  }
  const said = (each: DeviceInfo | undefined): string =>
    each === undefined ? '-' : JSON.stringify({ ...each, deviceId: toHex(each.deviceId) });
  findings.check('info-constant', said(again) === said(info), () => ({
    where: '',
    sent: headText(messageOf('info')),
    came: replyText(reply),
    expected: '9000',
  }));
}
