import { count } from './count.js';

/** What whoever runs the bot reads when it starts. */
export const settings = {
  /** Problems of the environment: each follows the variable's name. */
  invalid: 'Invalid configuration:',
  problem: (variable: string, problem: string) => `${variable} ${problem}`,
  notToken:
    'is not a bot token; copy it from the Bot page of your application, without "Bot " in front of it',
  notServerId: 'is not a server id; copy the number of 17 to 20 digits',
  notAddress: 'is not a web address; write one that starts with http:// or https://',
  notLogLevel: (levels: readonly string[]) => `is not a log level; use one of ${levels.join(', ')}`,

  usage: `Usage: npm start -- [--seeds DIR] [--chat | --json | --schema]

Runs the bot on Discord if DISCORD_TOKEN is set (see README), otherwise a chat in this terminal.
  --seeds DIR   use the documents in DIR instead of SEEDS_DIR
  --chat        chat here even if DISCORD_TOKEN is set
  --json        read one command per line, print one JSON object per line
  --schema      print a JSON Schema of each command's options and of every answer
  --help        print this text
`,
  checkUsage: 'Usage: npm run check:seeds -- [DIR]\nOne folder at a time; without one, SEEDS_DIR.\n',
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

  emptySeeds: '--seeds is empty; write the folder after it',

  tokenRefused: [
    'Discord does not accept this token. Copy it again from the Bot page of your application at',
    'https://discord.com/developers/applications into .env as DISCORD_TOKEN.',
  ],
  unreachable: (reason: string, hasAddress: boolean) => [
    `Discord cannot be reached: ${reason}`,
    `Check the connection${hasAddress ? ' and the address in DISCORD_API_URL' : ''}, then start again.`,
  ],

  greeting: (documents: number, passages: number, why: string) =>
    `Verbatim: ${count(documents, 'document')}, ${count(passages, 'passage')}.\n${why}\nTry /quote topic:NGOs, or /help for all commands.\n\n`,
  chatAsked: 'This is a chat in the terminal, because of --chat.',
  chatWithoutToken:
    'DISCORD_TOKEN is not set, so this is a chat in the terminal. To connect to Discord, copy .env.example to .env and put your bot’s token there.',
};
