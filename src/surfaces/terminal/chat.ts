import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { completingMs } from '../../command/choices.js';
import type { LiveLibrary } from '../../library/live.js';
import { createDeadline } from '../../text/pace.js';
import { completeLine } from './complete-line.js';
import type { Session } from './session.js';

/** Where a chat reads and writes. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** How a chat answers: as text to read, or as a line of JSON. */
export type Mode = 'text' | 'json';

/** Answers line by line until the input ends; with a prompt, history and completion on a terminal. */
export async function chat(session: Session, live: LiveLibrary, mode: Mode, streams: Streams): Promise<void> {
  const { input, output } = streams;
  const interactive = mode === 'text' && input.isTTY === true && output.isTTY === true;
  const lines = createInterface({
    input,
    ...(interactive && { output, prompt: 'verbatim> ' }),
    terminal: interactive,
    crlfDelay: Number.POSITIVE_INFINITY,
    completer: (line: string) => {
      const { library } = live.serving;
      const deadline = createDeadline(completingMs(library));
      return completeLine(line, session.signatures, { library, deadline });
    },
  });
  let open = true;
  lines.on('close', () => {
    open = false;
  });
  lines.on('SIGINT', () => lines.close());
  // An answer may come after Ctrl-C or Ctrl-D, when there is nobody left to prompt.
  const prompt = () => {
    if (interactive && open) lines.prompt();
  };
  prompt();
  for await (const line of lines) {
    if (line.trim() !== '') {
      const answer = mode === 'json' ? await session.json(line) : await session.print(line);
      await write(output, mode === 'json' ? `${answer}\n` : `${answer}\n\n`);
    }
    prompt();
  }
  if (interactive) await write(output, '\n');
}

async function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
