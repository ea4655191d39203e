/** What the page of the ceremonies says in words: what a table of edges cannot. */
import type { Activity } from '../../src/protocol/public-state.ts';

export const introduction = `Each ceremony of [the protocol](../protocol.md) as a table of its edges: the stage that the status reports, what
happens there, and the stage after it. A row that ends the ceremony names the stage at which the device then is. Codes of stages and
outcomes are in [the protocol](../protocol.md#what-the-person-sees), the sentences of the screens in [screens.md](screens.md), the answers to
every command at each stage in [answers.md](answers.md).

How to read a row:

- **right**, **left** and **both** are presses of a button, or of both, and their release. In brackets stands what the glass calls it. A button
  that the screen doesn't name does nothing there. "Held" is [the hold](../protocol.md#rules-for-a-device) of H5.
- A stage with several screens has the title of the screen beside it: \`result\` "No match". Without a title it's the stage's main screen.
- **outcome told** is byte 7 of the status from then on; where it's empty, nothing changes.
- **device holds** is what is stored then: nothing, an unfinished backup, or a backed-up wallet. "Written" says that this step writes to
  storage, and that the write is done before the next screen. Whatever isn't "written" leaves storage as it is, byte for byte.

Five things hold in every ceremony, and have no rows:

- **A write that fails** leads to \`fault\` with the outcome \`07\`, from every row that says "written", and leaves what was stored before: for the
  PIN, the count of tries; for the rest, the wallet. So does a random source that fails its test, wherever it is drawn from: the wheel of a PIN
  or of the dice, the choices of a question, a candidate, a new wallet, a sealed file.
- **Cancel** (\`C8 03\`) leads to \`stopped\` or is refused, as the list below each table says. Nothing is written.
- **Between** the first and the last word, block, roll or question, right and left (or the wheel and both) turn from one to the next, and the
  stage stays. So it does from the first to the last digit of a PIN.
- **Time** ends nothing, but at \`entropy\`. A device that is left alone stays where it is.
- **Power that goes** ends everything that isn't stored: [interruptions.md](../interruptions.md) says what is left, stage by stage.

A screen that a host brought up (\`consent\`, \`stopped\`, \`choose-pin\` after keep, \`fault\` after a step of the host's) takes no press in its
[first second](../protocol.md#requests-and-the-glass).

A PIN screen has a wheel: the ten digits, from a random one on, "OK" once there are four digits, "Delete" once there is one. Left and right
turn it, both enter. After eight digits the wheel has "OK" and "Delete" alone. The glass says which way round "OK" is nearer, and on the wheels of
letters and dice "Delete"; a list shows by a triangle that there is more above or below.

Words are entered one after the other, and the next one is asked for as soon as a word is certain. Back shows the word before. A word that is shown
can be passed, or entered again ("Change"), and then the next one follows; back from a change leaves the word as it was.`;

interface CeremonyNote {
  readonly title: string;
  readonly text: string;
}

const host = (command: string, needs: string): string =>
  `Begins with \`${command}\`, on ${needs}. It counts as a ceremony from the moment when the question is on
the glass.

`;

const wallet = 'a device whose wallet is backed up and unlocked';
const empty = 'an empty device';

