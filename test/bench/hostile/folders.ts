import type { Dice } from './dice.js';
import type { Input, Kind } from './input.js';
import { hostileSources } from './sources.js';
import { hostileText } from './texts/hostile-text.js';
import { sentence } from './texts/prose.js';

/** A document has paragraphs of so many UTF-16 code units at most, and a folder so many documents. */
const PARAGRAPH = 1_500;
const MOST_DOCUMENTS = 6;
/** What keeps a document from being one, which a text that is only odd must not have. */
const CONTROLS = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** Documents that are odd, but documents: what people quote, between what nobody writes. */
export function oddDocument(dice: Dice): string {
  const paragraphs = dice.times(2 + dice.below(10), () =>
    dice.chance(0.5) ? `${sentence(dice)} ${sentence(dice)}` : hostileText(dice, PARAGRAPH),
  );
  return paragraphs.join(dice.chance(0.9) ? '\n\n' : '\n').replace(CONTROLS, '');
}

/** Bytes that are no document, or hardly. */
export function oddBytes(dice: Dice): Uint8Array {
  return dice.pick([
    () => Buffer.from(hostileText(dice, PARAGRAPH), 'utf16le'),
    () => Buffer.from(hostileText(dice, PARAGRAPH), 'latin1'),
    () => Buffer.from(dice.times(dice.below(400), () => dice.below(256))),
    () => Buffer.from(`\uFEFF${oddDocument(dice)}`),
    () => Buffer.from(hostileText(dice, PARAGRAPH)),
    () => Buffer.alloc(dice.below(2_000)),
    () => Buffer.alloc(0),
  ])();
}

const NAMES = [
  'd',
  'd e',
  'd#1',
  'd-ü',
  'valueOf',
  'D',
  '1',
  'constructor',
  'a'.repeat(60),
  '한글',
  '-',
  'd%00',
];

/** Documents and what is stated of them, half of them with whatever can be wrong. */
export const foldersKind: Kind = {
  name: 'folders',
  weight: 4,
  make: (dice): Input => ({ to: 'folder', files: oddFiles(dice, dice.chance(0.5)) }),
};

/** Sound ones in the place of the documents that answer. */
export const documentsKind: Kind = {
  name: 'documents',
  weight: 0,
  make: (dice): Input => ({ to: 'documents', files: oddFiles(dice, true) }),
};

function oddFiles(dice: Dice, isSound: boolean): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (let at = 0; at < 2 + dice.below(MOST_DOCUMENTS - 1); at++) {
    const name = `${isSound ? `${dice.pick(NAMES)}${at}` : dice.pick(NAMES)}.txt`;
    files[name] = isSound || dice.chance(0.7) ? oddDocument(dice) : oddBytes(dice);
  }
  if (dice.chance(0.8)) files['sources.json'] = hostileSources(dice, Object.keys(files), isSound);
  return files;
}
