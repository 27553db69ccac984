import {
  alreadyAcknowledged,
  refuseProblems,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './errors.js';
import {
  choiceProblems,
  deferProblems,
  type MessageBody,
  type ModalBody,
  messageProblems,
  modalProblems,
} from './rules.js';

/** How long an interaction waits for its first response, and how long its token lives after, in milliseconds. */
export const FIRST_RESPONSE_MS = 3_000;
const TOKEN_LIFE_MS = 15 * 60_000;
const EPHEMERAL = 1 << 6;

/** A file that came with a message. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly description: string | undefined;
}

/** A message as members see it. */
export interface SentMessage extends MessageBody {
  readonly id: string;
  readonly channel_id: string;
  readonly files: readonly SentFile[];
  readonly ephemeral: boolean;
  readonly interaction_metadata: {
    id: string;
    type: number;
    user: object;
    authorizing_integration_owners: object;
  };
}

/** An interaction as it was sent to the bot, and what became of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly type: number;
  readonly user: { id: string };
  /** True if Discord hides the answer whatever the bot asks for. */
  readonly forcedEphemeral: boolean;
  /** The message whose button was pressed. */
  readonly pressedOn: SentMessage | undefined;
  /** On the desk's clock, in milliseconds. */
  readonly sentAt: number;
  acknowledged: boolean;
  message: SentMessage | undefined;
  settle(outcome: Outcome): void;
  /** Makes it known that no answer will come. */
  fail(error: Error): void;
  /** Called once it is too late for a first response. */
  expire(): void;
  readonly settled: Promise<Outcome>;
}

/** What a member sees of an answer. */
export type Outcome =
  | { readonly message: SentMessage }
  | { readonly choices: { name: string; value: string }[] }
  | { readonly modal: ModalBody };

interface Callback {
  readonly type: number;
  readonly data?: MessageBody & { custom_id?: string; title?: string } & {
    choices?: { name: string; value: string }[];
  };
}

/** Takes the bot's answers to interactions as Discord would: one each, in time, within the limits. */
export class InteractionDesk {
  readonly #byToken = new Map<string, Interaction>();
  #lastId = 900_000_000_000_000_000n;
  /** In milliseconds. It stands still unless a test moves it, so that no machine is too slow to answer in time. */
  #now = 0;

  /** A new id, later than those before. */
  nextId(): string {
    return String(++this.#lastId);
  }

  /** Lets so many milliseconds go by for all interactions. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const interaction of this.#byToken.values()) {
      if (!interaction.acknowledged && this.#now - interaction.sentAt > FIRST_RESPONSE_MS)
        interaction.expire();
    }
  }

  /** Forgets every interaction: what is answered later is not known. */
  forget(): void {
    this.#byToken.clear();
  }

  open(
    parts: Pick<Interaction, 'id' | 'type' | 'channelId' | 'user' | 'forcedEphemeral' | 'pressedOn'>,
  ): Interaction {
    let settle: Interaction['settle'] = () => {};
    let fail: Interaction['fail'] = () => {};
    const settled = new Promise<Outcome>((resolve, reject) => {
      settle = resolve;
      fail = reject;
    });
    // Not everybody who asks waits for the answer.
    settled.catch(() => {});
    const state = { sentAt: this.#now, acknowledged: false, message: undefined, expire: () => {} };
    const outcome = { settle, fail, settled };
    const interaction: Interaction = { ...parts, ...state, ...outcome, token: `token-${parts.id}` };
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  /** `POST /interactions/{id}/{token}/callback` */
  callback(id: string, token: string, { type, data }: Callback, files: SentFile[]): void {
    const interaction = this.#byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    if (interaction.acknowledged) throw alreadyAcknowledged();
    if (this.#now - interaction.sentAt > FIRST_RESPONSE_MS) throw unknownInteraction();
    if (type === 4 || type === 7) this.#takeMessage(interaction, type, data ?? {}, files);
    else if (type === 5) this.#takeDefer(interaction, data);
    else if (type === 6) this.#takeDeferredUpdate(interaction, data);
    else if (type === 8) this.#takeChoices(interaction, data?.choices ?? []);
    else if (type === 9) this.#takeModal(interaction, (data ?? {}) as ModalBody);
    else refuseProblems([`type: ${type} is not answered here`]);
    interaction.acknowledged = true;
  }

  /** `PATCH /webhooks/{application}/{token}/messages/@original` */
  editOriginal(token: string, body: MessageBody, files: SentFile[]): SentMessage {
    const interaction = this.#alive(token);
    if (!interaction.message) throw unknownMessage();
    const merged = { ...interaction.message, ...body };
    refuseProblems(messageProblems(merged, files.length));
    interaction.message = { ...merged, files };
    interaction.settle({ message: interaction.message });
    return interaction.message;
  }

  /** `POST /webhooks/{application}/{token}` */
  followUp(token: string, body: MessageBody, files: SentFile[]): SentMessage {
    const interaction = this.#alive(token);
    refuseProblems(messageProblems(body, files.length));
    const message = this.#message(interaction, body, files);
    interaction.settle({ message });
    return message;
  }

  #alive(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    const expired = interaction && this.#now - interaction.sentAt > TOKEN_LIFE_MS;
    if (!interaction?.acknowledged || expired) throw unknownWebhook();
    return interaction;
  }

  #takeMessage(interaction: Interaction, type: number, data: MessageBody, files: SentFile[]): void {
    const { pressedOn } = interaction;
    if (type === 7 && !pressedOn) refuseProblems(['type: there is no message to update']);
    // An update keeps what it does not name; its author stays the one who asked first.
    const body = type === 7 && pressedOn ? { ...pressedOn, ...data } : data;
    refuseProblems(messageProblems(body, files.length));
    interaction.message =
      type === 7 && pressedOn ? { ...pressedOn, ...data, files } : this.#message(interaction, data, files);
    interaction.settle({ message: interaction.message });
  }

  #takeDefer(interaction: Interaction, data: MessageBody | undefined): void {
    refuseProblems(deferProblems(data));
    interaction.message = this.#message(interaction, data ?? {}, []);
  }

  #takeDeferredUpdate(interaction: Interaction, data: MessageBody | undefined): void {
    if (!interaction.pressedOn) refuseProblems(['type: there is no message to update']);
    refuseProblems(deferProblems(data));
    interaction.message = interaction.pressedOn;
  }

  #takeChoices(interaction: Interaction, choices: { name: string; value: string }[]): void {
    if (interaction.type !== 4) refuseProblems(['type: choices only for autocomplete']);
    refuseProblems(choiceProblems(choices));
    interaction.settle({ choices });
  }

  #takeModal(interaction: Interaction, modal: ModalBody): void {
    // To a form no other can be the answer, and to typing neither.
    if (interaction.type !== 2 && interaction.type !== 3) refuseProblems(['type: no modal here']);
    refuseProblems(modalProblems(modal));
    interaction.settle({ modal });
  }

  #message(interaction: Interaction, body: MessageBody, files: readonly SentFile[]): SentMessage {
    const { id, user, type, channelId, forcedEphemeral } = interaction;
    return {
      ...body,
      id: this.nextId(),
      channel_id: channelId,
      files,
      ephemeral: forcedEphemeral || ((body.flags ?? 0) & EPHEMERAL) !== 0,
      interaction_metadata: { id, type, user, authorizing_integration_owners: { '1': user.id } },
    };
  }
}
