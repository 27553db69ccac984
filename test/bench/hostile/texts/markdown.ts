import type { Dice } from '../dice.js';

/** Pieces that Discord renders, by themselves and where they stand in each other. */
const PIECES: readonly string[] = [
  ...'\\`*_~|[]<>@#-+.()!:/&',
  ...['**', '***', '__', '~~', '||', '```', '```js\n', '> ', '>>> ', '# ', '### ', '-# ', '- ', '1. '],
  ...['@everyone', '@here', '<@1>', '<@!123456789012345678>', '<@&1>', '<#1>', '<id:guide>', '</quote:1>'],
  ...['<:e:1>', '<a:e:1>', ':smile:', ':wave::skin-tone-3:', '<t:1700000000:R>', '<t:-99999999999999:F>'],
  ...['https://example.com/a_b_c', 'http://[', '<https://a>', 'steam://run/1', 'discord://x', 'tel:1'],
  ...['[text](https://example.com)', '[a](<http://b>)', '[](', '](', '[a]: b', '![x](y)', '&amp;', '&#0;'],
  ...['“', '”', '„', '«', '»', "'", '"', '’', '—', '…', 'word', 'Another', ' ', ' ', '\n', '\n\n', '\t'],
];

/** What stands around itself again and again. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['_', '_'],
  ['||', '||'],
  ['> ', '\n'],
  ['[', '](https://a.example)'],
  ['“', '”'],
  ['"', '"'],
  ["'", "'"],
  ['„', '“'],
  ['«', '»'],
  ['(', ')'],
  ['`', '`'],
  ['<', '>'],
];

/** Text that is made to be read as markup. */
export function markdownText(dice: Dice, length: number): string {
  if (dice.chance(0.25)) return nested(dice, length);
  let text = '';
  while (text.length < length) text += dice.pick(PIECES);
  return text.slice(0, length);
}

/** One pair, or several, inside of each other as deep as the length allows; mostly not all are closed. */
function nested(dice: Dice, length: number): string {
  const pairs = dice.times(1 + dice.below(3), () => dice.pick(PAIRS));
  const width = pairs.reduce((sum, [open, close]) => sum + open.length + close.length, 0);
  const depth = Math.max(1, Math.floor(length / width));
  const open = pairs.map(([begin]) => begin).join('');
  const close = pairs.map(([, end]) => end).reverse();
  const closed = dice.chance(0.5) ? depth : dice.below(depth + 1);
  return `${open.repeat(depth)}a${close.join('').repeat(closed)}`.slice(0, length);
}
