import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Cdn, type HostedFile } from './cdn.js';
import { Endpoint } from './endpoint.js';
import { missingAccess, Refusal, refuseProblems, unauthorized, unknownRoute } from './errors.js';
import { Gateway } from './gateway.js';
import { InteractionDesk, type SentFile } from './interaction-desk.js';
import type { Upload } from './member.js';
import { type CommandBody, commandProblems, type MessageBody } from './rules.js';

/** A request that the bot made. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A command as Discord keeps it. */
export interface KnownCommand extends CommandBody {
  readonly id: string;
}

/** A Discord on loopback, as far as a bot that answers interactions can tell it from the real one. */
export class LocalDiscord {
  readonly token = 'MTAwMDAwMDAwMDAwMDAwMDAx.local.discord-for-tests-0123456789';
  readonly applicationId = '100000000000000001';
  /** The server that the bot was added to. */
  readonly guildId = '200000000000000001';
  readonly desk = new InteractionDesk();
  /** Where interactions go instead of the gateway, once an address is registered. */
  readonly endpoint = new Endpoint(this.desk);
  /** Where the files are that members attach. */
  readonly cdn = new Cdn();
  readonly requests: SeenRequest[] = [];
  /** Called with what was refused as no valid request, and why. */
  onRefused: (request: Pick<SeenRequest, 'method' | 'path'>, refusal: Refusal) => void = () => {};
  /** The messages that the bot may read, by their ids. */
  readonly messages = new Map<string, object>();
  /** Called before each answer; a test may wait in it, or throw a Refusal. */
  intercept: (request: SeenRequest) => Promise<void> | void = () => {};

  readonly #gateway = new Gateway(this.token, this.applicationId);
  readonly #http = createServer((request, response) => void this.#serve(request, response));
  readonly #commands = new Map<string, KnownCommand[]>();

