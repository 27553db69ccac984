import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import { codeOf } from '../corpus/system-code.js';
import type { LogLevel } from '../log.js';
import { messages } from '../messages/index.js';
import { ownWords } from '../reply/in-rows.js';
import { chat, type Mode } from '../surfaces/terminal/chat.js';
import { Progress } from '../surfaces/terminal/progress.js';
import { Session } from '../surfaces/terminal/session.js';
import { styleFor } from '../surfaces/terminal/style.js';
import type { Corpus } from './corpus.js';
import type { Loading } from './loading.js';

/** What answers in a terminal are made with. */
export interface TerminalParts {
  readonly log: Logger;
  /** The level of the log that is stated, if any is. */
  readonly level: LogLevel | undefined;
  /** True if the bot is set up for Discord. */
  readonly isForDiscord: boolean;
  readonly loading: Loading;
}

/** The progress of work in this terminal. Where its input or output is one itself, a batch is seen to go on. */
export function progressOf(mode: Mode): Progress {
  const isSeen = mode === 'json' && (process.stdin.isTTY || process.stdout.isTTY);
  return new Progress(isSeen ? { write: () => true } : process.stderr);
}

/** Answers in this terminal until its input ends. */
export async function runInTerminal(
  mode: Mode,
  { live, close }: Corpus,
  { log, level, isForDiscord, loading }: TerminalParts,
): Promise<void> {
  const style = styleFor(process.stdout);
  // What is refused in a chat is read in the answer; only what breaks is told in the log beside it.
  const answers = mode === 'text' && level === undefined ? log.child({}, { level: 'error' }) : log;
  const session = new Session({ commands, live, log: answers, style });
  if (mode === 'text') {
    const { library } = live.serving;
    const { documents, passages } = library.engine.size;
    const { greeting, chatAsked, chatWithoutToken } = messages.settings;
    const why = isForDiscord ? chatAsked : chatWithoutToken;
    process.stdout.write(ownWords(greeting(documents, passages, why), style.window));
  }
  const streams = { input: process.stdin, output: process.stdout };
  const parts = { session, live, mode, streams, progress: progressOf(mode), working: loading.told };
  const ending = await chat(parts).catch((error: unknown) => {
    if (!isUnread(error)) throw error;
  });
  await close();
  // Nobody waits any longer for what is still under way.
  if (ending === 'interrupted') process.exit(0);
}

/** Whoever reads the answers may stop reading, as `head` does; there is nobody left to tell. */
export function isUnread(error: unknown): boolean {
  return codeOf(error) === 'EPIPE';
}
