import type { Dice } from '../dice.js';

/** Sentences of two outlets on the same things, so that much is found, quoted and compared. */
const SENTENCES: readonly string[] = [
  '“They gathered opposition forces and financed them,” the president of Borg said on Tuesday.',
  '“They gathered opposition forces and funded them”, the president, Anna Borg, told reporters.',
  'The mayor, Owen Smith, said that the dam is safe for all of us.',
  '“The dam is safe for all of us, and nobody laughed,” Mr Smith said.',
  'NGOs that take money from abroad went to opposition rallies in 2012.',
  'According to the U.S. embassy, 1,234 people went to the rallies; nobody was hurt.',
  'What did the minister say? “We have never closed a bridge in this town,” she said.',
  'He said: “We will not start today.” She said, “Nor will we.”',
  'ANNA BORG: We have never closed a bridge in this town.',
  'Der Präsident sagte: „Die Brücke bleibt offen.“',
  '시장은 “다리는 안전하다”고 말했다.',
];
const WORDS =
  'dam safe rallies opposition financed Borg Smith president mayor NGOs bridge town said who what when'.split(
    ' ',
  );

/** A sentence that documents may have. */
export function sentence(dice: Dice): string {
  return dice.pick(SENTENCES);
}

/** Plain words, sentences and stretches of them. */
export function proseText(dice: Dice, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length; size += parts.at(-1)?.length ?? 1) {
    if (dice.chance(0.5)) parts.push(dice.pick(WORDS));
    else {
      const whole = sentence(dice);
      const start = dice.below(whole.length);
      parts.push(dice.chance(0.5) ? whole : whole.slice(start, start + 10 + dice.below(60)));
    }
  }
  return parts.join(' ').slice(0, length);
}
