import type { Logger } from 'pino';
import type { Command, Context } from '../../command/command.js';
import { type Call, prepare } from '../../command/run.js';
import type { Answering } from './answering.js';
import type { Pressed } from './components.js';
import { type Confirmation, decodeConfirmation } from './confirmation.js';
import { shortRevision } from './page-state.js';

/**
 * Does what a button confirms, by the rights of who pressed it and the corpus as they are now, and says so in the place of the
 * question. False where it is nothing that is only done once it was confirmed, whatever somebody made the button say; then
 * nothing was done.
 */
export async function confirm({ interaction, respond }: Pressed, answering: Answering): Promise<boolean> {
  const began = performance.now();
  const confirmation = decodeConfirmation(interaction.data.custom_id);
  const command = confirmation && answering.find(confirmation.command);
  if (!command) return false;
  const context = answering.context(interaction);
  const call = confirmedCall(confirmation, command, context, answering.parts.log);
  if (!call) return false;
  const delivery = answering.delivery(interaction, respond, context.library);
  const count = answering.counter(command.name, 'button', began);
  // Who may not do it gets a message of their own, and the question stays.
  const where = { update: call.acts, hidden: true };
  if (call.slow && !(await delivery.defer(where))) {
    count();
    return true;
  }
  const reply = await delivery.inTime(call.answer(), answering.deferAfter, where);
  // Where it is asked about once more, there is a button for that.
  const { options } = confirmation;
  const state = { command: command.name, options, revision: shortRevision(context.library.revision) };
  const sent = reply !== undefined && (await delivery.send(reply, { state, ...where }));
  count(sent ? reply.outcome : undefined);
  return true;
}

function confirmedCall(
  { options, fingerprint: confirmed }: Confirmation,
  command: Command,
  context: Context,
  log: Logger,
): Call | undefined {
  const call = prepare(command, options, { ...context, confirmed }, log);
  if (command.moderation && !context.asker.mayModerate) return call;
  const unconfirmed = prepare(command, options, context, log);
  return call.acts && !unconfirmed.acts ? call : undefined;
}
