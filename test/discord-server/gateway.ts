import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const HEARTBEAT_INTERVAL_MS = 30_000;

interface GatewayFrame {
  op: number;
  d?: unknown;
  s?: number | null;
  t?: string;
}

/** The socket side of a local Discord: it greets, identifies, acknowledges heartbeats and sends events. */
export class Gateway {
  readonly #server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  #socket: WebSocket | undefined;
  #sequence = 0;
  /** What the bot last said of itself. */
  lastIdentify: object | undefined;
  /** How often a bot identified itself. */
  identified = 0;

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
    return this.#socket !== undefined;
  }

  /** Sends an event to the bot; throws where none is connected. */
  dispatch(event: string, data: object): void {
    if (!this.#socket) throw new Error('No bot is connected');
    this.#send({ op: 0, t: event, s: ++this.#sequence, d: data });
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #greet(socket: WebSocket): void {
    const send = (frame: GatewayFrame) => socket.send(JSON.stringify(frame));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as GatewayFrame;
      if (op === 1) send({ op: 11 });
      if (op === 2) this.#identify(socket, d as { token: string; shard?: [number, number] });
    });
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = undefined;
    });
    send({ op: 10, d: { heartbeat_interval: HEARTBEAT_INTERVAL_MS } });
  }

  #identify(socket: WebSocket, identify: { token: string; shard?: [number, number] }): void {
    const { token, shard } = identify;
    if (token !== this.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    this.#socket = socket;
    this.lastIdentify = identify;
    this.identified++;
    this.dispatch('READY', {
      v: 10,
      user: { id: this.applicationId, username: 'verbatim', discriminator: '0', avatar: null, bot: true },
      guilds: [],
      session_id: `session-${this.identified}`,
      resume_gateway_url: this.#url,
      shard: shard ?? [0, 1],
      application: { id: this.applicationId, flags: 0 },
    });
  }

  #send(frame: GatewayFrame): void {
    this.#socket?.send(JSON.stringify(frame));
  }
}
