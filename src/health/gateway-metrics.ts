import { Counter, Gauge, type Registry } from 'prom-client';
import { messages } from '../messages/index.js';
import type { BotObserver } from '../surfaces/discord/observer.js';

const { metrics: help } = messages.health;

/** The part of the metrics that is about the gateway and the requests to Discord. */
export class GatewayMetrics implements Omit<BotObserver, 'answered' | 'listening'> {
  readonly #isUp = new Map<number, boolean>();
  #connected = false;
  readonly #up: Gauge<'shard'>;
  readonly #lost: Counter<'shard' | 'code'>;
  readonly #starts: Counter<'shard' | 'how'>;
  readonly #startsLeft: Gauge;
  readonly #failures: Counter<'method' | 'failure'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#up = new Gauge({
      name: 'verbatim_gateway_up',
      help: help.gatewayUp,
      labelNames: ['shard'],
      registers,
    });
    this.#lost = new Counter({
      name: 'verbatim_gateway_lost_total',
      help: help.gatewayLost,
      labelNames: ['shard', 'code'],
      registers,
    });
    this.#starts = new Counter({
      name: 'verbatim_gateway_connects_total',
      help: help.gatewayConnects,
      labelNames: ['shard', 'how'],
      registers,
    });
    this.#startsLeft = new Gauge({
      name: 'verbatim_gateway_session_starts_left',
      help: help.sessionStartsLeft,
      registers,
    });
    // Nothing is known before Discord was asked, and 0 would be an alarm.
    this.#startsLeft.remove();
    this.#failures = new Counter({
      name: 'verbatim_discord_request_failures_total',
      help: help.requestFailures,
      labelNames: ['method', 'failure'],
      registers,
    });
  }

  connected(): void {
    this.#connected = true;
  }

  shardUp(shard: number, how: Parameters<BotObserver['shardUp']>[1]): void {
    this.#isUp.set(shard, true);
    this.#up.set({ shard }, 1);
    this.#starts.inc({ shard, how });
  }

  shardLost(shard: number, code: number): void {
    this.#isUp.set(shard, false);
    this.#up.set({ shard }, 0);
    this.#lost.inc({ shard, code });
  }

  sessionStartsLeft(left: number): void {
    this.#startsLeft.set(left);
  }

  requestFailed(method: string, failure: Parameters<BotObserver['requestFailed']>[1]): void {
    this.#failures.inc({ method, failure });
  }

  /** What is wrong with the connection to Discord; undefined where every shard of this process is up. */
  check(): string | undefined {
    if (!this.#connected) return messages.health.notConnected;
    const lost = [...this.#isUp].flatMap(([shard, isUp]) => (isUp ? [] : shard)).sort((a, b) => a - b);
    return lost.length > 0 ? messages.health.lost(lost) : undefined;
  }
}
