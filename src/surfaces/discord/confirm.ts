import type { Logger } from 'pino';
import type { Command, Context } from '../../command/command.js';
import { type Call, prepare } from '../../command/run.js';
import type { SealedReply } from '../../reply/seal.js';
import type { Confirmation } from './confirmation.js';
import type { Delivery } from './delivery.js';
import { shortRevision } from './page-state.js';

/** What a confirmation is answered with. */
export interface Confirming {
  readonly command: Command;
  /** Of the one who pressed the button, as they are now. */
  readonly context: Context;
  readonly delivery: Delivery;
  readonly log: Logger;
  /** After how many milliseconds without an answer Discord is told that it takes longer. */
  readonly deferAfter: number;
}

/**
 * What a button confirms, ready to be done by who pressed it; undefined where it is nothing that is only done once it was
 * confirmed, whatever somebody made the button say.
 */
export function confirmedCall(
  { options, fingerprint: confirmed }: Confirmation,
  { command, context, log }: Pick<Confirming, 'command' | 'context' | 'log'>,
): Call | undefined {
  const call = prepare(command, options, { ...context, confirmed }, log);
  if (command.moderation && !context.asker.mayModerate) return call;
  const unconfirmed = prepare(command, options, context, log);
  return call.acts && !unconfirmed.acts ? call : undefined;
}

/** Does what was confirmed and says so in the place of the question; the reply where it went out. */
export async function deliverConfirmed(
  call: Call,
  { options }: Confirmation,
  { command, context, delivery, deferAfter }: Confirming,
): Promise<SealedReply | undefined> {
  // Who may not do it gets a message of their own, and the question stays.
  const where = { update: call.acts, hidden: true };
  if (call.slow && !(await delivery.defer(where))) return undefined;
  const reply = await delivery.inTime(call.answer(), deferAfter, where);
  if (!reply) return undefined;
  const revision = shortRevision(context.library.revision);
  const state = { command: command.name, options, revision };
  return (await delivery.send(reply, { state, ...where })) ? reply : undefined;
}
