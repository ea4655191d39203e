/** At one state: everything that must be refused is sent, everything that may be read is read, and nothing may change by it. */
import { equalBytes, toHex } from '../../protocol/bytes.ts';
import { statusWords } from '../../protocol/apdu/status-words.ts';
import { decodeAttestation } from '../../protocol/commands/attest.ts';
import { englishTag } from '../../protocol/language-tag.ts';
import type { PublicState } from '../../protocol/public-state.ts';
import {
  acts,
  expectedLength,
  expectedWord,
  isWalletReleased,
  type CheckTurn,
  type Situation,
} from './expected.ts';
import type { Kit } from './kit.ts';
import {
  capabilityOf,
  commandNames,
  headText,
  messageOf,
  refusedEverywhere,
  type KitCommand,
} from './messages.ts';
import { idText, namedWord, replyText, stateText, type DeviceReply } from './probe.ts';

function situationOf(kit: Kit, status: PublicState, turn: CheckTurn, otherLink: boolean): Situation {
  const { capabilities } = kit.info;
  const { fileReleased, language } = kit.memory;
  const inEnglish = language === englishTag;
  return { status, capabilities, turn, fileReleased, leftAlone: false, otherLink, inEnglish };
}

/** Compares an answer with what it must be: its word, and how long its data is. */
function checkAnswer(
  kit: Kit,
  command: KitCommand,
  reply: DeviceReply,
  situation: Situation,
  where: string,
): void {
  const word = expectedWord(command, situation);
  const [least, most] = expectedLength(command, word);
  const right = reply.word === statusWords[word] && reply.data.length >= least && reply.data.length <= most;
  kit.findings.check('answers', right, () => ({
    where,
    sent: headText(messageOf(command)),
    came: replyText(reply),
    expected: least === 0 ? namedWord(word) : `${namedWord(word)} + ${least}`,
  }));
}

/** The ID is told to nobody before the person has released it, and stays the same from then on. */
export function checkWallet(kit: Kit, status: PublicState, reply: DeviceReply): void {
  const { findings, memory } = kit;
  const told = reply.word === statusWords.ok;
  const sent = headText(messageOf('wallet'));
  const where = stateText(status);
  if (!isWalletReleased(status)) {
    findings.check('wallet-withheld', !told, () => ({ where, sent, came: replyText(reply), expected: '-' }));
    return;
  }
  if (!told) return;
  memory.walletId ??= reply.data;
  const known = memory.walletId;
  findings.check('wallet-stays', equalBytes(known, reply.data), () => ({
    where,
    sent,
    came: idText(reply.data),
    expected: idText(known),
  }));
}

/** What is signed is what the other commands say. */
function checkSigned(kit: Kit, status: PublicState, attest: DeviceReply, wallet: DeviceReply): void {
  if (attest.word !== statusWords.ok) return;
  let signed: ReturnType<typeof decodeAttestation>;
  try {
    signed = decodeAttestation(attest.data);
  } catch {
    return;
  }
  const sent = headText(messageOf('attest'));
  const where = stateText(status);
  const raw = kit.probe.raw().subarray(0, 12);
  kit.findings.check('signed-status', equalBytes(signed.told.subarray(0, 12), raw), () => ({
    where,
    sent,
    came: toHex(signed.told.subarray(0, 12)),
    expected: toHex(raw),
  }));
  const told = wallet.word === statusWords.ok ? wallet.data : new Uint8Array(16);
  kit.findings.check('signed-wallet', equalBytes(signed.told.subarray(12), told), () => ({
    where,
    sent,
    came: idText(signed.told.subarray(12)),
    expected: idText(told),
  }));
}

/** The status must be what it was: nobody has pressed anything. */
export async function checkSteady(kit: Kit, before: PublicState, sent: string): Promise<boolean> {
  const raw = kit.probe.raw().slice(0, 12);
  const after = await kit.probe.status();
  const same = equalBytes(raw, kit.probe.raw().subarray(0, 12));
  return kit.findings.check('steady', same && after !== undefined, () => ({
    where: stateText(before),
    sent,
    came: toHex(kit.probe.raw().subarray(0, 12)),
    expected: toHex(raw),
  }));
}

/** `turn`: of the entropy check, where the device stands at it. */
export async function inspect(kit: Kit, status: PublicState, turn: CheckTurn = 'commit'): Promise<void> {
  const { probe, findings } = kit;
  const where = stateText(status);
  const situation = situationOf(kit, status, turn, false);
  // One that steps by itself has been caught; all else would be caught by that too.
  if (!(await checkSteady(kit, status, headText(messageOf('status'))))) return;
  const replies = new Map<KitCommand, DeviceReply>();
  for (const command of commandNames) {
    if (acts(command) && expectedWord(command, situation) === 'ok') continue;
    const reply = await probe.ask(command);
    replies.set(command, reply);
    checkAnswer(kit, command, reply, situation, where);
    const known = capabilityOf(command);
    if (known !== undefined && !kit.info.capabilities.includes(known)) {
      findings.check('absent-commands', reply.word === statusWords.unknownInstruction, () => ({
        where,
        sent: headText(messageOf(command)),
        came: replyText(reply),
        expected: namedWord('unknownInstruction'),
      }));
    }
  }
  for (const { message, word } of refusedEverywhere) {
    const reply = await probe.send(message);
    findings.check('answers', reply.word === statusWords[word] && reply.data.length === 0, () => ({
      where,
      sent: headText(message),
      came: replyText(reply),
      expected: namedWord(word),
    }));
  }
  const wallet = replies.get('wallet');
  const attest = replies.get('attest');
  if (wallet !== undefined) checkWallet(kit, status, wallet);
  if (wallet !== undefined && attest !== undefined) checkSigned(kit, status, attest, wallet);
  await checkSteady(kit, status, '*');
}

/** What a second link gets while the ceremony is another's. */
export async function inspectOtherLink(kit: Kit, status: PublicState): Promise<void> {
  const other = await kit.port.another();
  if (other === undefined) {
    kit.findings.leave('one-link', 'other-link');
    return;
  }
  try {
    const situation = situationOf(kit, status, 'commit', true);
    for (const command of commandNames) {
      const word = expectedWord(command, situation);
      if (acts(command) && word === 'ok') continue;
      const response = await other.exchange(messageOf(command));
      const came = toHex(response.slice(-2));
      kit.findings.check('other-link', came.toUpperCase() === namedWord(word), () => ({
        where: stateText(status),
        sent: headText(messageOf(command)),
        came: came.toUpperCase(),
        expected: namedWord(word),
      }));
    }
  } finally {
    await other.close();
  }
}
