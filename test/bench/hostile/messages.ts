import { asApiMessage } from '../../discord-server/server.js';
import type { Dice } from './dice.js';
import { asker, type Input, type Kind } from './input.js';
import { hostileText } from './texts/hostile-text.js';
import { sentence } from './texts/prose.js';

/** What Discord lets a message say, with a subscription, and an embed, in UTF-16 code units. */
const MOST_SAID = 4_000;
const MOST_IN_EMBED = 4_096;

function text(dice: Dice, most: number): string {
  if (dice.chance(0.3))
    return dice
      .times(1 + dice.below(12), () => sentence(dice))
      .join('\n')
      .slice(0, most);
  return hostileText(dice, most);
}

function embed(dice: Dice): object {
  return {
    ...(dice.chance(0.5) && { title: hostileText(dice, 256) }),
    ...(dice.chance(0.7) && { description: text(dice, MOST_IN_EMBED) }),
    ...(dice.chance(0.3) && {
      fields: dice.times(1 + dice.below(5), () => ({
        name: hostileText(dice, 100),
        value: text(dice, 1_024),
      })),
    }),
  };
}

/** *Verify quotes* on messages, their embeds and what they forward. */
export const messagesKind: Kind = {
  name: 'messages',
  weight: 12,
  make: (dice): Input => {
    const id = String(800_000_000_000_000_000n + BigInt(dice.below(1e9)));
    const said = {
      id,
      channel_id: '400000000000000001',
      content: dice.chance(0.9) ? text(dice, MOST_SAID) : '',
      ...(dice.chance(0.2) && { embeds: dice.times(1 + dice.below(3), () => embed(dice)) }),
      ...(dice.chance(0.1) && {
        message_reference: { type: 1, channel_id: '400000000000000001', message_id: '800000000000000003' },
        message_snapshots: [{ message: { content: text(dice, MOST_SAID), embeds: [] } }],
      }),
    };
    const message = asApiMessage(said, dice.pick(['300000000000000009', '100000000000000001']));
    const data = {
      id: '1',
      name: 'Verify quotes',
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: message } },
    };
    return { to: 'Discord', type: 2, data, readable: message as { id: string }, ...asker(dice) };
  },
};
