import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Asker, Command, Context } from '../../command/command.js';
import type { Library } from '../../library/library.js';
import type { LiveLibrary } from '../../library/live.js';
import type { Drawing } from '../../picture/drawing.js';
import type { Outcome } from '../../reply/reply.js';
import type { AttachmentSource } from './attachments.js';
import { Delivery } from './delivery.js';
import type { Answered, BotObserver } from './observer.js';
import { mayManage, userOf } from './payload.js';
import type { Reach, Respond } from './webhook.js';

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

/** What every kind of interaction is answered with: the commands, who asks, the way back, and what is told of it. */
export class Answering {
  constructor(
    readonly parts: InteractionParts,
    readonly reach: Reach,
  ) {}

  /** After how many milliseconds without an answer Discord is told that it takes longer. */
  get deferAfter(): number {
    return this.parts.deferAfter ?? DEFER_AFTER_MS;
  }

  /** The command of that name; undefined where there is none. */
  find(name: string): Command | undefined {
    return this.parts.commands.find((command) => command.name === name);
  }

  /** The way of the one answer to an interaction. */
  delivery(interaction: APIInteraction, respond: Respond, library: Library): Delivery {
    const { log, drawing } = this.parts;
    return new Delivery(interaction, { rest: this.reach.rest, respond, library, log, drawing });
  }

  /** What an answer is made from, by the corpus that serves now. */
  context(interaction: APIInteraction): Context {
    const { live } = this.parts;
    const { library } = live.serving;
    return { library, live, asker: this.#asker(interaction) };
  }

  /** What tells the observer how an answer to a question of `began` went; without an outcome, it was not delivered. */
  counter(command: string, by: Answered['by'], began: number): (outcome?: Outcome) => void {
    return (outcome) => {
      const took = performance.now() - began;
      this.parts.observer?.answered({ command, outcome: outcome ?? 'undelivered', by, took });
    };
  }

  /** Discord hides moderators' commands from others, but its settings can be changed; so this looks itself. */
  #asker(interaction: APIInteraction): Asker {
    const user = userOf(interaction);
    const home = this.parts.guildId !== undefined && interaction.guild_id === this.parts.guildId;
    const mayModerate = home && mayManage(interaction.member?.permissions);
    return { name: `${user?.username} (${user?.id})`, mayModerate };
  }
}
