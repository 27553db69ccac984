import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ComponentType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { completingMs } from '../../command/choices.js';
import type { Asker, Choice, Command, Context, RawOptions } from '../../command/command.js';
import { prepare } from '../../command/run.js';
import type { Library } from '../../library/library.js';
import type { LiveLibrary } from '../../library/live.js';
import { messages } from '../../messages/index.js';
import type { Drawing } from '../../picture/drawing.js';
import { MAX_EXCERPTS } from '../../reply/json.js';
import { type Outcome, say } from '../../reply/reply.js';
import { seal } from '../../reply/seal.js';
import { createDeadline } from '../../text/pace.js';
import { type AttachmentSource, attachmentsOf, withAttachments } from './attachments.js';
import { confirm } from './confirm.js';
import { isConfirmation } from './confirmation.js';
import { Delivery } from './delivery.js';
import { LIMITS } from './limits.js';
import { readReferenced, referenceTo, targetMessage } from './message-reference.js';
import { messageText } from './message-text.js';
import { modalOf, sentForm } from './modal.js';
import type { Answered, BotObserver } from './observer.js';
import { decodeState, decodeTarget, fitsButtons, type PageState, shortRevision } from './page-state.js';
import { customIds, focusedOption, isOnMessage, isTyped, mayManage, rawOptions, userOf } from './payload.js';
import type { Reach, Respond } from './webhook.js';

/** A command as it was asked for: typed, chosen on a message, or with a form that it asked for. */
type CommandInteraction =
  | APIChatInputApplicationCommandInteraction
  | APIMessageApplicationCommandInteraction
  | APIModalSubmitInteraction;

/** What answering on Discord takes. */
export interface InteractionParts {
  readonly commands: readonly Command[];
  readonly live: LiveLibrary;
  readonly log: Logger;
  /** Draws the pictures of answers. */
  readonly drawing: Drawing;
  /** The one server from which the bot is moderated; without one, nobody on Discord is a moderator. */
  readonly guildId: string | undefined;
  /** Is told of each answer. */
  readonly observer?: BotObserver | undefined;
  /** After how many milliseconds without an answer Discord is told that it takes longer; a second if left out. */
  readonly deferAfter?: number | undefined;
  /** How many milliseconds choices are looked for; `completingMs` of the corpus if left out. */
  readonly completeWithin?: number | undefined;
  /** Where attachments are fetched from; Discord's own hosts if left out. */
  readonly attachments?: AttachmentSource | undefined;
}

/** A third of what Discord waits for a first response, so that the deferral itself is in time on a slow line. */
const DEFER_AFTER_MS = 1_000;

/** Answers each interaction that Discord sends, from the commands, by whichever way it came. */
export class Interactions {
  constructor(
    private readonly parts: InteractionParts,
    private readonly reach: Reach,
  ) {}

  /**
   * Answers one interaction, first by `respond`, then over its webhook; rejects only where an error of ours could not
   * be told to the member either. Of a kind that no command or button of ours has, it is left without an answer.
   */
  async answer(interaction: APIInteraction, respond: Respond): Promise<void> {
    if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
      await this.#complete(interaction, respond);
    } else if (interaction.type === InteractionType.ApplicationCommand) {
      if (isTyped(interaction)) {
        const { name, options } = interaction.data;
        await this.#command(interaction, name, rawOptions(options), respond);
      } else if (isOnMessage(interaction)) {
        const message = messageText(targetMessage(interaction) ?? {});
        await this.#command(interaction, interaction.data.name, { message }, respond);
      }
    } else if (interaction.type === InteractionType.ModalSubmit) {
      await this.#takeForm(interaction, respond);
    } else if (
      interaction.type === InteractionType.MessageComponent &&
      interaction.data.component_type === ComponentType.Button
    ) {
      const { custom_id: id } = interaction.data;
      await (isConfirmation(id) ? this.#confirm(interaction, respond) : this.#turnPage(interaction, respond));
    }
  }

