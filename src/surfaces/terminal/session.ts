import type { Logger } from 'pino';
import type { Asker, Command, RawOptions, Window } from '../../command/command.js';
import { prepare } from '../../command/run.js';
import { type Signature, signatures } from '../../command/signature.js';
import type { LiveLibrary } from '../../library/live.js';
import { messages } from '../../messages/index.js';
import { jsonLine, MAX_EXCERPTS } from '../../reply/json.js';
import { plainText, type Style } from '../../reply/plain-text.js';
import { partTotal, quotedOf, say } from '../../reply/reply.js';
import { type SealedReply, seal } from '../../reply/seal.js';
import { helpText } from './help.js';
import { parseLine } from './parse-line.js';
import { withFiles } from './read-files.js';
import { parseRequest } from './request.js';

/** The terminal belongs to whoever runs the bot, who may therefore do everything. */
const OWNER: Asker = { name: messages.terminal.asker, mayModerate: true };

/** What a session answers with. */
export interface SessionParts {
  readonly commands: readonly Command[];
  readonly live: LiveLibrary;
  readonly log: Logger;
  readonly style: Style;
}

interface Answer {
  readonly command: string | null;
  readonly options: RawOptions;
  readonly reply: SealedReply;
  /** The same answer from another section on, over the same documents. */
  readonly turn: (from: number) => Promise<SealedReply>;
  readonly revision: string;
}

/** An answer, and the section at which the next page begins. */
interface Unread extends Pick<Answer, 'reply' | 'turn'> {
  readonly from: number;
}

/** A conversation over the commands: a line in, an answer out. It remembers only what `/more` goes on with. */
export class Session {
  readonly signatures: readonly Signature[];
  #unread: Unread | undefined;

  constructor(private readonly parts: SessionParts) {
    this.signatures = signatures(parts.commands);
  }

  /** The answer to a line, as text for a terminal. */
  async print(line: string): Promise<string> {
    if (line.trim() === '/more') return this.#more();
    const { reply, turn } = await this.#answer(line, { from: 0 });
    // What is not read yet stays to be read after a typo.
    if (quotedOf(reply).length > 0 || reply.part) return this.#page({ reply, turn, from: 0 });
    const { style } = this.parts;
    const { text } = plainText(reply, style);
    const { offer } = reply;
    return offer ? `${text}\n\n${style.citation(messages.terminal.offer(offer.label, offer.option))}` : text;
  }

  /** The answer to a line, typed as ever or as an object `{"command", "options"}`, as one line of JSON. */
  async json(line: string): Promise<string> {
    const { reply, command, options, revision } = await this.#answer(line, {
      from: 0,
      excerpts: MAX_EXCERPTS,
    });
    return jsonLine(reply, { command, options, revision });
  }

  async #more(): Promise<string> {
    if (!this.#unread) return this.parts.style.problem(messages.terminal.noMore);
    const { reply, turn, from } = this.#unread;
    return this.#page({ reply: reply.part ? await turn(from) : reply, turn, from });
  }

  /** One page of a reply; what is left of it is kept for `/more`. */
  #page({ reply, turn, from }: Unread): string {
    const { style } = this.parts;
    const { part } = reply;
    const begun = part?.from ?? 0;
    const { text, next: at } = plainText(reply, style, from - begun);
    const after = begun + (at ?? reply.sections.length);
    const next = at !== undefined || (part && after < part.of) ? after : undefined;
    this.#unread = next === undefined ? undefined : { reply, turn, from: next };
    if (next === undefined) return text;
    const all = part ? partTotal(part) : String(reply.sections.length);
    return `${text}\n\n${style.citation(messages.terminal.showing(from + 1, next, all))}`;
  }

  async #answer(line: string, window: Window): Promise<Answer> {
    const { live, log } = this.parts;
    const { library } = live.serving;
    const own = (command: string | null, reply: SealedReply): Answer => ({
      command,
      options: {},
      reply,
      turn: async () => reply,
      revision: library.revision,
    });
    if (/^\s*\/help(?:\s|$)/.test(line))
      return own('help', seal(say('answered', helpText(this.signatures)), library));
    if (line.trim() === '/more')
      return own('more', seal(say('invalid', messages.terminal.allShown), library));

    const parsed = line.trim().startsWith('{')
      ? parseRequest(line, this.signatures)
      : parseLine(line, this.signatures);
    if ('problem' in parsed) return own(parsed.command, seal(say('invalid', parsed.problem), library));
    const { signature, raw } = parsed;
    const read = await withFiles(signature, raw);
    if ('problem' in read) return own(signature.name, seal(say('invalid', read.problem), library));
    const call = prepare(signature.command, read.given, { library, live, asker: OWNER }, log);
    const reply = await call.answer(window);
    const { subcommand, ...options } = raw;
    // What moderators ask is about the corpus as it is by now, such as after a reload; all else is of one revision.
    const { revision } = signature.command.moderation ? live.serving.library : library;
    return { command: signature.name, options, reply, turn: (from) => call.answer({ from }), revision };
  }
}
