/** How a ceremony ended: what is said of it, and the exit code of the program. */
import { HostblindError } from '../../protocol/errors.ts';
import type { Outcome } from '../../protocol/public-state.ts';
import { isSimulatorLink, type DeviceFacts, type KnownWallet } from '../../session/state.ts';
import { messages, type NoticeText } from '../../text/app.ts';
import { copiesMessages } from '../../text/copies.ts';
import { endings } from '../../text/endings.ts';
import { formatDate, formatLanguage } from '../../text/locale/format.ts';
import { settingsMessages } from '../../text/settings.ts';
import { ceremonyText } from '../../text/terminal/ceremonies.ts';
import { terminalText } from '../../text/terminal/terminal.ts';
import { walletMessages } from '../../text/wallet.ts';
import { exitOfOutcome, type ExitName } from '../terminal/exit-codes.ts';
import type { Output } from '../terminal/output.ts';
import { inOwnWords } from '../terminal/own-words.ts';
import type { Line } from '../terminal/wrap.ts';
import { requestedWords, type Errand } from './errand.ts';
import { changeLines, noticeLines } from './sayings.ts';
import type { End } from './step.ts';

/** The file that a backup is written to. */
export interface Saved {
  readonly path: string;
  /** Why it isn't written; `undefined` where nothing went wrong. */
  readonly problem: () => string | undefined;
}

export interface FinishParts {
  readonly output: Output;
  readonly errand: Errand;
  readonly saved?: Saved | undefined;
}

type EndOf<Kind extends End['kind']> = Extract<End, { kind: Kind }>;

/** H10: a wallet that is in a simulator, or may be. */
function simulatedLines({ simulator, link }: DeviceFacts, { record }: KnownWallet): readonly string[] {
  if (simulator || record?.simulator === true) return [settingsMessages.simulated.device];
  return isSimulatorLink(link) ? [settingsMessages.simulated.link] : [];
}

function idLine(walletId: string): Line {
  return { label: terminalText.labels.walletId, id: walletId };
}

function finishBackup(
  { wallet, proof, device, witnessed }: EndOf<'backed-up'>,
  parts: FinishParts,
): ExitName {
  const { walletId } = wallet;
  const said = proof && {
    walletId,
    opened: proof.opened,
    range: proof.range,
    unfinishedBefore: proof.unfinishedBefore.length,
  };
  parts.output.answer(
    [
      witnessed ? ceremonyText.backedUp : messages.backedUp.known,
      idLine(walletId),
      ...(proof === undefined ? [] : terminalText.proven(proof)),
      ...simulatedLines(device, wallet),
    ],
    {
      event: 'result',
      outcome: 'completed',
      walletId,
      wordCount: requestedWords(parts.errand),
      ...(said && { proof: said }),
    },
  );
  return 'done';
}

/** Never "backed up": nothing shows that unless the person, or this computer, has compared the ID. */
function restoredLines({ compared, wallet, asked }: EndOf<'restored'>): readonly Line[] {
  const { restored, doubt } = walletMessages;
  const id = idLine(wallet.walletId);
  switch (compared) {
    case 'same':
      return [
        ...noticeLines({ title: restored.title, body: [restored.same] }),
        id,
        ...(asked ? [] : [ceremonyText.knownWallet]),
      ];
    case 'different':
      return [
        ...noticeLines({ title: doubt.otherTitle, body: [doubt.otherLead] }),
        id,
        ceremonyText.differentNext,
      ];
    case 'none':
      return [...noticeLines({ title: restored.title, body: [restored.none] }), id];
    default:
      return [`${restored.title}.`, id, ceremonyText.compareYourself];
  }
}

function finishRestored(end: EndOf<'restored'>, { output }: FinishParts): ExitName {
  const { wallet, device, from, compared } = end;
  const { walletId } = wallet;
  output.answer([...restoredLines(end), ...simulatedLines(device, wallet)], {
    event: 'result',
    outcome: 'completed',
    restored: from,
    walletId,
    compared: compared ?? 'not-asked',
  });
  return compared === 'different' ? 'notMatching' : 'done';
}

function isEnded(outcome: Outcome): outcome is Exclude<Outcome, 'none'> {
  return outcome !== 'none';
}

