import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Logger } from 'pino';
import { COMPLETING_MS } from '../../command/choices.js';
import type { Asker, Choice, Command, Context, RawOptions } from '../../command/command.js';
import { prepare } from '../../command/run.js';
import type { LiveLibrary } from '../../library/live.js';
import { messages } from '../../messages/index.js';
import type { Drawing } from '../../picture/drawing.js';
import { MAX_EXCERPTS } from '../../reply/json.js';
import { say } from '../../reply/reply.js';
import { seal } from '../../reply/seal.js';
import { createDeadline } from '../../text/pace.js';
import { Delivery } from './delivery.js';
import { LIMITS } from './limits.js';
import { readReferenced, referenceTo } from './message-reference.js';
import { messageText } from './message-text.js';
import { decodeState, decodeTarget, fitsButtons, type PageState, shortRevision } from './page-state.js';

/** A command as it was asked for: typed, or chosen on a message. */
type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** What answering on Discord takes. */
export interface InteractionParts {
  readonly commands: readonly Command[];
  readonly live: LiveLibrary;
  readonly log: Logger;
  /** Draws the pictures of answers. */
  readonly drawing: Drawing;
  /** The one server from which the bot is moderated; without one, nobody on Discord is a moderator. */
  readonly guildId: string | undefined;
  /** After how many milliseconds without an answer Discord is told that it takes longer; a second if left out. */
  readonly deferAfter?: number | undefined;
  /** How many milliseconds choices are looked for; `COMPLETING_MS` if left out. */
  readonly completeWithin?: number | undefined;
}

/** A third of what Discord waits for a first response, so that the deferral itself is in time on a slow line. */
const DEFER_AFTER_MS = 1_000;

/** Answers each interaction that Discord sends, from the commands. */
export class Interactions {
  constructor(private readonly parts: InteractionParts) {}

