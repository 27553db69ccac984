import { attachmentsKind, editsKind, formsKind } from './changes.js';
import { customIdsKind } from './custom-ids.js';
import { Dice } from './dice.js';
import { documentsKind, foldersKind } from './folders.js';
import type { Input, Kind } from './input.js';
import { jsonKind } from './json-lines.js';
import { messagesKind } from './messages.js';
import { completionsKind, optionsKind, wrongKind } from './options.js';

/** Every kind of hostile inputs but the documents that answer, which are others once a round. */
const KINDS: readonly Kind[] = [
  optionsKind,
  wrongKind,
  completionsKind,
  messagesKind,
  customIdsKind,
  jsonKind,
  foldersKind,
  attachmentsKind,
  editsKind,
  formsKind,
];
const ALL = KINDS.reduce((sum, { weight }) => sum + weight, 0);

/** So many inputs are sent over the same documents. */
export const ROUND = 2_000;

/** The input number `at` of the run with `seed`, and the name of its kind: always the same. */
export function inputAt(seed: number, at: number): { readonly kind: string; readonly input: Input } {
  const dice = new Dice(seed, at);
  if (at % ROUND === 0) return { kind: documentsKind.name, input: documentsKind.make(dice) };
  let left = dice.below(ALL);
  for (const kind of KINDS) {
    left -= kind.weight;
    if (left < 0) return { kind: kind.name, input: kind.make(dice) };
  }
  throw new RangeError('The weights of the kinds are less than their sum');
}