export const ceremonyNotes: Readonly<Record<Exclude<Activity, 'none' | 'unknown'>, CeremonyNote>> = {
  create: {
    title: 'Create',
    text: `${host('C8 10', empty)}Dice come first, then the entropy check, then the PIN. The wallet is stored, as an unfinished backup, when the
two PINs are the same; from then on an interruption leaves that. In the confirmation, a wrong word is shown again, and
then the questions begin again at the first word, each with new choices. "Show the words again" begins with the hold, and "Back" at "All rolled?" takes
the last roll away. The wallet is backed up when all words were answered rightly one after the other, which is before \`finish\`; the press there releases
the wallet ID.`,
  },
  unlock: {
    title: 'Unlock',
    text: `Begins by itself: at power-on with a backed-up wallet, and when a ceremony was cancelled between "backed up" and the press at
\`finish\`. It doesn't count as a ceremony, and leaves the outcome alone, but for \`06\` and \`07\`. The right PIN releases the wallet ID.`,
  },
  resume: {
    title: 'Resume',
    text: `Begins by itself: at power-on with an unfinished backup, and when a ceremony ends and leaves one. At \`unfinished\` nothing has begun yet;
the press there counts as a ceremony, to resume as well as to discard. After the right PIN it is the second half of a create.`,
  },
  reveal: {
    title: 'Reveal',
    text: `${host('C8 20', wallet)}It has no \`finish\`: the words can be confirmed, and needn't be.`,
  },
  check: {
    title: 'Check',
    text: `${host('C8 21', wallet)}What the person did after a mismatch can't undo it: leaving the words, or a cancel, then ends as \`09\`. Only a
match does, once the person has gone on from it: a cancel at "They match" is \`09\` too then. "No match" says what differs, and of several words
that have the checksum of a backup code that they may be one: it's one screen, whatever was entered.`,
  },
  restore: {
    title: 'Restore',
    text: `${host('C8 22', empty)}Words with a wrong checksum stay at \`enter-words\`. Words that fit show their wallet ID (\`result\`), before
anything is stored. \`finish\` shows it once more, and the press releases it. Where one pair of neighbours, or two, would fit
if they were swapped, or else where one word stands twice in a row, "Words don't fit" names them in its text, unless it says that they may be a
backup code. It's one screen, whatever was entered: another one would show in the presses up to the next judgement. "No" at "Stop entering?" is
back to the screen before it, which may be "Words don't fit".`,
  },
  'change-pin': {
    title: 'Change PIN',
    text: `${host('C8 23', wallet)}The wallet is sealed again when the two new PINs are the same, and the ceremony ends there: it has no \`finish\`.`,
  },
  wipe: {
    title: 'Wipe',
    text: `${host('C8 24', wallet)}No PIN is asked for, and there is no \`finish\`. The device's name goes with the wallet.`,
  },
  rename: {
    title: 'Rename',
    text: `${host('C8 25', 'an empty device or one with a backed-up wallet')}Without a wallet no PIN is asked for. It has no \`finish\`.`,
  },
  language: {
    title: 'Language',
    text: `${host('C8 2A', 'an empty device or one with a backed-up wallet that is unlocked')}It asks twice: in the language that the device speaks, and
then in the one that it is to speak, here German ("Neue Sprache?"). Only a yes to both is one. No PIN is asked for, and there is no \`finish\`.`,
  },
  'seed-qr': {
    title: 'Seed QR',
    text: `${host('C8 26', wallet)}With 15, 18 or 21 words there is one format, and \`entry-method\` says so. It has no \`finish\`.`,
  },
  addresses: {
    title: 'Addresses',
    text: `${host('C8 2B', wallet)}The first screen says what comes, then each address has one: \`m/44'/60'/0'/0/0\` and \`m/84'/0'/0'/0/0\`.
They are derived after the right PIN, and the wallet is closed again before the first screen. Nothing of them crosses the wire, and the
status has one stage for all of them. It has no \`finish\`.`,
  },
  identify: {
    title: 'Identify',
    text: `${host('C8 2C', empty)}The words are entered, and refused, as for a restore. Words that fit are forgotten before the first screen of
\`addresses\`, and nothing is stored, however it ends.`,
  },
  app: {
    title: 'App',
    text: `Begins with a command of an app that is open, such as \`E0 02\` or \`E0 08\`, on ${wallet}, and counts as a ceremony from the moment
when the question is on the glass. It has one stage, \`consent\`, however many screens there are to be read: how many depends on what the command
holds. Below is the shortest, a public key that nobody has allowed yet; a signature ends with a right button held for 1.5 s in place of the press.
The command's answer leaves when the person has decided, \`6985\` with every end but \`01\` ([Apps](../protocol.md#apps)). It has no \`finish\`.`,
  },
  'backup-file': {
    title: 'Backup file',
    text: `${host('C8 27', wallet)}A code is drawn after the right PIN and forgotten at the end. The press at \`finish\` encrypts the wallet and
releases the file; nothing of it is stored.`,
  },
  'check-file': {
    title: 'Check file',
    text: `${host('C8 28', wallet)}The PIN comes first, then the wallet ID in the file is compared, then the person enters the code. The two ways to
\`09\` differ: "No match" is a file that opens and holds another wallet than it says, which no honest device writes. A file of version 1 or 2 has
no wallet ID that can be compared: the code is asked for always, and "No match" is another wallet. After a wrong code that the person has
gone on from, leaving the code words or a cancel ends as \`0A\`, until the code has opened the file. Where one pair of neighbours, or two, would have
the right checksum if they were swapped, or else one code word stands twice in a row, "Wrong code" names them in its text, unless it says that
they may be a phrase. It's one screen, whatever was entered.`,
  },
  'restore-file': {
    title: 'Restore file',
    text: `${host('C8 29', empty)}A file that opens and holds another wallet than it says ends as \`09\`, and nothing is stored. A wrong code is told,
and counts, as in a check of a file.`,
  },
};