function endedNotice({ activity, outcome, unproven }: EndOf<'ended'>): NoticeText {
  // Why the check of the randomness has no result was said when it ended.
  if (!isEnded(outcome) || unproven !== undefined) return { title: ceremonyText.nothing, body: [] };
  const told = endings.ended(activity, outcome);
  // This program hasn't asked for it. All else is as after a stop on the device.
  if (outcome === 'cancelled')
    return { title: told.title, body: [ceremonyText.cancelled, ...endings.ended(activity, 'stopped').body] };
  return told;
}

/** A file of a backup: where it is, or why it isn't. */
function finishFile({ file, activity, outcome }: EndOf<'ended'>, { output, saved }: FinishParts): ExitName {
  const path = saved?.path ?? '';
  if (file === 'saved') {
    output.answer(
      [ceremonyText.savedTo(path), ceremonyText.checkLater(path), ...copiesMessages.file.advice.slice(0, 1)],
      { event: 'result', outcome, unfinished: false, file: path },
    );
    return exitOfOutcome(outcome);
  }
  const why = saved?.problem();
  const { title, body } = endings.unsavedFile.failed;
  output.answer([`${title}.`, ...(why === undefined ? [] : [why]), ...body], {
    event: 'result',
    outcome: 'not-saved',
    activity,
    unfinished: false,
    problem: why,
  });
  return 'badFile';
}

function finishEnded(end: EndOf<'ended'>, parts: FinishParts): ExitName {
  const { activity, outcome, unfinished, checkedAt } = end;
  if (activity === 'backup-file' && outcome === 'completed') return finishFile(end, parts);
  const matched = activity === 'check' && outcome === 'match';
  const noted = checkedAt === undefined ? ceremonyText.notNoted : walletMessages.noted(formatDate(checkedAt));
  parts.output.answer(
    [
      ...noticeLines(endedNotice(end)),
      ...(end.name === undefined || outcome !== 'completed'
        ? []
        : [{ label: terminalText.labels.name, value: end.name }]),
      ...(matched ? [noted] : []),
      ...(activity === 'check' && outcome === 'no-match' ? [ceremonyText.doubtNext] : []),
      ...(unfinished ? [ceremonyText.toFinish] : []),
    ],
    { event: 'result', outcome, unfinished, ...(matched && { checkedAt }) },
  );
  return exitOfOutcome(outcome);
}

export function finish(end: End, parts: FinishParts): ExitName {
  const { output } = parts;
  switch (end.kind) {
    case 'backed-up':
      return finishBackup(end, parts);
    case 'restored':
      return finishRestored(end, parts);
    case 'ended':
      return finishEnded(end, parts);
    case 'cut-short':
      output.answer([endings.cutShort[end.what]], { event: 'result', outcome: 'cut-short', what: end.what });
      return 'notFinished';
    case 'unfit': {
      const { when, todo } = ceremonyText.unfit[end.why];
      throw inOwnWords('not-in-this-state', when, todo);
    }
    case 'language': {
      const { speaks, others } = end;
      const { already, unknown } = ceremonyText.language;
      const { wish } = parts.errand;
      const speaksIt = wish?.kind === 'language' && wish.tag === speaks;
      output.answer(
        [speaksIt ? already(formatLanguage(speaks)) : unknown([speaks, ...others].map(formatLanguage))],
        { event: 'result', outcome: speaksIt ? 'already' : 'unsupported', speaks, others },
      );
      return speaksIt ? 'done' : 'notNow';
    }
    case 'other-file': {
      output.answer(
        [
          ...noticeLines(copiesMessages.choose.otherWallet),
          { label: ceremonyText.ids.onDevice, id: end.onDevice },
          { label: ceremonyText.ids.inFile, id: end.inFile },
        ],
        { event: 'result', outcome: 'other-wallet', onDevice: end.onDevice, inFile: end.inFile },
      );
      return 'notMatching';
    }
    case 'left':
      output.answer([ceremonyText.left], { event: 'result', outcome: 'left' });
      return 'notFinished';
    case 'wallet-changed':
      output.answer(changeLines(end.change), { event: 'result', outcome: 'wallet-changed', ...end.change });
      return 'doNotUse';
    case 'alarm':
      output.alarm(end.reason, terminalText.doNotUse(terminalText.alarm(end.reason)));
      return 'doNotUse';
    case 'error':
      throw new HostblindError(end.code);
  }
}