  async #takeForm(interaction: APIModalSubmitInteraction, respond: Respond): Promise<void> {
    const sent = sentForm(interaction);
    if (sent) return this.#command(interaction, sent.command, sent.options, respond);
    const { library } = this.parts.live.serving;
    await this.#refuse(this.#delivery(interaction, respond, library), messages.changing.form.old);
  }

  /** Says to the asker alone that an interaction cannot be answered. */
  async #refuse(delivery: Delivery, why: string): Promise<void> {
    await delivery.send(seal(say('invalid', why), this.parts.live.serving.library), { hidden: true });
  }

  async #command(
    interaction: CommandInteraction,
    name: string,
    raw: RawOptions,
    respond: Respond,
  ): Promise<void> {
    const began = performance.now();
    const context = this.#context(interaction);
    const delivery = this.#delivery(interaction, respond, context.library);
    const command = this.#find(name);
    if (!command) return this.#refuse(delivery, messages.discord.commandGone(name));
    const { private: hidden, ...options } = raw;
    const moderation = command.moderation ?? false;
    // Whoever verifies somebody's message cannot say who is to see the answer, so nobody else does.
    const onMessage = isOnMessage(interaction);
    const forAskerAlone = moderation || onMessage || hidden === true;
    const isLetIn = !moderation || context.asker.mayModerate;
    const form = isLetIn ? command.form?.(raw) : undefined;
    const modal = form && modalOf(name, options, form);
    if (form) return modal ? delivery.ask(modal) : this.#refuse(delivery, messages.changing.form.tooLong);
    const files = isLetIn ? attachmentsOf(interaction) : [];
    if (files.length > 0 && !(await delivery.defer({ hidden: forAskerAlone }))) return;
    const read = await withAttachments(raw, files, this.parts.attachments);
    if ('problem' in read) return this.#refuse(delivery, read.problem);
    const call = prepare(command, read.given, context, this.parts.log);
    const made = { command: name, options, revision: shortRevision(context.library.revision) };
    const state = onMessage ? stateOnMessage(made, interaction, this.reach) : made;
    // Pages that cannot be turned are handed over as a file, as much as a line of JSON holds.
    const window = fitsButtons(state) ? { from: 0 } : { from: 0, excerpts: MAX_EXCERPTS };
    const count = this.#counter(name, 'command', began);
    if (call.slow && !(await delivery.defer({ hidden: forAskerAlone }))) return count();
    const reply = await delivery.inTime(call.answer(window), this.#deferAfter, { hidden: forAskerAlone });
    if (!reply) return count();
    const sent = await delivery.send(reply, {
      // A page is made by asking again, and what changes something is not to be done again.
      ...(!call.acts && { state }),
      hidden: forAskerAlone || reply.outcome !== 'answered',
    });
    count(sent ? reply.outcome : undefined);
    const took = Math.round(performance.now() - began);
    const by = moderation ? { by: context.asker.name } : {};
    this.parts.log.info({ command: name, outcome: reply.outcome, took, ...by }, 'Answered');
  }

  async #confirm(interaction: APIMessageComponentInteraction, respond: Respond): Promise<void> {
    const isDone = await confirm(
      { interaction, respond },
      {
        parts: this.parts,
        deferAfter: this.#deferAfter,
        find: (name) => this.#find(name),
        context: (one) => this.#context(one),
        delivery: (...of) => this.#delivery(...of),
        counter: (...of) => this.#counter(...of),
      },
    );
    if (isDone) return;
    const delivery = this.#delivery(interaction, respond, this.parts.live.serving.library);
    await this.#refuse(delivery, messages.discord.oldButton);
  }

  async #turnPage(interaction: APIMessageComponentInteraction, respond: Respond): Promise<void> {
    const began = performance.now();
    const context = this.#context(interaction);
    const { library } = context;
    const delivery = this.#delivery(interaction, respond, library);
    const state = decodeState(customIds(interaction.message));
    const target = decodeTarget(interaction.data.custom_id);
    const command = state && this.#find(state.command);
    if (!command || !target) return this.#refuse(delivery, messages.discord.oldButton);
    const message = state.message && (await readReferenced(this.reach, state.message));
    if (state.message && !message) return this.#refuse(delivery, messages.discord.messageGone);
    const options = message ? { ...state.options, message: message.text } : state.options;
    // Whoever did not ask gets a copy to turn the pages of, and the asker's stays as it is.
    const update = interaction.message.interaction_metadata?.user.id === userOf(interaction)?.id;
    const call = prepare(command, options, context, this.parts.log);
    // No page changes anything, whatever a button says that somebody made up.
    if (call.acts) return this.#refuse(delivery, messages.discord.oldButton);
    const answering = call.answer({ from: target.page });
    const count = this.#counter(command.name, 'button', began);
    const reply = await delivery.inTime(answering, this.#deferAfter, { update, hidden: true });
    if (!reply) return count();
    const now = shortRevision(library.revision);
    const notices = [
      ...(state.revision === now ? [] : [messages.discord.reloaded(now)]),
      ...(message?.edited ? [messages.discord.edited] : []),
    ];
    const sent = await delivery.send(reply, {
      state: { ...state, revision: now },
      target,
      ...(notices.length > 0 && { notice: notices.join('\n') }),
      update,
      hidden: true,
    });
    const { page } = target;
    count(sent ? reply.outcome : undefined);
    this.parts.log.info({ command: state.command, outcome: reply.outcome, page }, 'Turned a page');
  }

  /** What tells the observer how an answer to a question of `began` went; without an outcome, it was not delivered. */
  #counter(command: string, by: Answered['by'], began: number): (outcome?: Outcome) => void {
    return (outcome) => {
      const took = performance.now() - began;
      this.parts.observer?.answered({ command, outcome: outcome ?? 'undelivered', by, took });
    };
  }

  async #complete(
    interaction: APIApplicationCommandAutocompleteInteraction,
    respond: Respond,
  ): Promise<void> {
    const { log } = this.parts;
    try {
      const choices = await this.#choices(interaction);
      await respond({
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      });
    } catch (error) {
      // The next key brings the next request, so nobody waits for this one.
      log.warn({ err: error, command: interaction.data.name }, 'Sending choices failed');
    }
  }

  async #choices({ data }: APIApplicationCommandAutocompleteInteraction): Promise<Choice[]> {
    const { log, live } = this.parts;
    try {
      const { name, value } = focusedOption(data.options);
      const given = rawOptions(data.options);
      const { library } = live.serving;
      const deadline = createDeadline(this.parts.completeWithin ?? completingMs(library));
      const context = { library, given, deadline };
      const choices = (await this.#find(data.name)?.complete?.(name, value, context)) ?? [];
      const isShort = ({ length }: string) => length > 0 && length <= LIMITS.choice;
      const shown = choices.filter((choice) => isShort(choice.name) && isShort(choice.value));
      return shown.slice(0, LIMITS.choices);
    } catch (error) {
      log.warn({ err: error, command: data.name }, 'Completing an option failed');
      return [];
    }
  }

  get #deferAfter(): number {
    return this.parts.deferAfter ?? DEFER_AFTER_MS;
  }

  #find(name: string): Command | undefined {
    return this.parts.commands.find((command) => command.name === name);
  }

  #delivery(interaction: APIInteraction, respond: Respond, library: Library): Delivery {
    const { log, drawing } = this.parts;
    return new Delivery(interaction, { rest: this.reach.rest, respond, library, log, drawing });
  }

  #context(interaction: APIInteraction): Context {
    const { live } = this.parts;
    const { library } = live.serving;
    return { library, live, asker: this.#asker(interaction) };
  }

  /** Discord hides moderators' commands from others, but its settings can be changed; so this looks itself. */
  #asker(interaction: APIInteraction): Asker {
    const user = userOf(interaction);
    const home = this.parts.guildId !== undefined && interaction.guild_id === this.parts.guildId;
    const mayModerate = home && mayManage(interaction.member?.permissions);
    return { name: `${user?.username} (${user?.id})`, mayModerate };
  }
}

/** The state of an answer about a message: its text where that fits the buttons, else where to read it again. */
function stateOnMessage(
  state: PageState,
  interaction: APIMessageApplicationCommandInteraction,
  reach: Reach,
): PageState {
  if (fitsButtons(state)) return state;
  const { message: text, ...options } = state.options;
  const message = referenceTo(interaction, String(text), reach);
  return message ? { ...state, options, message } : state;
}
