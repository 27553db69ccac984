import { z } from 'zod';
import { LOG_LEVELS } from './log.js';

const token = z
  .string()
  .regex(
    /^[\w-]+\.[\w-]+\.[\w-]+$/,
    'is not a bot token; copy it from the Bot page of your application, without "Bot " before it',
  )
  .optional();

const schema = z.object({
  DISCORD_TOKEN: token,
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'is not a server id; copy the number of 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not an address; write one that begins with http:// or https://' })
    .optional(),
  SEEDS_DIR: z.string().default('seeds'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is no level of the log; write one of ${LOG_LEVELS.join(', ')}`).optional(),
});

/** What the environment settles. Absent fields were not set. */
export type Config = z.infer<typeof schema>;

/** A configuration, or a line for each variable that is wrong: its name, what is wrong, what to write. */
export type ConfigResult = { readonly config: Config } | { readonly problems: readonly string[] };

/** Checks the environment. A variable set to nothing counts as not set, and no value is ever repeated. */
export function readConfig(environment: NodeJS.ProcessEnv): ConfigResult {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = schema.safeParse(Object.fromEntries(set));
  if (parsed.success) return { config: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
}
