import type { Dice } from './dice.js';
import { asker, type Input, type Kind } from './input.js';
import { hostileText } from './texts/hostile-text.js';
import { sentence } from './texts/prose.js';
import { oddValue } from './texts/values.js';

/** What Discord lets a member type into an option, in UTF-16 code units. */
const MOST_TYPED = 6_000;
/** The options of each command that takes text or yes and no, the first the one that it cannot do without. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  quote: ['topic', 'outlet', 'from', 'to', 'said', 'speaker', 'private'],
  ask: ['question', 'outlet', 'speaker', 'nearest', 'private'],
  compare: ['topic', 'speaker', 'picture', 'private'],
  verify: ['quote', 'private'],
  source: ['id', 'context', 'private'],
};
const YES_OR_NO: ReadonlySet<string> = new Set(['said', 'private', 'nearest', 'picture', 'full', 'context']);

export type Options = Record<string, string | number | boolean>;

/** A command, and options that it may take. */
export function askedOf(dice: Dice): { readonly name: string; readonly options: Options } {
  const name = dice.pick(Object.keys(COMMANDS));
  const [first = '', ...others] = COMMANDS[name] ?? [];
  const options: Options = {};
  if (dice.chance(0.97)) options[first] = typedText(dice, first);
  // A picture is drawn in a thread of its own, which is another measurement.
  if (name === 'compare') options.picture = dice.chance(0.02);
  for (const option of others) {
    if (!dice.chance(0.12)) continue;
    options[option] = YES_OR_NO.has(option) && dice.chance(0.9) ? dice.chance(0.5) : typedText(dice, option);
  }
  return { name, options };
}

function typedText(dice: Dice, option: string): string {
  if (option === 'id' || option === 'from' || option === 'to')
    return dice.chance(0.6) ? oddValue(dice) : hostileText(dice, 100);
  if (dice.chance(0.25)) return `${sentence(dice)}${hostileText(dice, 40)}`;
  return hostileText(dice, option === 'outlet' || option === 'speaker' ? 120 : MOST_TYPED);
}

/** As Discord numbers what an option takes: text, a whole number, yes or no. */
function typeOf(value: string | number | boolean): number {
  return typeof value === 'string' ? 3 : typeof value === 'boolean' ? 5 : 10;
}

function declared(options: Options, focused?: string): object[] {
  return Object.entries(options).map(([name, value]) => ({
    name,
    type: typeOf(value),
    value,
    ...(name === focused && { focused: true }),
  }));
}

/** Commands with what members may type. */
export const optionsKind: Kind = {
  name: 'options',
  weight: 32,
  make: (dice): Input => {
    const { name, options } = askedOf(dice);
    return {
      to: 'Discord',
      type: 2,
      data: { id: '1', name, type: 1, options: declared(options) },
      ...asker(dice),
    };
  },
};

/** What a changed client may send: unknown commands and options, values of other types, subcommands where there are none. */
export const wrongKind: Kind = {
  name: 'options of other types',
  weight: 6,
  make: (dice): Input => {
    const { name, options } = askedOf(dice);
    for (const option of Object.keys(options))
      if (dice.chance(0.3)) options[option] = dice.pick([0, -1, 1e308, 2 ** 53, true, false, '', ' ', '0']);
    if (dice.chance(0.3)) options[oddValue(dice)] = hostileText(dice, 200);
    const inner = declared(options);
    const shape = dice.below(4);
    return {
      to: 'Discord',
      type: 2,
      data: {
        id: '1',
        name: dice.chance(0.2) ? dice.pick(['corpus', oddValue(dice)]) : name,
        type: 1,
        ...(shape === 0
          ? {}
          : { options: shape === 1 ? [{ name: oddValue(dice), type: 1, options: inner }] : inner }),
      },
      // Only a folder may move the corpus here, so that nobody who might asks for it.
      place: dice.pick(['other server', 'direct message'] as const),
      isModerator: false,
    };
  },
};

/** What is typed into an option that suggests something. */
export const completionsKind: Kind = {
  name: 'completions',
  weight: 12,
  make: (dice): Input => {
    const { name, options } = askedOf(dice);
    const [first = ''] = COMMANDS[name] ?? [];
    const typed = { [first]: '', ...options };
    const focused = dice.pick(Object.keys(typed).filter((option) => !YES_OR_NO.has(option)));
    return {
      to: 'Discord',
      type: 4,
      data: { id: '1', name, type: 1, options: declared(typed, focused) },
      ...asker(dice),
    };
  },
};
