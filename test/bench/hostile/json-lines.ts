import type { Dice } from './dice.js';
import type { Input, Kind } from './input.js';
import { askedOf } from './options.js';
import { hostileText } from './texts/hostile-text.js';
import { oddValue } from './texts/values.js';

/** Things that JSON can say, and nobody expects. */
function anything(dice: Dice, depth = 0): unknown {
  const leaf = [null, true, false, 0, -0, 1e308, -1, 2 ** 53, '', oddValue(dice), hostileText(dice, 100)];
  if (depth > 4 || dice.chance(0.5)) return dice.pick(leaf);
  if (dice.chance(0.5)) return dice.times(dice.below(5), () => anything(dice, depth + 1));
  return Object.fromEntries(dice.times(dice.below(5), () => [oddValue(dice), anything(dice, depth + 1)]));
}

const LINES: readonly ((dice: Dice) => string)[] = [
  // As it should be, with what members may type.
  (dice) => request(askedOf(dice)),
  (dice) => request(askedOf(dice)),
  (dice) => request(askedOf(dice)),
  (dice) => {
    const { name, options } = askedOf(dice);
    return `/${name} ${Object.entries(options)
      .map(([option, value]) => `${option}:${value}`)
      .join(' ')}`;
  },
  (dice) => `/${hostileText(dice, 1_000)}`,
  (dice) => hostileText(dice, 1_000),
  (dice) =>
    JSON.stringify({ command: dice.pick(['quote', 'verify', anything(dice)]), options: anything(dice) }),
  (dice) => {
    const { name, options } = askedOf(dice);
    return request({ name, options: { ...options, [oddValue(dice)]: anything(dice) } });
  },
  (dice) => `{"command":"quote","options":{"topic":${dice.pick(['[', '{"a":']).repeat(dice.below(20_000))}`,
  (dice) => `{"command":"quote","options":{"topic":"dam","topic":${JSON.stringify(anything(dice))}}}`,
  (dice) => request(askedOf(dice)).slice(0, dice.below(200)),
  (dice) => `{"command":"quote","options":{"topic":"${'\\u0041\\ud800'.repeat(dice.below(300))}"}}`,
  (dice) => `{"command":"source","options":{"id":"x"},"more":${JSON.stringify(anything(dice))}}`,
];

function request({ name, options }: { readonly name: unknown; readonly options: unknown }): string {
  return JSON.stringify({ command: name, options });
}

/** Lines as other programs send them, and as no program should. */
export const jsonKind: Kind = {
  name: 'JSON lines',
  weight: 26,
  make: (dice): Input => ({ to: 'JSON', line: dice.pick(LINES)(dice).replaceAll('\n', ' ') }),
};
