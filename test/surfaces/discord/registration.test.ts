import { REST } from '@discordjs/rest';
import { expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { declarationOf } from '../../../src/surfaces/discord/declaration.js';
import { DECLARED_ANYWHERE, registerCommands } from '../../../src/surfaces/discord/registration.js';
import type { LocalDiscord } from '../../discord-server/server.js';
import { keptLog, startDiscord } from '../../support/bot.js';

const register = (discord: LocalDiscord, list: typeof commands) =>
  registerCommands(
    list,
    {
      rest: new REST({ version: '10', api: discord.url }).setToken(discord.token),
      applicationId: discord.applicationId,
      guildId: discord.guildId,
    },
    keptLog().log,
  );

/** The names of all fields of a value. */
function fieldsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => [key, ...fieldsOf(field)]);
}

it('tells Discord of the commands once, whatever it adds to them', async () => {
  const discord = await startDiscord();
  for (let start = 0; start < 3; start++) await register(discord, commands);
  expect(discord.registrations).toBe(2);
});

it.each<[string, (command: (typeof commands)[number]) => object]>([
  ['says otherwise what it is', () => ({ description: 'Something else' })],
  ['no longer completes', () => ({ options: commands.find(({ name }) => name === 'verify')?.options })],
  ['is chosen on messages', () => ({ onMessage: true })],
])('tells it again where a command %s', async (_, change) => {
  const discord = await startDiscord();
  await register(discord, commands);
  const changed = commands.map((command) =>
    command.name === 'source' ? { ...command, ...change(command) } : command,
  );
  await register(discord, changed);
  await register(discord, changed);
  expect(discord.registrations).toBe(3);
});

it('compares all that commands declare', () => {
  const missing = fieldsOf(commands.map(declarationOf)).filter((field) => !DECLARED_ANYWHERE.has(field));
  expect(missing).toEqual([]);
});
