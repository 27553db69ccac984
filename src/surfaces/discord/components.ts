import { type APIMessageComponentInteraction, ComponentType } from 'discord-api-types/v10';
import { messages } from '../../messages/index.js';
import type { Answering } from './answering.js';
import { confirm } from './confirm.js';
import { openSource } from './open-source.js';
import { turnPage } from './turn-page.js';
import type { Respond } from './webhook.js';

/** A button that was pressed, or a menu in which something was chosen, and the way back. */
export interface Pressed {
  readonly interaction: APIMessageComponentInteraction;
  readonly respond: Respond;
}

/**
 * Answers what one kind of button or menu asks for; false where its custom_id, which anybody can forge, is none of
 * ours, and nothing was done. What a moderator alone may do never rides on a custom_id: whoever presses is looked at.
 */
export type ComponentHandler = (pressed: Pressed, answering: Answering) => Promise<boolean>;

/** The kinds of buttons and menus, by what their custom_ids begin with; those of pages begin with a number. */
const HANDLERS: Readonly<Record<string, ComponentHandler>> = {
  page: turnPage,
  confirm,
  context: openSource,
  source: openSource,
  check: openSource,
  cite: openSource,
  open: openSource,
};

/** The kind of a custom_id: what stands before its colon, or `page`; undefined where it is of no version of ours. */
function kindOf(customId: string): string | undefined {
  return /^\d/.test(customId) ? 'page' : /^([a-z]{1,16}):/.exec(customId)?.[1];
}

/** True of buttons and of menus of texts, which are all that messages of ours have. */
export function isOfOurKind({ data }: APIMessageComponentInteraction): boolean {
  return data.component_type === ComponentType.Button || data.component_type === ComponentType.StringSelect;
}

/** Answers a button or a menu; where it is of no version of ours, whoever pressed it is told so. */
export async function answerComponent(pressed: Pressed, answering: Answering): Promise<void> {
  const kind = kindOf(pressed.interaction.data.custom_id);
  const handler = kind !== undefined && Object.hasOwn(HANDLERS, kind) ? HANDLERS[kind] : undefined;
  if (await handler?.(pressed, answering)) return;
  const { library } = answering.parts.live.serving;
  const delivery = answering.delivery(pressed.interaction, pressed.respond, library);
  await delivery.refuse(messages.discord.oldButton);
}
