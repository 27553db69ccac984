import { GatewayCloseCodes } from 'discord.js';
import { expect, it } from 'vitest';
import { GatewayRefusedError, refusalOf } from '../../../src/surfaces/discord/refusal.js';
import { whatToDo } from '../../../src/surfaces/discord/what-to-do.js';

/** What is said of a close with `code`. */
function saidOf(code: number): string {
  const refused = refusalOf(code);
  if (!refused) throw new RangeError(`${code} is not for good`);
  return whatToDo(new GatewayRefusedError('closed', refused, code), false).join(' ');
}

it.each([
  [4004, /no longer accepts the token.+Copy the new one from the Bot page/],
  [4010, /does not accept the shards of this process.+DISCORD_SHARDS/],
  [4011, /in too many servers.+Start again/],
  [4012, /no longer supports the version.+Update Verbatim/],
  [4013, /does not know the intents.+update Verbatim/],
  [4014, /not allowed the privileged intents.+Bot page/],
])('of a close with %i it is said what is so and what to do', (code, text) => {
  expect(saidOf(code)).toMatch(text);
});

it('each close says something of its own, and no other close is for good', () => {
  const codes = Object.values(GatewayCloseCodes).filter((code) => typeof code === 'number');
  const final = [...codes, 1000, 1001, 1006, 4200].filter((code) => refusalOf(code) !== undefined);
  expect(final).toEqual([4004, 4010, 4011, 4012, 4013, 4014]);
  expect(new Set(final.map(saidOf)).size).toBe(final.length);
});

it('of anything else it is said that Discord cannot be reached, and why', () => {
  expect(whatToDo(new Error('getaddrinfo ENOTFOUND'), true).join(' ')).toMatch(
    /cannot be reached: getaddrinfo ENOTFOUND.+DISCORD_API_URL/,
  );
});
