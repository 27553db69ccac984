import type { Dice } from '../dice.js';
import { markdownText } from './markdown.js';
import { proseText } from './prose.js';
import { repeatedText } from './repeats.js';
import { unicodeText } from './unicode.js';
import { oddValue } from './values.js';

const KINDS = [unicodeText, markdownText, repeatedText, proseText, (dice: Dice) => oddValue(dice)];

/** A text of about `most` UTF-16 code units or fewer, of one kind or several one after another. */
export function hostileText(dice: Dice, most: number): string {
  const length = dice.length(most);
  const parts = dice.chance(0.6) ? 1 : 2 + dice.below(3);
  return dice
    .times(parts, () => dice.pick(KINDS)(dice, Math.ceil(length / parts)))
    .join(dice.chance(0.5) ? ' ' : '');
}