  static async start(): Promise<LocalDiscord> {
    const discord = new LocalDiscord();
    discord.#http.listen(0, '127.0.0.1');
    await once(discord.#http, 'listening');
    await discord.cdn.listen();
    return discord;
  }

  /** What DISCORD_API_URL is set to. */
  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/api`;
  }

  get gateway(): Gateway {
    return this.#gateway;
  }

  /** The commands that a member of `guildId` (null: in a direct message) can know of. */
  commandsIn(guildId: string | null): KnownCommand[] {
    const global = this.#commands.get('global') ?? [];
    return guildId === null ? global : [...global, ...(this.#commands.get(guildId) ?? [])];
  }

  /** Takes a file that a member attaches to a command. */
  attach({ name, bytes, said }: Upload): HostedFile {
    return { ...this.cdn.host(this.desk.nextId(), name, bytes), ...said };
  }

  /** How often the bot told it of commands. */
  get registrations(): number {
    return this.requests.filter(({ method }) => method === 'PUT').length;
  }

  /** Forgets what was asked and answered so far, for those who ask more than memory holds. */
  forget(): void {
    this.requests.length = 0;
    this.messages.clear();
    this.desk.forget();
    this.cdn.forget();
  }

  /** Safe to call twice. */
  async stop(): Promise<void> {
    if (!this.#http.listening) return;
    await this.#gateway.close();
    await this.cdn.close();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = (status: number, body?: unknown) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      response.writeHead(status, text === undefined ? {} : { 'content-type': 'application/json' }).end(text);
    };
    try {
      const { body, files } = await readBody(request);
      const [path = ''] = decodeURIComponent(request.url ?? '').split('?');
      const seen = { method: request.method ?? '', path: path.replace(/^\/api\/v10/, ''), body };
      this.requests.push(seen);
      await this.intercept(seen);
      const result = await this.#route(seen, files, request.headers.authorization === `Bot ${this.token}`);
      answer(result === undefined ? 204 : 200, result);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, code, message, errors } = error;
      if (status === 400) this.onRefused({ method: request.method ?? '', path: request.url ?? '' }, error);
      answer(status, { code, message, ...(errors && { errors }) });
    }
  }

  async #route(
    { method, path, body }: SeenRequest,
    files: SentFile[],
    authorized: boolean,
  ): Promise<unknown> {
    const [, first, id = '', token = '', last] = path.split('/');
    if (first === 'interactions' && last === 'callback') {
      this.desk.callback(id, token, body as Parameters<InteractionDesk['callback']>[2], files);
      return undefined;
    }
    if (first === 'webhooks') {
      const message = body as MessageBody;
      const sent =
        method === 'PATCH'
          ? this.desk.editOriginal(token, message, files)
          : this.desk.followUp(token, message, files);
      return asApiMessage(sent, this.applicationId);
    }
    if (!authorized) throw unauthorized();
    const message = /^\/channels\/\d+\/messages\/(\d+)$/.exec(path);
    if (message && method === 'GET') {
      const found = this.messages.get(message[1] ?? '');
      if (!found) throw unknownRoute();
      return found;
    }
    if (path === '/applications/@me') {
      return { id: this.applicationId, verify_key: this.endpoint.publicKey, bot: { id: this.applicationId } };
    }
    if (path === '/gateway/bot') return this.#gatewayInfo();
    const commands = /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/.exec(path);
    if (commands?.[1] === this.applicationId) return this.#keepCommands(method, commands[2], body);
    throw unknownRoute();
  }

  async #gatewayInfo(): Promise<object> {
    const { recommended, limit } = this.#gateway;
    const remaining = Math.max(limit.remaining, 0);
    const url = await this.#gateway.listen();
    return { url, shards: recommended, session_start_limit: { ...limit, remaining } };
  }

  #keepCommands(method: string, guildId: string | undefined, body: unknown): object[] {
    if (guildId !== undefined && guildId !== this.guildId) throw missingAccess();
    const place = guildId ?? 'global';
    if (method === 'PUT') {
      const commands = body as CommandBody[];
      refuseProblems(commandProblems(commands));
      this.#commands.set(
        place,
        commands.map((command) => ({ ...command, id: this.desk.nextId() })),
      );
    }
    return (this.#commands.get(place) ?? []).map((command) => this.#asApiCommand(command, guildId));
  }

  /** A command as Discord gives it back: with what it adds, today or in a later version, and without what is a default. */
  #asApiCommand(command: KnownCommand, guildId: string | undefined): object {
    return {
      ...(JSON.parse(
        JSON.stringify(command, (key, value) => (key === 'required' && !value ? undefined : value)),
      ) as object),
      application_id: this.applicationId,
      // Contexts and installations are of global commands alone; a server's have what the application's default is.
      ...(guildId !== undefined && { guild_id: guildId, contexts: null, integration_types: [0] }),
      version: command.id,
      type: command.type ?? 1,
      // A command on messages declares no description, and is given back with an empty one.
      description: command.description ?? '',
      options: command.options?.map((option) => ({ ...option, description_localizations: null })) ?? [],
      name_localizations: null,
      description_localizations: null,
      default_member_permissions: command.default_member_permissions ?? null,
      dm_permission: true,
      nsfw: false,
      handler: null,
      global_popularity_rank: 7,
    };
  }
}

async function readBody(request: IncomingMessage): Promise<{ body: unknown; files: SentFile[] }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    return { body: bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : undefined, files: [] };
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const body = JSON.parse(String(form.get('payload_json'))) as MessageBody & { data?: MessageBody };
  const descriptions = body.data?.attachments ?? body.attachments ?? [];
  const files: SentFile[] = [];
  for (const [key, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (id === undefined || typeof value === 'string') continue;
    const description = descriptions.find((attachment) => String(attachment.id) === id)?.description;
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ name: value.name, bytes: content, text: content.toString('utf8'), description });
  }
  return { body, files };
}

/** A message with the fields that Discord always gives. */
export function asApiMessage(
  message: MessageBody & { id: string; channel_id: string },
  author: string,
): object {
  const { files: _, ephemeral: __, ...body } = message as unknown as Record<string, unknown>;
  return {
    type: 20,
    content: '',
    embeds: [],
    components: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    edited_timestamp: null,
    timestamp: new Date().toISOString(),
    flags: 0,
    ...body,
    attachments: [],
    author: { id: author, username: 'verbatim', discriminator: '0', avatar: null, bot: true },
  };
}
