import { z } from 'zod';
import { LOG_LEVELS } from './log.js';
import { messages } from './messages/index.js';

const token = z
  .string()
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, messages.settings.notToken)
  .optional();

const schema = z.object({
  DISCORD_TOKEN: token,
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, messages.settings.notServerId)
    .optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: messages.settings.notAddress }).optional(),
  SEEDS_DIR: z.string().default('seeds'),
  EMBEDDINGS_DIR: z.string().optional(),
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
  if (parsed.success) return { config: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) =>
      messages.settings.problem(path.join('.'), message),
    ),
  };
}
