import type { Logger } from 'pino';
import type { Asker, Command, RawOptions, Window } from '../../command/command.js';
import { prepare } from '../../command/run.js';
import { type Signature, signatures } from '../../command/signature.js';
import type { LiveLibrary } from '../../library/live.js';
import { messages } from '../../messages/index.js';
import { ownWords } from '../../reply/in-rows.js';
import { jsonLine, MAX_EXCERPTS } from '../../reply/json.js';
import { plainText, type Style, unwrapped } from '../../reply/plain-text.js';
import { partTotal, quotedOf, say } from '../../reply/reply.js';
import { type SealedReply, seal } from '../../reply/seal.js';
import { DIRECTION_MARKS, inClass } from '../../text/characters.js';
import { asksForHelp, withCommand } from './chat-line.js';
import { helpText } from './help.js';
import { type ParsedLine, parseLine } from './parse-line.js';
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

/** JSON escapes the controls of ASCII, and a terminal obeys the others too, and marks of direction. */
const OBEYED = new RegExp(`[\\u007F-\\u009F${inClass(DIRECTION_MARKS)}]`, 'g');

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

/**
 * A conversation over the commands: a line in, an answer out. It remembers only what `/more` goes on with, and
 * what `/copy` shows again.
 */
export class Session {
  readonly signatures: readonly Signature[];
  #unread: Unread | undefined;
  #shown: ((style: Style) => string) | undefined;

  constructor(private readonly parts: SessionParts) {
    this.signatures = signatures(parts.commands);
  }

  /** The answer to a line, as text for a terminal; words without a slash ask `/ask`. */
  async print(line: string): Promise<string> {
    const { style } = this.parts;
    if (line.trim() === '/more') return this.#more();
    if (line.trim() === '/copy') return this.#shown?.(unwrapped(style)) ?? this.#problem('nothingToCopy');
    const command = withCommand(line, this.signatures);
    const { reply, turn } = await this.#answer(command, { from: 0 });
    // What is not read yet stays to be read after a typo.
    if (quotedOf(reply).length > 0 || reply.part) return this.#page({ reply, turn, from: 0 });
    return this.#show((shown) => {
      const { text } = plainText(reply, shown);
      return [text, ...this.#offer(reply, shown)].join('\n\n');
    });
  }

  /** The answer to a line, typed as ever or as an object `{"command", "options"}`, as one line of JSON. */
  async json(line: string): Promise<string> {
    const { reply, command, options, revision } = await this.#answer(line, {
      from: 0,
      excerpts: MAX_EXCERPTS,
    });
    return jsonLine(reply, { command, options, revision }).replace(OBEYED, escaped);
  }

  async #more(): Promise<string> {
    if (!this.#unread) return this.#problem('noMore');
    const { reply, turn, from } = this.#unread;
    return this.#page({ reply: reply.part ? await turn(from) : reply, turn, from });
  }

  /** One page of a reply; what is left of it is kept for `/more`. */
  #page({ reply, turn, from }: Unread): string {
    const { part } = reply;
    const begun = part?.from ?? 0;
    const { next: at } = plainText(reply, this.parts.style, from - begun);
    const after = begun + (at ?? reply.sections.length);
    const next = at !== undefined || (part && after < part.of) ? after : undefined;
    this.#unread = next === undefined ? undefined : { reply, turn, from: next };
    const all = part ? partTotal(part) : String(reply.sections.length);
    return this.#show((style) => {
      const { text } = plainText(reply, style, from - begun);
      if (next === undefined) return text;
      const showing = ownWords(messages.terminal.showing(from + 1, next, all), style.window);
      return `${text}\n\n${style.citation(showing)}`;
    });
  }

  /** Shows something now, and again on `/copy`. */
  #show(show: (style: Style) => string): string {
    this.#shown = show;
    return show(this.parts.style);
  }

  #problem(what: 'noMore' | 'nothingToCopy'): string {
    const { style } = this.parts;
    return style.problem(ownWords(messages.terminal[what], style.window));
  }

  #offer({ offer }: SealedReply, style: Style): string[] {
    if (!offer) return [];
    return [style.citation(ownWords(messages.terminal.offer(offer.label, offer.option), style.window))];
  }

  async #answer(line: string | ParsedLine, window: Window): Promise<Answer> {
    const { live, log } = this.parts;
    const { library } = live.serving;
    const own = (command: string | null, reply: SealedReply): Answer => ({
      command,
      options: {},
      reply,
      turn: async () => reply,
      revision: library.revision,
    });
    if (typeof line === 'string' && asksForHelp(line))
      return own('help', seal(say('answered', helpText(this.signatures)), library));
    if (line === '/more' || line === '/copy')
      return own(line.slice(1), seal(say('invalid', messages.terminal.allShown), library));

    const parsed = typeof line === 'string' ? this.#parse(line) : line;
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
  #parse(line: string): ParsedLine {
    const isObject = line.trimStart().startsWith('{');
    return isObject ? parseRequest(line, this.signatures) : parseLine(line, this.signatures);
  }
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
