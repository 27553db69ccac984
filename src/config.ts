import { z } from 'zod';
import { LOG_LEVELS } from './log.js';
import { messages } from './messages/index.js';
import { readShards, type Shards } from './shards.js';

const token = z
  .string()
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, messages.settings.notToken)
  .optional();

/** The last port that TCP has. */
export const LAST_PORT = 65_535;

/** A port to listen on; 0 for any that is free. */
const port = z
  .string()
  .regex(/^\d{1,5}$/, messages.settings.notPort)
  .transform(Number)
  .refine((number) => number <= LAST_PORT, messages.settings.notPort)
  .optional();

/** True for an address over HTTP whose user and password can be read. */
function isNode(address: string): boolean {
  if (!URL.canParse(address) || !/^https?:/.test(address)) return false;
  const { username, password } = new URL(address);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** The nodes of a cluster, separated by commas. */
const nodes = z.string().transform((value, context) => {
  const addresses = value.split(',').map((one) => one.trim());
  if (addresses.every(isNode)) {
    return addresses.map((one) => new URL(one));
  }
  context.addIssue({ code: 'custom', message: messages.settings.notNodes });
  return z.NEVER;
});

const shards = z
  .string()
  .transform((text, context): Shards | 'auto' => {
    if (text.trim() === 'auto') return 'auto';
    const read = readShards(text);
    if (!read) context.addIssue({ code: 'custom', message: messages.settings.notShards });
    return read ?? z.NEVER;
  })
  .optional();

const schema = z.object({
  DISCORD_TOKEN: token,
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, messages.settings.notServerId)
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, messages.settings.notPublicKey)
    .optional(),
  INTERACTIONS_PORT: port,
  INTERACTIONS_HOST: z.string().optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: messages.settings.notAddress }).optional(),
  DISCORD_SHARDS: shards,
  SEEDS_DIR: z.string().default('seeds'),
  EMBEDDINGS_DIR: z.string().optional(),
  ENGINE_URL: nodes.optional(),
  ENGINE_CA: z.string().optional(),
  ENGINE_NAME: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/, messages.settings.notName)
    .default('verbatim'),
  KEEP_REVISIONS: z.coerce
    .number(messages.settings.notRevisions)
    .int(messages.settings.notRevisions)
    .min(2, messages.settings.notRevisions)
    .max(20, messages.settings.notRevisions)
    .default(2),
  HEALTH_PORT: port,
  HEALTH_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, messages.settings.notLogLevel(LOG_LEVELS)).optional(),
});

/** What the environment settles. Absent fields were not set. */
export type Config = z.infer<typeof schema>;

/** A configuration, or a line for each variable that is wrong: its name, what is wrong, what to write. */
export type ConfigResult = { readonly config: Config } | { readonly problems: readonly string[] };

/** Checks the environment. A variable set to nothing counts as not set, and no value is ever repeated. */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigResult {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = schema.safeParse(Object.fromEntries(set));
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) =>
    messages.settings.problem(path.join('.'), message),
  );
  const names = new Set(set.map(([name]) => name));
  if (names.has('INTERACTIONS_PORT') && !names.has('DISCORD_PUBLIC_KEY')) {
    problems.push(messages.settings.problem('DISCORD_PUBLIC_KEY', messages.settings.missingPublicKey));
  }
  return parsed.success && problems.length === 0 ? { config: parsed.data } : { problems };
}

/** What does nothing by itself, each with those of which it needs one. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  DISCORD_GUILD_ID: ['DISCORD_TOKEN', 'INTERACTIONS_PORT'],
  DISCORD_API_URL: ['DISCORD_TOKEN', 'INTERACTIONS_PORT'],
  DISCORD_SHARDS: ['DISCORD_TOKEN'],
  DISCORD_PUBLIC_KEY: ['INTERACTIONS_PORT'],
  INTERACTIONS_HOST: ['INTERACTIONS_PORT'],
  ENGINE_CA: ['ENGINE_URL'],
  ENGINE_NAME: ['ENGINE_URL'],
  KEEP_REVISIONS: ['ENGINE_URL'],
  HEALTH_HOST: ['HEALTH_PORT'],
};

/** A line for each variable that is set and changes nothing, since what it belongs to is not set. No value is repeated. */
export function settingsWithoutEffect(environment: NodeJS.ProcessEnv): string[] {
  const isSet = (name: string) => (environment[name] ?? '').trim() !== '';
  const lines = Object.entries(NEEDED)
    .filter(([name, needed]) => isSet(name) && !needed.some(isSet))
    .map(([name, needed]) => messages.settings.noEffect(name, needed));
  const isOverHttp = isSet('INTERACTIONS_PORT') && isSet('DISCORD_TOKEN');
  return isSet('DISCORD_SHARDS') && isOverHttp ? [...lines, messages.settings.shardsOverHttp] : lines;
}
