import type { APIInteraction, APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Command, Context } from '../../command/command.js';
import { type Call, prepare } from '../../command/run.js';
import type { Library } from '../../library/library.js';
import type { Outcome } from '../../reply/reply.js';
import { type Confirmation, decodeConfirmation } from './confirmation.js';
import type { Delivery } from './delivery.js';
import { shortRevision } from './page-state.js';
import type { Respond } from './webhook.js';

/** A button that was pressed, and the way back. */
export interface PressedButton {
  readonly interaction: APIMessageComponentInteraction;
  readonly respond: Respond;
}

/** What a confirmation is answered with. */
export interface ConfirmParts {
  readonly parts: { readonly log: Logger };
  /** After how many milliseconds without an answer Discord is told that it takes longer. */
  readonly deferAfter: number;
  find(name: string): Command | undefined;
  context(interaction: APIInteraction): Context;
  delivery(interaction: APIInteraction, respond: Respond, library: Library): Delivery;
  counter(command: string, by: 'button', began: number): (outcome?: Outcome) => void;
}

/**
 * Does what a button confirms, by the rights of who pressed it and the corpus as they are now, and says so in the place of the
 * question. False where it is nothing that is only done once it was confirmed, whatever somebody made the button say; then
 * nothing was done.
 */
export async function confirm(
  { interaction, respond }: PressedButton,
  answering: ConfirmParts,
): Promise<boolean> {
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
