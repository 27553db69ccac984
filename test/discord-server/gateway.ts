import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const HEARTBEAT_INTERVAL_MS = 30_000;

interface GatewayFrame {
  op: number;
  d?: unknown;
  s?: number | null;
  t?: string;
}

interface Identify {
  readonly token: string;
  readonly shard?: [number, number];
}

interface Resume {
  readonly session_id: string;
}

/** A shard that identified itself. */
interface Session {
  readonly socket: WebSocket;
  readonly shard: number;
  readonly of: number;
  sequence: number;
}

/** Discord lets `max_concurrency` shards identify in so many milliseconds, one of each `shard % max_concurrency`. */
export const IDENTIFY_EVERY_MS = 5_000;

/** The socket side of a local Discord: it greets, identifies, acknowledges heartbeats and sends events. */
export class Gateway {
  readonly #server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    verifyClient: ({ req }, settle: (opens: boolean) => void) => this.#open(req.socket, settle),
  });
  readonly #waiting = new Set<Socket>();
  readonly #sessions = new Set<Session>();
  /** When a shard last identified itself, by `shard % max_concurrency`. */
  readonly #identifiedAt = new Map<number, number>();
  /** What the bot last said of itself. */
  lastIdentify: object | undefined;
  /** How often a bot connected. */
  connections = 0;
  /** False: whoever connects waits for its handshake without end. */
  opens = true;
  /** How often a bot took up its session again. */
  resumed = 0;
  /** False: whoever connects is not greeted with HELLO. */
  greets = true;
  /** False: whoever identifies itself is not told READY. */
  admits = true;
  /** The code with which whoever identifies itself is sent away. */
  refuseWith: number | undefined;
  /** False: no session is taken up again. */
  resumes = true;
  /** The shards that identified themselves, in order; those that came too soon are not among them. */
  readonly identifiedShards: number[] = [];
  /** How often one identified itself too soon after another, or once too often a day, and was refused. */
  tooSoon = 0;
  /** How many shards Discord recommends. */
  recommended = 1;
  /** How many sessions may be started, as `/gateway/bot` tells it. */
  readonly limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  /** Every session that was started, by its id, as it stands. */
  readonly #started = new Map<string, Session>();

  constructor(
    private readonly token: string,
    private readonly applicationId: string,
  ) {
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  async listen(): Promise<string> {
    if (this.#server.address() === null) await once(this.#server, 'listening');
    return this.#url;
  }

  get #url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get connected(): boolean {
    return this.#sessions.size > 0;
  }

  /** How often a bot identified itself. */
  get identified(): number {
    return this.identifiedShards.length;
  }

  /** The shards that are connected, in ascending order. */
  get shards(): number[] {
    return Array.from(this.#sessions, ({ shard }) => shard).sort((a, b) => a - b);
  }

  /** Lets the time between two identifications go by. */
  passIdentifyTime(): void {
    this.#identifiedAt.clear();
  }

  /**
   * Sends an event to the shard that has the server `guildId`, or of no server to shard 0; throws where that is not
   * connected.
   */
  dispatch(event: string, data: object, guildId: string | null = null): void {
    const number = BigInt(guildId ?? 0) >> 22n;
    const to = [...this.#sessions].filter(({ shard, of }) => Number(number % BigInt(of)) === shard);
    if (to.length === 0) throw new Error('No bot is connected');
    for (const session of to) send(session.socket, { op: 0, t: event, s: ++session.sequence, d: data });
  }

  /** Closes the bot's connection with one of Discord's codes. */
  drop(code: number): void {
    for (const client of this.#server.clients) client.close(code);
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const client of this.#server.clients) client.terminate();
  }

  /** How many wait for their handshake. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** How many connections are open. */
  get open(): number {
    return this.#server.clients.size;
  }

  /** Asks the bot to connect again. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions) send(socket, { op: 7 });
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    for (const socket of this.#waiting) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #open(socket: Socket, settle: (opens: boolean) => void): void {
    if (this.opens) settle(true);
    else {
      this.#waiting.add(socket);
      socket.on('close', () => this.#waiting.delete(socket));
      // Whoever goes is not seen to go while nobody reads.
      socket.on('end', () => socket.destroy()).resume();
    }
  }

  #greet(socket: WebSocket): void {
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as GatewayFrame;
      if (op === 1) send(socket, { op: 11 });
      if (op === 2) this.#identify(socket, d as Identify);
      if (op === 6) this.#resume(socket, d as Resume);
    });
    socket.on('close', () => {
      for (const session of this.#sessions) if (session.socket === socket) this.#sessions.delete(session);
    });
    this.connections++;
    if (this.greets) send(socket, { op: 10, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
  }

  #identify(socket: WebSocket, identify: Identify): void {
    const { token, shard: [shard, of] = [0, 1] } = identify;
    if (token !== this.token) socket.close(4004, 'Authentication failed.');
    else if (shard >= of) socket.close(4010, 'Invalid shard.');
    else if (this.#isTooSoon(shard)) {
      this.tooSoon++;
      send(socket, { op: 9, d: false });
    } else this.#startSession(socket, identify, shard, of);
  }

  #startSession(socket: WebSocket, identify: Identify, shard: number, of: number): void {
    this.limit.remaining--;
    this.lastIdentify = identify;
    this.identifiedShards.push(shard);
    if (this.refuseWith !== undefined) socket.close(this.refuseWith);
    if (!this.admits || this.refuseWith !== undefined) return;
    const session = { socket, shard, of, sequence: 1 };
    const session_id = `session-${this.identified}`;
    this.#sessions.add(session);
    this.#started.set(session_id, session);
    const d = {
      v: 10,
      user: { id: this.applicationId, username: 'verbatim', discriminator: '0', avatar: null, bot: true },
      guilds: [],
      session_id,
      resume_gateway_url: this.#url,
      shard: [shard, of],
      application: { id: this.applicationId, flags: 0 },
    };
    send(socket, { op: 0, t: 'READY', s: session.sequence, d });
  }

  #resume(socket: WebSocket, { session_id }: Resume): void {
    const known = this.#started.get(session_id);
    if (!this.resumes || !known) {
      send(socket, { op: 9, d: false });
      return;
    }
    const session = { ...known, socket };
    this.#started.set(session_id, session);
    this.#sessions.add(session);
    this.resumed++;
    send(socket, { op: 0, t: 'RESUMED', s: ++session.sequence, d: {} });
  }

  #isTooSoon(shard: number): boolean {
    if (this.limit.remaining <= 0) return true;
    const key = shard % this.limit.max_concurrency;
    const now = performance.now();
    if (now - (this.#identifiedAt.get(key) ?? -IDENTIFY_EVERY_MS) < IDENTIFY_EVERY_MS) return true;
    this.#identifiedAt.set(key, now);
    return false;
  }
}

function send(socket: WebSocket, frame: GatewayFrame): void {
  socket.send(JSON.stringify(frame));
}
