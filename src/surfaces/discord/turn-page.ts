import { ComponentType } from 'discord-api-types/v10';
import { prepare } from '../../command/run.js';
import { messages } from '../../messages/index.js';
import type { Answering } from './answering.js';
import type { Pressed } from './components.js';
import { readReferenced } from './message-reference.js';
import { decodeState, decodeTarget, shortRevision } from './page-state.js';
import { customIds, userOf } from './payload.js';

/** Turns an answer to another of its pages, by asking the same again. */
export async function turnPage({ interaction, respond }: Pressed, answering: Answering): Promise<boolean> {
  const { log } = answering.parts;
  const began = performance.now();
  const context = answering.context(interaction);
  const { library } = context;
  const delivery = answering.delivery(interaction, respond, library);
  const state = decodeState(customIds(interaction.message));
  const target = decodeTarget(interaction.data.custom_id);
  const command = state && answering.find(state.command);
  const isButton = interaction.data.component_type === ComponentType.Button;
  if (!command || !target || !isButton) return false;
  const message = state.message && (await readReferenced(answering.reach, state.message));
  if (state.message && !message) {
    await delivery.refuse(messages.discord.messageGone);
    return true;
  }
  const options = message ? { ...state.options, message: message.text } : state.options;
  // Whoever did not ask gets a copy to turn the pages of, and the asker's stays as it is.
  const update = interaction.message.interaction_metadata?.user.id === userOf(interaction)?.id;
  const call = prepare(command, options, context, log);
  // What a page is made from can be forged, so none changes anything.
  if (call.acts) return false;
  const reply = call.answer({ from: target.page });
  const count = answering.counter(command.name, 'button', began);
  const inTime = await delivery.inTime(reply, answering.deferAfter, { update, hidden: true });
  if (!inTime) {
    count();
    return true;
  }
  const now = shortRevision(library.revision);
  const notices = [
    ...(state.revision === now ? [] : [messages.discord.reloaded(now)]),
    ...(message?.edited ? [messages.discord.edited] : []),
  ];
  const sent = await delivery.send(inTime, {
    state: { ...state, revision: now },
    target,
    ...(notices.length > 0 && { notice: notices.join('\n') }),
    update,
    hidden: true,
  });
  count(sent ? inTime.outcome : undefined);
  if (sent) log.info({ command: state.command, outcome: inTime.outcome, page: target.page }, 'Turned a page');
  return true;
}
