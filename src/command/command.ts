import type {
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { z } from 'zod';
import type { Library } from '../library/library.js';
import type { LiveLibrary } from '../library/live.js';
import type { Reply } from '../reply/reply.js';
import type { Pace } from '../text/pace.js';

/** What an answer is made from. The same over the same corpus, whoever asks and wherever. */
export interface Context {
  /** The corpus that this call keeps to, whatever is reloaded meanwhile. */
  readonly library: Library;
  readonly live: LiveLibrary;
  readonly asker: Asker;
}

/** What an answer has besides while it is made. */
export interface CallContext extends Context {
  /** To be called between the steps of long work; it ends work that goes on for too long. */
  readonly pace: Pace;
  /** Logs an error that costs a part of the answer; returns the id that the log has it under. */
  readonly report: (error: unknown, during: string) => string;
}

/** Who asks, as far as a command may know. */
export interface Asker {
  /** How the log and `/corpus status` name them. */
  readonly name: string;
  /** Whether this one may move the corpus from where they ask. */
  readonly mayModerate: boolean;
}

/** What choices are made from. */
export interface CompletionContext {
  readonly library: Library;
  /** The other options as they stand so far. */
  readonly given: RawOptions;
}

/** Raw options by name, as a surface read them; `subcommand` too where the command has any. */
export type RawOptions = Readonly<Record<string, string | number | boolean>>;

/** A suggestion while an option is typed. */
export type Choice = string;

/** What Discord is told of a command that is typed, or of one that is chosen on a message. */
export type Declaration =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** One thing that people can ask: its declaration, how its options are checked, and its answer. */
export interface Command<Options = unknown> {
  /** What Discord is told of it. The surfaces read names, types and subcommands from here. */
  readonly declaration: Declaration;
  /** Checks the options as they came in. `subcommand` is among them where the command has any. */
  readonly options: z.ZodType<Options>;
  /** Only for moderators, in the operator's own server. */
  readonly moderation?: boolean;
  /** Whether an answer to these options may take longer than Discord waits for a first response. */
  readonly slow?: (options: Options) => boolean;
  answer(options: Options, context: CallContext): Reply | Promise<Reply>;
  /** What `typed` may become for the option named `option`; each choice is one that finds something. */
  complete?(
    option: string,
    typed: string,
    context: CompletionContext,
  ): readonly Choice[] | Promise<readonly Choice[]>;
}

/** Checks a command's types where it is written, and gives it the one type that lists can hold. */
export function defineCommand<Options>(command: Command<Options>): Command {
  return command as Command;
}
