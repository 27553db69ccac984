import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { messages } from '../messages/index.js';
import { type Reply, say } from '../reply/reply.js';
import { type SealedReply, seal } from '../reply/seal.js';
import { ClusterError } from '../search/opensearch/cluster-error.js';
import { createPace, OverBudgetError } from '../text/pace.js';
import { wellFormed } from '../text/well-formed.js';
import type { Command, Context, GivenOptions, Window } from './command.js';
import { type Misfit, misfitOf, SUBCOMMAND } from './option.js';

/** How long one answer may compute, in milliseconds: Discord waits for 3 seconds, and others are served meanwhile. */
const BUDGET_MS = 2_000;

/** A call that was checked and can be answered. */
export interface Call {
  /** True if the answer may take longer than Discord waits for a first response. */
  readonly slow: boolean;
  /** True if the answer changes something, so that it is given only to whoever asks for it in so many words. */
  readonly acts: boolean;
  /**
   * The reply, held against the documents; of one that has a `part`, what `window` is about to show. Never
   * rejects: what breaks becomes a reply that says so.
   */
  answer(window?: Window): Promise<SealedReply>;
}

/** Checks who asks and what they ask of `command`. Past this, options have their types. */
export function prepare(command: Command, raw: GivenOptions, context: Context, log: Logger): Call {
  const { library, asker } = context;
  const refused = (reply: Reply): Call => ({
    slow: false,
    acts: false,
    answer: async () => seal(reply, library),
  });
  if (command.moderation && !asker.mayModerate)
    return refused(withId(say('forbidden', messages.replies.forbidden), context, log));

  const parsed = command.options.safeParse(wellFormedOptions(raw));
  if (!parsed.success) return refused(say('invalid', parsed.error.issues.map(describeIssue).join('\n')));
  const misfit = misfitOf(command.options, raw);
  if (misfit) return refused(say('invalid', describeMisfit(command, misfit)));
  const options = parsed.data;
  const acts = command.acts?.(options, context) ?? false;
  return {
    slow: command.slow?.(options, context) ?? false,
    acts,
    answer: async (window = { from: 0 }) => {
      try {
        const pace = createPace({ budget: BUDGET_MS });
        const report = (error: unknown, during: string) => logged(error, log, during);
        const reply = await command.answer(options, { ...context, pace, report, window });
        if (acts) logAct(command, raw, reply, context, log);
        return seal(withId(reply, context, log), library);
      } catch (error) {
        return seal(failure(error, log, `/${command.name}`), library);
      }
    },
  };
}

function wellFormedOptions(raw: GivenOptions): GivenOptions {
  const entries = Object.entries(raw).map(
    ([name, value]) => [name, typeof value === 'string' ? wellFormed(value) : value] as const,
  );
  return Object.fromEntries(entries);
}

/**
 * Gives a reply that did not do what was asked an id, under which the log has it, with the lines that it lists; none where the
 * log does not take it.
 */
function withId(reply: Reply, { asker }: Context, log: Logger): Reply {
  if (reply.outcome !== 'failed' && reply.outcome !== 'forbidden') return reply;
  if (!log.isLevelEnabled('warn')) return reply;
  const errorId = newErrorId();
  const lines = reply.sections.flatMap((section) => (section.kind === 'list' ? section.lines : []));
  log.warn(
    { errorId, by: asker.name, outcome: reply.outcome, ...(lines.length > 0 && { lines }) },
    'Refused or failed',
  );
  return { ...reply, message: messages.replies.withId(reply.message, errorId) };
}

/** Logs who did what, and how it went. */
function logAct(
  command: Command,
  raw: GivenOptions,
  { outcome }: Reply,
  { asker }: Context,
  log: Logger,
): void {
  const { [SUBCOMMAND]: subcommand, document } = raw;
  log.info(
    { by: asker.name, command: command.name, subcommand, document, outcome },
    'Acted on the documents',
  );
}

function newErrorId(): string {
  return randomBytes(4).toString('hex');
}

/** Logs an error of ours under a new id, and says to the one who asked what to do with that id. */
export function failure(error: unknown, log: Logger, during: string): Reply {
  const id = logged(error, log, during);
  const { tookTooLong, notAnswering, failed } = messages.replies;
  if (error instanceof OverBudgetError) return say('failed', tookTooLong(id));
  return say('failed', error instanceof ClusterError ? notAnswering(id) : failed(id));
}

/** Logs an error of ours; returns the new id that the log has it under. */
function logged(error: unknown, log: Logger, during: string): string {
  const errorId = newErrorId();
  log.error({ errorId, during, err: error }, 'An answer failed');
  return errorId;
}

function describeMisfit({ name: command }: Command, misfit: Misfit): string {
  const { misplaced, problem, required } = messages.values;
  if (misfit.kind === 'missing') return problem(misfit.name, required);
  return misplaced(
    misfit.name,
    misfit.of.map((subcommand) => `${command} ${subcommand}`),
  );
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return messages.values.unknown(issue.keys);
  }
  return messages.values.problem(issue.path.join('.'), issue.message);
}
