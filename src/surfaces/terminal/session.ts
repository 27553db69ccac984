import type { Logger } from 'pino';
import type { Asker, Command, RawOptions } from '../../command/command.js';
import { prepare } from '../../command/run.js';
import { type Signature, signatures } from '../../command/signature.js';
import type { LiveLibrary } from '../../library/live.js';
import { jsonLine } from '../../reply/json.js';
import { plainText, type Style } from '../../reply/plain-text.js';
import { quotedOf, say } from '../../reply/reply.js';
import { type SealedReply, seal } from '../../reply/seal.js';
import { helpText } from './help.js';
import { parseLine } from './parse-line.js';
import { parseRequest } from './request.js';

/** The terminal belongs to whoever runs the bot, who may therefore do everything. */
const OWNER: Asker = { name: 'the terminal', mayModerate: true };

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
  readonly revision: string;
}

/** A conversation over the commands: a line in, an answer out. It remembers only what `/more` goes on with. */
export class Session {
  readonly signatures: readonly Signature[];
  #unread: { reply: SealedReply; from: number } | undefined;

  constructor(private readonly parts: SessionParts) {
    this.signatures = signatures(parts.commands);
  }

  /** The answer to a line, as text for a terminal. */
  async print(line: string): Promise<string> {
    if (line.trim() === '/more') return this.#more();
    const { reply } = await this.#answer(line);
    // What is not read yet stays to be read after a slip of the hand.
    return quotedOf(reply).length > 0 ? this.#page(reply, 0) : plainText(reply, this.parts.style).text;
  }

  /** The answer to a line, typed as ever or as an object `{"command", "options"}`, as one line of JSON. */
  async json(line: string): Promise<string> {
    const { reply, ...context } = await this.#answer(line);
    return jsonLine(reply, context);
  }

  #more(): string {
    if (!this.#unread) return this.parts.style.problem('There is nothing more to show.');
    return this.#page(this.#unread.reply, this.#unread.from);
  }

  /** One page of a reply; what is left of it is kept for `/more`. */
  #page(reply: SealedReply, from: number): string {
    const { style } = this.parts;
    const { text, next } = plainText(reply, style, from);
    this.#unread = next === undefined ? undefined : { reply, from: next };
    if (next === undefined) return text;
    const shown = `${next - from > 1 ? `${from + 1}–${next}` : next} of ${reply.sections.length}`;
    return `${text}\n\n${style.citation(`Shown: ${shown}. /more goes on.`)}`;
  }

  async #answer(line: string): Promise<Answer> {
    const { live, log } = this.parts;
    const { library } = live.serving;
    const own = (command: string | null, reply: SealedReply): Answer => ({
      command,
      options: {},
      reply,
      revision: library.revision,
    });
    if (/^\s*\/help(?:\s|$)/.test(line))
      return own('help', seal(say('answered', helpText(this.signatures)), library));
    if (line.trim() === '/more')
      return own('more', seal(say('invalid', 'Each line holds all pages already.'), library));

    const parsed = line.trim().startsWith('{')
      ? parseRequest(line, this.signatures)
      : parseLine(line, this.signatures);
    if ('problem' in parsed) return own(parsed.command, seal(say('invalid', parsed.problem), library));
    const { signature, raw } = parsed;
    const reply = await prepare(signature.command, raw, { library, live, asker: OWNER }, log).answer();
    const { subcommand, ...options } = raw;
    // A reload has moved the corpus on; its answer is about the new one.
    return { command: signature.name, options, reply, revision: live.serving.library.revision };
  }
}
