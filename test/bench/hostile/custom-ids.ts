import { encodeState, type PageState } from '../../../src/surfaces/discord/page-state.js';
import type { Dice } from './dice.js';
import { asker, type Input, type Kind } from './input.js';
import { askedOf } from './options.js';
import { hostileText } from './texts/hostile-text.js';
import { oddValue } from './texts/values.js';

/** What Discord lets a custom_id have, in UTF-16 code units. */
const MOST = 100;
const NUMBERS = [
  '0',
  '1',
  '2',
  '3',
  '99',
  '00',
  '4294967294',
  '4294967295',
  '9007199254740993',
  '9'.repeat(60),
  '-1',
  '',
];

/** Buttons as ours, of a state that never was. */
function ownState(dice: Dice): string[] {
  const { name, options } = askedOf(dice);
  for (const option of Object.keys(options))
    if (typeof options[option] === 'string')
      options[option] = String(options[option]).slice(0, dice.below(120));
  const odd = (otherwise: string) => (dice.chance(0.3) ? oddValue(dice).slice(0, 40) : otherwise);
  const state: PageState = {
    command: dice.chance(0.15) ? 'corpus' : odd(name),
    options: dice.chance(0.1) ? { subcommand: dice.pick(['reload', 'status']), full: true } : options,
    revision: odd('01234567'),
    ...(dice.chance(0.15) && {
      message: { channel: odd('400000000000000001'), id: odd('800000000000000001'), hash: odd('01234567') },
    }),
  };
  const targets = dice.times(1 + dice.below(4), () => ({ page: dice.below(2_000), sheet: dice.below(100) }));
  return encodeState(state, targets) ?? [hostileText(dice, MOST)];
}

/** Buttons and menus of the other kinds: a passage to open, a citation to make, a removal to confirm. */
function otherKinds(dice: Dice): string[] {
  return dice.times(1 + dice.below(5), () => {
    const rest = dice.pick([
      () => `${dice.pick(['01234567', 'zz', ''])}:${oddValue(dice)}`,
      () => `corpus|${dice.pick(['remove', 'add', 'reload'])}|0123456789abcdef|document|${oddValue(dice)}`,
      () => hostileText(dice, MOST),
    ])();
    return `${dice.pick(['confirm', 'context', 'source', 'check', 'cite', 'open', 'page', 'form'])}:${rest}`.slice(
      0,
      MOST,
    );
  });
}

/** Buttons that look like ours. */
function alike(dice: Dice): string[] {
  const number = () => dice.pick(NUMBERS);
  return dice.times(1 + dice.below(5), () => {
    const sheet = dice.chance(0.5) ? `-${number()}` : '';
    const chunk = dice.pick([() => hostileText(dice, MOST), () => json(dice), () => '']);
    return `${number()}${sheet}.${number()}.${number()}|${chunk()}`.slice(0, MOST);
  });
}

function json(dice: Dice): string {
  return dice.pick([
    '["quote","01234567",{"topic":"dam"}]',
    '["quote","01234567",{"topic":1}]',
    '["quote","01234567",{"__proto__":"x"}]',
    '["corpus","01234567",{"subcommand":"reload"}]',
    '["verify","",{},["../../users","@me","x"]]',
    '["__proto__","",{}]',
    `${'['.repeat(80)}`,
    '{}',
    'null',
    '[1,2,3]',
  ]);
}

function mutated(dice: Dice, ids: readonly string[]): string[] {
  if (dice.chance(0.5)) return [...ids];
  return ids.map((id) => {
    if (!dice.chance(0.3)) return id;
    const at = dice.below(id.length + 1);
    return `${id.slice(0, at)}${hostileText(dice, 5)}${id.slice(at + dice.below(5))}`.slice(0, MOST);
  });
}

/** Components pressed with custom_ids that were forged, cut, mixed up, or of another kind. */
export const customIdsKind: Kind = {
  name: 'custom_ids',
  weight: 12,
  make: (dice): Input => {
    const ids = mutated(dice, dice.pick([ownState, ownState, alike, otherKinds])(dice));
    const own = '300000000000000001';
    const message = {
      id: '800000000000000002',
      channel_id: '400000000000000001',
      components: [
        { type: 1, components: ids.map((custom_id) => ({ type: 2, style: 2, label: 'x', custom_id })) },
      ],
      interaction_metadata: {
        id: '1',
        type: 2,
        user: { id: dice.pick([own, '1']) },
        authorizing_integration_owners: {},
      },
      files: [],
      ephemeral: false,
    };
    const pressed = dice.chance(0.9) ? dice.pick(ids) : hostileText(dice, MOST);
    return {
      to: 'Discord',
      type: 3,
      data: dice.chance(0.2)
        ? { custom_id: pressed, component_type: 3, values: dice.times(dice.below(3), () => oddValue(dice)) }
        : { custom_id: pressed, component_type: 2 },
      pressedOn: message,
      ...asker(dice),
    };
  },
};
