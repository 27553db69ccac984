import type { Interaction, Outcome, SentMessage } from './interaction-desk.js';
import type { ModalBody, OptionBody } from './rules.js';
import { asApiMessage, type KnownCommand, type LocalDiscord } from './server.js';

/** Bits of Discord's permissions. */
export const ADMINISTRATOR = 1n << 3n;
export const MANAGE_GUILD = 1n << 5n;
export const USE_EXTERNAL_APPS = 1n << 50n;

/** Where a member asks. */
export type Place = 'server' | 'other server' | 'direct message' | 'installed by user';

const CONTEXT = { server: 0, 'other server': 0, 'direct message': 1, 'installed by user': 0 } as const;
/** Of two shards, it is on the other one than the bot's home server. */
const OTHER_GUILD = '200000000004194305';
const ANSWER_WITHIN_MS = 10_000;

/** A file that a member attaches. */
export class Upload {
  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
    /** What Discord says of it otherwise than is true: another size, or another address. */
    readonly said: { readonly size?: number; readonly url?: string } = {},
  ) {}
}

export type OptionValues = Readonly<Record<string, string | number | boolean | Upload>>;

/** Somebody on the local Discord who types commands, completes options and presses buttons. */
export class Member {
  constructor(
    private readonly discord: LocalDiscord,
    private readonly place: Place = 'server',
    private readonly permissions: bigint = USE_EXTERNAL_APPS,
    readonly id = '300000000000000001',
  ) {}

  /** The names of the commands that this member is shown here. */
  get visibleCommands(): string[] {
    return this.#known().flatMap((command) => (this.#isShown(command) ? [command.name] : []));
  }

  /** Types a command such as `quote` or `corpus reload` and returns the message that answers. */
  async type(name: string, options: OptionValues = {}): Promise<SentMessage> {
    if (!this.visibleCommands.includes(name.split(' ')[0] ?? ''))
      throw new Error(`/${name} is not shown here`);
    return this.force(name, options);
  }

