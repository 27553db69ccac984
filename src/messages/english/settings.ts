import { count, digits } from './count.js';

/** What whoever runs the bot reads when it starts. */
export const settings = {
  /** Problems of the environment: each follows the variable's name. */
  invalid: 'Invalid configuration:',
  problem: (variable: string, problem: string) => `${variable} ${problem}`,
  noEffect: (variable: string, needed: readonly string[]) =>
    `${variable} has no effect without ${needed.join(' or ')}`,
  shardsOverHttp: 'DISCORD_SHARDS has no effect with INTERACTIONS_PORT: nothing connects to Discord',
  notToken:
    'is not a bot token; copy it from the Bot page of your application, without "Bot " in front of it',
  notServerId: 'is not a server id; copy the number of 17 to 20 digits',
  notAddress: 'is not a web address; write one that starts with http:// or https://',
  notNodes:
    'is not a list of addresses; write one such as https://user:password@host:9200, and more after commas',
  notName: 'is not a name; use lowercase letters, digits and hyphens, 41 at most, and begin with a letter',
  notRevisions: 'is not a number from 2 to 20',
  notPort: 'is not a port; use a number from 0 to 65535, 0 for any that is free',
  notPublicKey:
    'is not a public key; copy the 64 digits and letters from the General Information page of your application',
  missingPublicKey:
    'is not set, but INTERACTIONS_PORT is; copy it from the General Information page of your application',
  notShards:
    'does not say which shards of how many; write the first, the last and how many there are, such as 0-15/64, or one of them, such as 3/64; shards are counted from 0, so the last of 64 is 63',
  notLogLevel: (levels: readonly string[]) => `is not a log level; use one of ${levels.join(', ')}`,

  usage: `Usage: npm start -- [--seeds DIR] [--processes N | --chat | --json | --mcp | --schema]

Runs the bot on Discord if DISCORD_TOKEN or INTERACTIONS_PORT is set (see README), otherwise a chat in this terminal.
  --seeds DIR   use the documents in DIR instead of SEEDS_DIR
  --processes N share the bot’s servers among N processes, and start again those that end
  --chat        chat here even if the bot is set up for Discord
  --json        read one command per line, print one JSON object per line
  --mcp         serve an assistant over the Model Context Protocol
  --schema      print a JSON Schema of each command's options and of every answer
  --help        print this text
`,
  checkUsage:
    'Usage: npm run check:seeds -- [DIR] [--write]\nOne folder at a time; without one, SEEDS_DIR.\n',
  /** What is wrong with `EMBEDDINGS_DIR`, and what to do. */
  noRuntime: (packages: readonly string[], reason: string) => [
    `EMBEDDINGS_DIR is set, but what runs the model cannot be loaded: ${reason}`,
    `Run: npm install --no-save --ignore-scripts ${packages.join(' ')}`,
  ],
  noModel: (folder: string, files: readonly string[]) =>
    `EMBEDDINGS_DIR: no model in ${folder}; put one there as ${files.join(' or ')}`,
  noFile: (file: string) => `EMBEDDINGS_DIR: ${file} is missing; it comes with the model`,
  unreadableFile: (file: string, problem: string) =>
    `EMBEDDINGS_DIR: ${file} cannot be used: ${problem}; copy it from the model again`,
  notPooling: (file: string) =>
    `EMBEDDINGS_DIR: ${file} asks for neither mean nor CLS pooling; use another model`,
  notModel: (folder: string, reason: string) =>
    `EMBEDDINGS_DIR: the model in ${folder} does not run: ${reason}; use a sentence-embedding model in ONNX format`,

  notProcesses: (most: number) =>
    `--processes takes how many processes to run: a whole number from 1 to ${most}`,
  processesWithoutToken: '--processes is for Discord; set DISCORD_TOKEN, or leave --processes out for a chat',
  processesOverHttp:
    '--processes shares what Discord sends over the gateway; unset INTERACTIONS_PORT, or start as many programs as you like, each with a port of its own',
  portsOfProcesses: (last: number) =>
    `HEALTH_PORT is for the first process, and each further one has the next port, up to ${last}, which there is not; write a lower one`,
  processesInTerminal: '--processes cannot be used with --chat, --json or --mcp; leave one of them out',
  moreProcessesThanShards: (shards: number) =>
    `--processes is more than DISCORD_SHARDS names shards, and a process needs one at least; write at most ${shards}, or name more shards`,

  fewSessions: (left: number, needed: number, hours: number) =>
    `Discord lets this bot connect ${count(left, 'more shard')} for now, and ${digits(needed)} are to be started; start again in ${count(hours, 'hour')}, or name fewer in DISCORD_SHARDS`,

  emptySeeds: '--seeds is empty; write the folder after it',

  tokenRefused: [
    'Discord does not accept this token. Copy it again from the Bot page of your application at',
    'https://discord.com/developers/applications into .env as DISCORD_TOKEN.',
  ],
  unreachable: (reason: string, hasAddress: boolean) => [
    `Discord cannot be reached: ${reason}`,
    `Check the connection${hasAddress ? ' and the address in DISCORD_API_URL' : ''}, then start again.`,
  ],

  keyOfAnother: [
    'DISCORD_PUBLIC_KEY is not the key of the application that DISCORD_TOKEN is for. Copy both from the same application',
    'at https://discord.com/developers/applications.',
  ],
  /** Where Discord closes the bot's connection for good: what is so, and what to do. */
  refused: {
    token: [
      'Discord no longer accepts the token of this bot. Copy the new one from the Bot page of your application at',
      'https://discord.com/developers/applications into .env as DISCORD_TOKEN, then start again.',
    ],
    shard: [
      'Discord does not accept the shards of this process. Correct DISCORD_SHARDS, or leave it out so that Discord',
      'says how many there are, then start again.',
    ],
    sharding: [
      'The bot is in too many servers for this number of shards. Start again, so that it takes as many as Discord',
      'recommends; if DISCORD_SHARDS is set, raise its total first.',
    ],
    version: [
      'Discord no longer supports the version of its gateway that this program uses. Update Verbatim, then start again.',
    ],
    intents: [
      'Discord does not know the intents that this program asks for. Verbatim asks for none: undo changes to',
      'src/surfaces/discord/client.ts, or update Verbatim, then start again.',
    ],
    'privileged intents': [
      'Discord has not allowed the privileged intents that this program asks for. Verbatim asks for none: undo changes',
      'to src/surfaces/discord/client.ts, or allow them on the Bot page of your application, then start again.',
    ],
  },

  /** Where nobody can listen at a port: the setting's name before `_PORT` and `_HOST`, and what the system says. */
  cannotListen: (setting: 'INTERACTIONS' | 'HEALTH', port: number, error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? `${setting}_PORT: port ${port} is already in use; choose another, or stop the program that uses it`
      : `${setting}_PORT, ${setting}_HOST: cannot listen there: ${error instanceof Error ? error.message : String(error)}; choose another port, or an address of this machine`,

  greeting: (documents: number, passages: number, why: string) =>
    `Verbatim: ${count(documents, 'document')}, ${count(passages, 'passage')}.\n${why}\nAsk in plain words, which is /ask, or try /quote topic:NGOs. /help lists all commands; exit leaves.\n\n`,
  chatAsked: 'This is a chat in the terminal, because of --chat.',
  chatWithoutToken:
    'DISCORD_TOKEN is not set, so this is a chat in the terminal. To connect to Discord, copy .env.example to .env and put your bot’s token there.',
};
