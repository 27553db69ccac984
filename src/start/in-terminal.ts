import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import { messages } from '../messages/index.js';
import { chat, type Mode } from '../surfaces/terminal/chat.js';
import { Session } from '../surfaces/terminal/session.js';
import { styleFor } from '../surfaces/terminal/style.js';
import type { Corpus } from './corpus.js';

/** Answers in this terminal until its input ends. `isForDiscord` is true if the bot is set up for Discord. */
export async function runInTerminal(
  mode: Mode,
  { live, close }: Corpus,
  log: Logger,
  isForDiscord: boolean,
): Promise<void> {
  const session = new Session({ commands, live, log, style: styleFor(process.stdout) });
  if (mode === 'text') {
    const { library } = live.serving;
    const { documents, passages } = library.engine.size;
    const { greeting, chatAsked, chatWithoutToken } = messages.settings;
    process.stdout.write(greeting(documents, passages, isForDiscord ? chatAsked : chatWithoutToken));
  }
  await chat(session, live, mode, { input: process.stdin, output: process.stdout }).catch(
    (error: unknown) => {
      if (!isUnread(error)) throw error;
    },
  );
  await close();
}

/** Whoever reads the answers may stop reading, as `head` does; there is nobody left to tell. */
export function isUnread(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
