import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline/promises';
import { completingMs } from '../../command/choices.js';
import type { LiveLibrary } from '../../library/live.js';
import { messages } from '../../messages/index.js';
import { createDeadline, createPace } from '../../text/pace.js';
import { isLeaving } from './chat-line.js';
import { type Completion, completeLine } from './complete-line.js';
import type { Progress } from './progress.js';
import type { Session } from './session.js';

/** Where a chat reads and writes. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** How a chat answers: as text to read, or as a line of JSON. */
export type Mode = 'text' | 'json';

/** What a chat is held with. */
export interface ChatParts {
  readonly session: Session;
  readonly live: LiveLibrary;
  readonly mode: Mode;
  readonly streams: Streams;
  /** Where to say how far an answer is that takes long. */
  readonly progress: Progress;
  /** What is said of such an answer, given the whole seconds that it has taken. */
  readonly working: (seconds: number) => string;
}

/** How a chat ended: its input was over, or somebody would not wait for the answer under way. */
export type Ending = 'over' | 'interrupted';

/**
 * Answers line by line until the input ends or somebody leaves; with a prompt, history and completion on a terminal.
 * There, Ctrl-C takes back what is half typed; where nothing is, it says how to leave, and the second one leaves.
 */
export async function chat(parts: ChatParts): Promise<Ending> {
  const { mode, streams } = parts;
  const { input, output } = streams;
  const interactive = mode === 'text' && input.isTTY === true && output.isTTY === true;
  const lines: Interface = createInterface({
    input,
    ...(interactive && { output, prompt: 'verbatim> ' }),
    terminal: interactive,
    crlfDelay: Number.POSITIVE_INFINITY,
    completer: (line: string) => completed(line, lines.line.slice(lines.cursor), parts),
  });
  const talk: Talk = { lines, interactive, isOpen: true, isAnswering: false };
  lines.once('close', () => {
    talk.isOpen = false;
  });
  const left = onInterrupts(talk, output);
  const answered = answerAll(talk, parts).then((): Ending => 'over');
  const ending = await Promise.race([answered, left]);
  if (interactive) await write(output, '\n');
  return ending;
}

function completed(line: string, after: string, { session, live }: ChatParts): Promise<Completion> {
  const { library } = live.serving;
  const deadline = createDeadline(completingMs(library));
  return completeLine(line, session.signatures, { library, deadline }, after);
}

/** A chat as it stands. */
interface Talk {
  readonly lines: Interface;
  readonly interactive: boolean;
  isOpen: boolean;
  isAnswering: boolean;
}

/** Asks for a line, unless nobody is left to ask, as after Ctrl-D, or an answer is under way. */
function prompt({ lines, interactive, isOpen, isAnswering }: Talk): void {
  if (interactive && isOpen && !isAnswering) lines.prompt();
}

/** Answers each line; what is asked is answered before the next is read. */
async function answerAll(talk: Talk, parts: ChatParts): Promise<void> {
  const { session, mode, streams, progress, working } = parts;
  let count = 0;
  const texts = async (line: string) => `${await progress.during(working, () => session.print(line))}\n\n`;
  const objects = async (line: string) => `${await session.json(line)}\n`;
  const answer = mode === 'json' ? objects : texts;
  const all = async () => {
    // Answers that are quick leave no room for a timer, however many there are.
    const pace = createPace();
    prompt(talk);
    for await (const line of talk.lines) {
      await pace();
      if (mode === 'text' && isLeaving(line)) break;
      talk.isAnswering = true;
      if (line.trim() !== '') await write(streams.output, await answer(line));
      talk.isAnswering = false;
      count++;
      prompt(talk);
    }
    talk.lines.close();
  };
  const batch = (seconds: number) => messages.terminal.answered(count, seconds);
  await (mode === 'json' ? progress.during(batch, all) : all());
}

/** Resolves at the second Ctrl-C in a row on an empty line. Never does where there is no terminal to type it at. */
function onInterrupts(talk: Talk, output: NodeJS.WritableStream): Promise<Ending> {
  const { lines } = talk;
  let isSecond = false;
  lines.on('line', () => {
    isSecond = false;
  });
  return new Promise((resolve) => {
    lines.on('SIGINT', () => {
      if (lines.line !== '') {
        isSecond = false;
        // From the line's end, as Ctrl-E goes there, back to its beginning, as Ctrl-U takes it away.
        lines.write(null, { ctrl: true, name: 'e' });
        lines.write(null, { ctrl: true, name: 'u' });
      } else if (isSecond) {
        lines.close();
        resolve('interrupted');
      } else {
        isSecond = true;
        output.write(`\n${messages.terminal.howToLeave}\n`);
        prompt(talk);
      }
    });
  });
}

async function write(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
