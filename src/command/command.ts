import type { z } from 'zod';
import type { Library } from '../library/library.js';
import type { LiveLibrary } from '../library/live.js';
import type { Reply } from '../reply/reply.js';
import type { Deadline, Pace } from '../text/pace.js';
import type { GivenFile } from './given-file.js';

/** What an answer is made from. The same over the same corpus, whoever asks and wherever. */
export interface Context {
  /** The corpus that this call keeps to, whatever is reloaded meanwhile. */
  readonly library: Library;
  readonly live: LiveLibrary;
  readonly asker: Asker;
  /** The fingerprint of what the asker was shown before this was confirmed with a button; undefined where none was pressed. */
  readonly confirmed?: string | undefined;
}

/** What is about to be shown of an answer that has many sections, for a command that makes only those. */
export interface Window {
  /** The section, counted from 0, that is shown first; the last one where there are fewer. */
  readonly from: number;
  /** As many sections as hold so many excerpts; without it, one page. */
  readonly excerpts?: number;
}

/** What an answer has besides while it is made. */
export interface CallContext extends Context {
  /** Without it, the first page is about to be shown. */
  readonly window?: Window;
  /** To be called between the steps of long work; it ends work that goes on for too long. */
  readonly pace: Pace;
  /** Logs an error that costs a part of the answer; returns the id that the log has it under. */
  readonly report: (error: unknown, during: string) => string;
}

/** Who asks, as far as a command may know. */
export interface Asker {
  /** How the log and `/corpus status` name them. */
  readonly name: string;
  /** True if this one may move the corpus from where they ask. */
  readonly mayModerate: boolean;
}

/** What choices are made from. */
export interface CompletionContext {
  readonly library: Library;
  /** The other options as they stand so far. */
  readonly given: RawOptions;
  /** After it, what was found so far is given; without one, it takes as long as it takes. */
  readonly deadline?: Deadline;
}

/** Raw options by name, as a surface read them; `subcommand` too where the command has any. */
export type RawOptions = Readonly<Record<string, string | number | boolean>>;

/** Options as a command takes them: raw ones, and files that the surface read. */
export type GivenOptions = Readonly<Record<string, RawOptions[string] | GivenFile>>;

/** What a surface asks for in a form before a call is answered, where it can. */
export interface Form {
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** A field of a form, which becomes an option. Lengths are in UTF-16 code units. */
export interface FormField {
  readonly option: string;
  readonly label: string;
  readonly help?: string;
  /** True for a text of several lines. */
  readonly isLong: boolean;
  readonly required: boolean;
  readonly maxLength: number;
}

/** A suggestion while an option is typed. */
export interface Choice {
  /** What is shown of it, in at most 100 UTF-16 code units. */
  readonly name: string;
  /** What the option becomes. */
  readonly value: string;
}

/** Where a command may be used: wherever the bot can be reached, or only in the server of whoever runs it. */
export type Where = 'anywhere' | 'home server';

/**
 * One thing that people can ask. It is declared here once; what Discord is told of it, how the terminal reads,
 * completes and explains it, and the JSON Schema of its options are all made from this.
 */
export interface Command<Options extends z.ZodObject = z.ZodObject> {
  /** As typed after a slash; the words of the menu for one that is chosen on a message. */
  readonly name: string;
  /** One line that says what it answers. */
  readonly description: string;
  readonly where: Where;
  /**
   * Checks the options as they came in, in the order in which they are shown. What people are shown of each is in
   * `shownOptions`; a command with subcommands has them as its option `subcommand`.
   */
  readonly options: Options;
  /** Chosen on a message instead of typed; the message's text is its option `message`. */
  readonly onMessage?: boolean;
  /** Only for moderators. */
  readonly moderation?: boolean;
  /** True if an answer to these options may take longer than a surface waits for a first response. */
  readonly slow?: (options: z.infer<Options>, context: Context) => boolean;
  /** True if answering changes something. */
  readonly acts?: (options: z.infer<Options>, context: Context) => boolean;
  /** What is missing of options that a form may ask for; undefined where nothing is. */
  readonly form?: (given: GivenOptions) => Form | undefined;
  answer(options: z.infer<Options>, context: CallContext): Reply | Promise<Reply>;
  /** What `typed` may become for the option named `option`; each choice is one that finds something. */
  complete?(
    option: string,
    typed: string,
    context: CompletionContext,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}

/** Checks a command's types where it is written, and gives it the one type that lists can hold. */
export function defineCommand<Options extends z.ZodObject>(command: Command<Options>): Command {
  return command as unknown as Command;
}