  /** Chooses the command `name` on somebody's message and returns the message that answers. */
  async choose(name: string, message: object): Promise<SentMessage> {
    const command = this.#known().find(
      (known) => known.name === name && known.type === 3 && this.#isShown(known),
    );
    if (!command) throw new Error(`${name} is not shown here`);
    const id = this.discord.desk.nextId();
    const sent = asApiMessage({ id, channel_id: '400000000000000001', ...message }, '300000000000000009');
    this.discord.messages.set(id, sent);
    const data = { id: command.id, name, type: 3, target_id: id, resolved: { messages: { [id]: sent } } };
    return messageOf(await this.send(2, data));
  }

  /** The same for a command that Discord would not show, or does not know: what a changed client may send. */
  async force(name: string, options: OptionValues = {}): Promise<SentMessage> {
    return messageOf(await this.send(2, this.#commandData(name, options)));
  }

  /** The same for a command that is answered with a form, which is returned. */
  async openForm(name: string, options: OptionValues = {}): Promise<ModalBody> {
    const outcome = await this.send(2, this.#commandData(name, options));
    if (!('modal' in outcome)) throw new Error('That was not answered with a form');
    return outcome.modal;
  }

  /** Fills in a form by its labels and sends it in; what is longer than a field takes is no more typed than on Discord. */
  async submit(form: ModalBody, written: Readonly<Record<string, string>>): Promise<SentMessage> {
    const components = (form.components ?? []).map(({ label = '', component }, index) => {
      const { custom_id, max_length = 4000, required = true } = component ?? {};
      const value = (written[label] ?? '').slice(0, max_length);
      if (required && value === '') throw new Error(`The field ${label} is required`);
      return { type: 18, id: index + 1, component: { type: 4, id: index + 10, custom_id, value } };
    });
    return messageOf(await this.send(5, { custom_id: form.custom_id, components }));
  }

  /** Types `typed` into an option and returns the values of the choices that are offered. */
  async complete(name: string, option: string, typed: string, given: OptionValues = {}): Promise<string[]> {
    return (await this.choices(name, option, typed, given)).map(({ value }) => value);
  }

  /** The same, with the names of the choices, which are what is shown. */
  async choices(
    name: string,
    option: string,
    typed: string,
    given: OptionValues = {},
  ): Promise<readonly { readonly name: string; readonly value: string }[]> {
    const data = this.#commandData(name, { ...given, [option]: typed });
    // Of a command with subcommands, the options are inside.
    const typing = name.includes(' ') ? data.options.flatMap(({ options = [] }) => options) : data.options;
    for (const value of typing) if (value.name === option) Object.assign(value, { focused: true });
    const outcome = await this.send(4, data);
    if (!('choices' in outcome)) throw new Error('That was not answered with choices');
    return outcome.choices;
  }

  /** Presses the button with this label and returns the message as it then is, or the new one. */
  async press(message: SentMessage, label: string): Promise<SentMessage> {
    const button = message.components
      ?.flatMap(({ components = [] }) => components)
      .find((one) => one.label === label);
    if (!button) throw new Error(`There is no button ${label}`);
    if (button.disabled) throw new Error(`The button ${label} cannot be pressed`);
    if (button.custom_id === undefined) throw new Error(`The button ${label} leads to ${button.url}`);
    return messageOf(await this.send(3, { custom_id: button.custom_id, component_type: 2 }, message));
  }

  /** Chooses the option with this label in the menu with this placeholder, and returns the message that answers. */
  async select(message: SentMessage, placeholder: string, label: string): Promise<SentMessage> {
    const menu = message.components
      ?.flatMap(({ components = [] }) => components)
      .find((one) => one.placeholder === placeholder);
    const option = menu?.options?.find((one) => one.label === label);
    if (!menu || !option) throw new Error(`There is no option ${label} in a menu ${placeholder}`);
    const data = { custom_id: menu.custom_id, component_type: menu.type, values: [option.value] };
    return messageOf(await this.send(3, data, message));
  }

  /** Sends an interaction of `type` with `data` to the bot and returns what it is answered with. */
  async send(type: number, data: object, message?: SentMessage): Promise<Outcome> {
    const interaction = this.open(type, data, message);
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('No answer came')), ANSWER_WITHIN_MS).unref();
    });
    return Promise.race([interaction.settled, late]);
  }

  /** Sends an interaction without waiting for its answer. */
  open(type: number, data: object, message?: SentMessage): Interaction {
    const { desk, endpoint, gateway, applicationId } = this.discord;
    const guildId = this.#guildId();
    const user = { id: this.id, username: 'member', discriminator: '0', avatar: null, global_name: null };
    const interaction = desk.open({
      id: desk.nextId(),
      type,
      channelId: '400000000000000001',
      user,
      forcedEphemeral: this.place === 'installed by user' && (this.permissions & USE_EXTERNAL_APPS) === 0n,
      pressedOn: message,
    });
    const payload = {
      id: interaction.id,
      token: interaction.token,
      application_id: applicationId,
      type,
      version: 1,
      channel_id: interaction.channelId,
      channel: { id: interaction.channelId, type: guildId === null ? 1 : 0 },
      ...(guildId === null ? { user } : { guild_id: guildId, member: this.#asMember(user) }),
      app_permissions: '0',
      locale: 'en-GB',
      ...(guildId !== null && { guild_locale: 'en-GB' }),
      entitlements: [],
      authorizing_integration_owners:
        this.place === 'installed by user' ? { '1': this.id } : { '0': guildId ?? '0' },
      context: CONTEXT[this.place],
      attachment_size_limit: 10 * 1024 * 1024,
      data,
      ...(message && { message: asApiMessage(message, applicationId) }),
    };
    if (endpoint.isRegistered) void endpoint.deliver(interaction, payload);
    else gateway.dispatch('INTERACTION_CREATE', payload, guildId);
    return interaction;
  }

  #asMember(user: object): object {
    const joined = { joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 };
    return { user, roles: [], permissions: String(this.permissions), avatar: null, nick: null, ...joined };
  }

  #guildId(): string | null {
    if (this.place === 'direct message') return null;
    return this.place === 'server' ? this.discord.guildId : OTHER_GUILD;
  }

  #known(): KnownCommand[] {
    return this.discord.commandsIn(this.#guildId());
  }

  /** True if Discord shows a command here: by context, by installation, and by permission. */
  #isShown({ contexts, integration_types, default_member_permissions: needed }: KnownCommand): boolean {
    if (contexts && !contexts.includes(CONTEXT[this.place])) return false;
    const installation = this.place === 'installed by user' ? 1 : 0;
    if (integration_types && !integration_types.includes(installation)) return false;
    if (needed === undefined || needed === null || this.permissions & ADMINISTRATOR) return true;
    return (this.permissions & BigInt(needed)) === BigInt(needed) && needed !== '0';
  }

  #commandData(name: string, values: OptionValues) {
    const [first = '', subcommand] = name.split(' ');
    const command = this.discord.commandsIn(this.discord.guildId).find((known) => known.name === first);
    const declared = subcommand === undefined ? command?.options : optionsOf(command?.options, subcommand);
    const attachments: Record<string, object> = {};
    const options = Object.entries(values).map(([option, value]) => {
      const attachment = value instanceof Upload ? this.discord.attach(value) : undefined;
      if (attachment) attachments[attachment.id] = attachment;
      const type = declared?.find((one) => one.name === option)?.type;
      return {
        name: option,
        type: type ?? (attachment ? 11 : typeof value === 'boolean' ? 5 : 3),
        value: attachment?.id ?? value,
      };
    });
    const inner = subcommand === undefined ? options : [{ name: subcommand, type: 1, options }];
    const resolved = Object.keys(attachments).length > 0 && { resolved: { attachments } };
    return {
      id: command?.id ?? '1',
      name: first,
      type: 1,
      options: inner as { name: string; options?: { name: string }[] }[],
      ...resolved,
    };
  }
}

function optionsOf(options: OptionBody[] | undefined, subcommand: string): OptionBody[] | undefined {
  return options?.find(({ name }) => name === subcommand)?.options;
}

function messageOf(outcome: Outcome): SentMessage {
  if (!('message' in outcome)) throw new Error('That was not answered with a message');
  return outcome.message;
}