  /** Answers one interaction; rejects only where an error of ours could not be told to the member either. */
  async answer(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) await this.#complete(interaction);
    else if (interaction.isChatInputCommand())
      await this.#command(interaction, rawOptions(interaction.options.data));
    else if (interaction.isMessageContextMenuCommand()) {
      await this.#command(interaction, { message: messageText(interaction.targetMessage) });
    } else if (interaction.isButton()) await this.#turnPage(interaction);
  }

  async #command(interaction: CommandInteraction, raw: RawOptions): Promise<void> {
    const began = performance.now();
    const context = this.#context(interaction);
    const delivery = new Delivery(interaction, context.library, this.parts.log, this.parts.drawing);
    const name = interaction.commandName;
    const command = this.#find(name);
    if (!command) {
      const gone = messages.discord.commandGone(name);
      return delivery.send(seal(say('invalid', gone), context.library), { hidden: true });
    }
    const { private: hidden, ...options } = raw;
    const call = prepare(command, raw, context, this.parts.log);
    const moderation = command.moderation ?? false;
    // Whoever verifies somebody's message cannot say who is to see the answer, so nobody else does.
    const onMessage = interaction.isMessageContextMenuCommand();
    const forAskerAlone = moderation || onMessage || hidden === true;
    const made = { command: name, options, revision: shortRevision(context.library.revision) };
    const state = onMessage ? stateOnMessage(made, interaction) : made;
    // Pages that cannot be turned are handed over as a file, as much as a line of JSON holds.
    const window = fitsButtons(state) ? { from: 0 } : { from: 0, excerpts: MAX_EXCERPTS };
    if (call.slow && !(await delivery.defer({ hidden: forAskerAlone }))) return;
    const reply = await delivery.inTime(call.answer(window), this.#deferAfter, { hidden: forAskerAlone });
    if (!reply) return;
    await delivery.send(reply, {
      state,
      hidden: forAskerAlone || reply.outcome !== 'answered',
    });
    const took = Math.round(performance.now() - began);
    const by = moderation ? { by: context.asker.name } : {};
    this.parts.log.info({ command: name, outcome: reply.outcome, took, ...by }, 'Answered');
  }

  async #turnPage(interaction: ButtonInteraction): Promise<void> {
    const context = this.#context(interaction);
    const { library } = context;
    const delivery = new Delivery(interaction, library, this.parts.log, this.parts.drawing);
    const state = decodeState(customIds(interaction));
    const target = decodeTarget(interaction.customId);
    const command = state && this.#find(state.command);
    if (!command || !target) {
      return delivery.send(seal(say('invalid', messages.discord.oldButton), library), { hidden: true });
    }
    const message = state.message && (await readReferenced(interaction.client, state.message));
    if (state.message && !message) {
      return delivery.send(seal(say('invalid', messages.discord.messageGone), library), { hidden: true });
    }
    const options = message ? { ...state.options, message: message.text } : state.options;
    // Whoever did not ask gets a copy to turn the pages of, and the asker's stays as it is.
    const update = interaction.message.interactionMetadata?.user.id === interaction.user.id;
    const answering = prepare(command, options, context, this.parts.log).answer({ from: target.page });
    const reply = await delivery.inTime(answering, this.#deferAfter, { update, hidden: true });
    if (!reply) return;
    const now = shortRevision(library.revision);
    const notices = [
      ...(state.revision === now ? [] : [messages.discord.reloaded(now)]),
      ...(message?.edited ? [messages.discord.edited] : []),
    ];
    await delivery.send(reply, {
      state: { ...state, revision: now },
      target,
      ...(notices.length > 0 && { notice: notices.join('\n') }),
      update,
      hidden: true,
    });
    const { page } = target;
    this.parts.log.info({ command: state.command, outcome: reply.outcome, page }, 'Turned a page');
  }

  async #complete(interaction: AutocompleteInteraction): Promise<void> {
    const { log } = this.parts;
    try {
      await interaction.respond(await this.#choices(interaction));
    } catch (error) {
      // The next key brings the next request, so nobody waits for this one.
      log.warn({ err: error, command: interaction.commandName }, 'Sending choices failed');
    }
  }

  async #choices(interaction: AutocompleteInteraction): Promise<Choice[]> {
    const { log, live } = this.parts;
    try {
      const { name, value } = interaction.options.getFocused(true);
      const given = rawOptions(interaction.options.data);
      const deadline = createDeadline(this.parts.completeWithin ?? COMPLETING_MS);
      const context = { library: live.serving.library, given, deadline };
      const choices = (await this.#find(interaction.commandName)?.complete?.(name, value, context)) ?? [];
      const isShort = ({ length }: string) => length > 0 && length <= LIMITS.choice;
      const shown = choices.filter((choice) => isShort(choice.name) && isShort(choice.value));
      return shown.slice(0, LIMITS.choices);
    } catch (error) {
      log.warn({ err: error, command: interaction.commandName }, 'Completing an option failed');
      return [];
    }
  }

  get #deferAfter(): number {
    return this.parts.deferAfter ?? DEFER_AFTER_MS;
  }

  #find(name: string): Command | undefined {
    return this.parts.commands.find((command) => command.name === name);
  }

  #context(interaction: CommandInteraction | ButtonInteraction): Context {
    const { live } = this.parts;
    const { library } = live.serving;
    return { library, live, asker: this.#asker(interaction) };
  }

  /** Discord hides moderators' commands from others, but its settings can be changed; so this looks itself. */
  #asker({ user, guildId, memberPermissions }: CommandInteraction | ButtonInteraction): Asker {
    const home = this.parts.guildId !== undefined && guildId === this.parts.guildId;
    const mayModerate = home && (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);
    return { name: `${user.username} (${user.id})`, mayModerate };
  }
}

/** The state of an answer about a message: its text where that fits the buttons, else where to read it again. */
function stateOnMessage(state: PageState, interaction: MessageContextMenuCommandInteraction): PageState {
  if (fitsButtons(state)) return state;
  const { message: text, ...options } = state.options;
  const message = referenceTo(interaction, String(text));
  return message ? { ...state, options, message } : state;
}

/** The values of options by name, the subcommand's name among them. */
function rawOptions(data: readonly CommandInteractionOption[]): RawOptions {
  const raw: Record<string, string | number | boolean> = {};
  for (const { name, value, options } of data) {
    if (value !== undefined && value !== null) raw[name] = value;
    else Object.assign(raw, { subcommand: name }, rawOptions(options ?? []));
  }
  return raw;
}

/** The custom ids of all buttons of the message that was pressed on. */
function customIds({ message }: ButtonInteraction): string[] {
  return message.components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((component) => component.customId ?? [])
      : [],
  );
}
