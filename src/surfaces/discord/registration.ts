import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Command, Where } from '../../command/command.js';
import { declarationOf } from './declaration.js';
import { type Pauses, pauseAfter } from './pauses.js';
import { statusOf } from './rest.js';

/** Where the commands are told to Discord. */
export interface RegistrationTarget {
  readonly rest: REST;
  readonly applicationId: string;
  /** The server from which the bot is moderated; without one, moderators' commands are nowhere. */
  readonly guildId: string | undefined;
}

/**
 * Tells Discord of the commands where it knows others: those that are used anywhere to all, those of the home
 * server to that server alone. Rejects with the error of discord.js where Discord refuses.
 */
export async function registerCommands(
  commands: readonly Command[],
  target: RegistrationTarget,
  log: Logger,
): Promise<void> {
  const { rest, applicationId, guildId } = target;
  const declared = (where: Where) => commands.filter((command) => command.where === where).map(declarationOf);
  const everywhere = Routes.applicationCommands(applicationId);
  await registerWhereDifferent(rest, everywhere, declared('anywhere'), DECLARED_ANYWHERE, log);
  if (guildId === undefined) {
    log.warn('DISCORD_GUILD_ID is not set, so moderators cannot use /corpus on Discord');
    return;
  }
  // Contexts and installations are of global commands alone; a server's commands are of that server.
  const forGuild = declared('home server').map(
    ({ contexts: _, integration_types: __, ...declaration }) => declaration,
  );
  const atHome = Routes.applicationGuildCommands(applicationId, guildId);
  await registerWhereDifferent(rest, atHome, forGuild, DECLARED, log);
}

/** How registering goes on after a failure. */
export interface Retrying {
  readonly log: Logger;
  readonly pauses: Pauses;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Registers by `register`, and where Discord is out of order or does not answer, again and again in the background,
 * with growing pauses. Settles after the first attempt and never rejects: answering what Discord knows already is
 * better than not answering at all.
 */
export async function registerPatiently(register: () => Promise<void>, retrying: Retrying): Promise<void> {
  if (!(await tryToRegister(register, retrying, 1))) void registerAgain(register, retrying);
}

async function registerAgain(register: () => Promise<void>, retrying: Retrying): Promise<void> {
  const { pauses, signal } = retrying;
  for (let failures = 1; !signal.aborted; failures++) {
    await setTimeout(pauseAfter(failures, pauses), undefined, { signal }).catch(() => {});
    if (signal.aborted || (await tryToRegister(register, retrying, failures + 1))) return;
  }
}

/** Returns false where another attempt may go better. */
async function tryToRegister(
  register: () => Promise<void>,
  { log, signal }: Retrying,
  attempt: number,
): Promise<boolean> {
  try {
    await register();
    return true;
  } catch (error) {
    if (signal.aborted) return true;
    // What Discord refuses by a reason of its own, it refuses the next time too.
    const isRefused = (statusOf(error) ?? 500) < 500;
    if (isRefused) log.error({ err: error }, 'Registering the commands failed');
    else log.warn({ err: error, attempt }, 'Registering the commands failed; trying again later');
    return isRefused;
  }
}

async function registerWhereDifferent(
  rest: REST,
  route: `/${string}`,
  wanted: readonly object[],
  declared: ReadonlySet<string>,
  log: Logger,
): Promise<void> {
  const known = await rest.get(route);
  if (isDeepStrictEqual(normalise(known, declared), normalise(wanted, declared))) {
    log.info({ commands: wanted.length }, 'The commands are up to date');
    return;
  }
  await rest.put(route, { body: wanted });
  log.info({ commands: wanted.length }, 'Registered the commands');
}

/** All that a command or an option of ours may declare; whatever else Discord says of one, it says by itself. */
const DECLARED = new Set([
  'type',
  'name',
  'description',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'default_member_permissions',
]);
/** What is declared of global commands alone; of a server's, Discord may say it by itself. */
export const DECLARED_ANYWHERE = new Set([...DECLARED, 'contexts', 'integration_types']);
/** The type of a command that states none: a slash command. */
const SLASH_COMMAND = 1;

/** Commands such that two lists are equal where they declare the same: defaults out, names in order. */
function normalise(commands: unknown, declared: ReadonlySet<string>): unknown[] {
  const list = Array.isArray(commands) ? commands : [];
  return list
    .map((command) => bare({ type: SLASH_COMMAND, ...command }, declared))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function bare(value: unknown, declared: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => bare(item, declared));
    // Contexts and installations are sets, which Discord may give back in another order.
    return items.every((item) => typeof item === 'number')
      ? items.sort((a, b) => Number(a) - Number(b))
      : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(([key, field]) => declared.has(key) && !isDefault(field))
    .map(([key, field]) => [key, bare(field, declared)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** True of what means the same as leaving it out: Discord gives back `""` as the description of a command on messages. */
function isDefault(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
