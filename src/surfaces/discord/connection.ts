import { setTimeout } from 'node:timers/promises';
import {
  type APIGatewaySessionStartLimit,
  type Client,
  Events,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import type { Logger } from 'pino';
import { createClient, type Part } from './client.js';
import { GatewayLife, type GatewaySource } from './gateway-life.js';
import type { BotObserver } from './observer.js';
import { StartClock } from './start-clock.js';

type GatewayManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** What @discordjs/ws 1.2.3 keeps in a strategy without showing it: its shards, each with the socket that it opened last. */
interface Sockets {
  readonly shards: ReadonlyMap<number, { readonly connection: WebSocket | null }>;
}

type WebSocket = { onerror: (() => void) | null; terminate(): void };

/** What a connection is made with. */
export interface ConnectionParts extends Part {
  readonly token: string;
  /** Another base of Discord's API, such as a local one. */
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
  readonly observer?: BotObserver | undefined;
  /** Called with the client before it goes on Discord, to listen to it. */
  readonly prepare: (client: Client) => void;
}

/** How long a closing handshake may take, in milliseconds: a second, which a round trip around the world does not. */
const CLOSE_WITHIN_MS = 1_000;

/** No more sessions may be started until Discord counts anew. */
export class NoSessionsLeftError extends Error {}

/** One client of discord.js from its login until it is given up. */
export class Connection {
  readonly client: Client;
  readonly #life: GatewayLife;
  #manager: GatewayManager | undefined;
  #strategy: SimpleShardingStrategy | undefined;
  #leaving = false;
  #clock: StartClock | undefined;

  constructor(private readonly parts: ConnectionParts) {
    const { log, apiUrl, observer, shards, waitToIdentify } = parts;
    this.#life = new GatewayLife({ log, observer, onNewSession: () => void this.#countSessions() });
    const buildStrategy = (manager: GatewayManager) => {
      this.#manager = manager;
      const source = manager as unknown as GatewaySource;
      this.#life.follow(source);
      source.on('ready', () => this.#clock?.advance());
      this.#strategy = new SimpleShardingStrategy(manager);
      return this.#strategy;
    };
    const wait =
      waitToIdentify && ((shard: number, signal: AbortSignal) => this.#wait(waitToIdentify(shard, signal)));
    const part = { shards, waitToIdentify: wait };
    this.client = createClient(log, apiUrl, { ws: { buildStrategy }, observer, ...part });
    parts.prepare(this.client);
  }

  /** Settles where Discord closes the connection for good. */
  get refused(): GatewayLife['refused'] {
    return this.#life.refused;
  }

  /**
   * Goes on Discord. Rejects with a NotReadyError where it came no further for so many milliseconds, with a
   * NoSessionsLeftError where there are fewer than shards, with a GatewayRefusedError where Discord closes for good, and
   * with the error of discord.js otherwise.
   */
  async open(within: number): Promise<Client<true>> {
    const ready = new Promise<Client<true>>((resolve) => this.client.once(Events.ClientReady, resolve));
    const clock = new StartClock(within);
    this.#clock = clock;
    const refused = this.refused.then((error) => {
      throw error;
    });
    try {
      // Rejects where discord.js cannot log in, and otherwise settles before it is ready.
      const login = this.#login().then(() => ready);
      const client = await Promise.race([refused, login, clock.late]);
      this.parts.observer?.connected();
      void this.#countSessions();
      return client;
    } finally {
      this.#clock = undefined;
      clock.stop();
    }
  }

  /** Waits for a turn to identify, which is not Discord's delay. */
  #wait(turn: Promise<void>): Promise<void> {
    return this.#clock ? this.#clock.without(turn) : turn;
  }

  /** Leaves Discord, whatever state the connection is in, and does not come back. */
  async leave(): Promise<void> {
    this.#leaving = true;
    this.#life.end();
    // Closed while it waits for HELLO or READY, a shard of @discordjs/ws 1.2.3 connects again and its `destroy` never
    // settles; this is what it asks for before it connects.
    if (this.#manager) this.#manager.options.retrieveSessionInfo = () => new Promise(() => {});
    const sockets = this.#sockets();
    const closing = new AbortController();
    const limit = setTimeout(CLOSE_WITHIN_MS, undefined, { signal: closing.signal }).catch(() => {});
    await Promise.race([this.client.destroy(), limit]);
    closing.abort();
    // `destroy` closes open sockets alone: one that still connects would open, and stay.
    for (const socket of sockets) {
      socket.onerror = () => {};
      socket.terminate();
    }
  }

  #sockets(): WebSocket[] {
    const { shards } = (this.#strategy as unknown as Sockets | undefined) ?? { shards: new Map() };
    return Array.from(shards.values(), ({ connection }) => connection).filter((socket) => socket !== null);
  }

  async #login(): Promise<void> {
    try {
      await this.client.login(this.parts.token);
    } catch (error) {
      // discord.js has an error without a code for this.
      const left = await this.#sessionStarts().catch(() => undefined);
      const shards = await this.#manager?.getShardIds().catch(() => []);
      if (!left || left.remaining >= (shards?.length ?? 0)) throw error;
      throw new NoSessionsLeftError(`Discord allows no more sessions for ${left.reset_after} ms`, {
        cause: error,
      });
    }
  }

  /** How many sessions may be started, as last asked, or as of now where that is `fresh`. */
  async #sessionStarts(fresh = false): Promise<APIGatewaySessionStartLimit | undefined> {
    return (await this.#manager?.fetchGatewayInformation(fresh))?.session_start_limit;
  }

  /** Logs how many sessions may still be started, which Discord limits by the day. */
  async #countSessions(): Promise<void> {
    const { log, observer } = this.parts;
    try {
      const limit = await this.#sessionStarts(true);
      if (!limit || this.#leaving) return;
      const { total, remaining, reset_after: resetsIn } = limit;
      log.info({ remaining, total, resetsIn }, 'Session starts left');
      observer?.sessionStartsLeft(remaining);
    } catch (error) {
      if (!this.#leaving) log.warn({ err: error }, 'Asking how many sessions may be started failed');
    }
  }
}
