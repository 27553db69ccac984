import { CloseCodes, type ManagerShardEventsMap } from 'discord.js';
import type { Logger } from 'pino';
import type { BotObserver } from './observer.js';
import { GatewayRefusedError, refusalOf } from './refusal.js';

/** The events of @discordjs/ws by name, since discord.js exports another enumeration as `WebSocketShardEvents`. */
type GatewayEvents = { [Name in keyof ManagerShardEventsMap as `${Name}`]: ManagerShardEventsMap[Name] };

/** What tells of shards' connections: the manager of @discordjs/ws. */
export interface GatewaySource {
  on<Name extends keyof GatewayEvents>(name: Name, then: (...payload: GatewayEvents[Name]) => void): unknown;
}

/** A shard as it stands. */
interface ShardLife {
  isUp: boolean;
  /** True once it was up. */
  wasUp: boolean;
  /** When it was lost, on the monotonic clock, in milliseconds. */
  lostAt: number;
  /** True if an error was logged since it was up. */
  failed: boolean;
}

/** What follows the life of the gateway. */
export interface GatewayLifeParts {
  readonly log: Logger;
  readonly observer: BotObserver | undefined;
  /** Called after a session was started in place of one that was lost. */
  readonly onNewSession: () => void;
}

/** Follows the connections to Discord, by shard: logs what happens to them and tells the observer. */
export class GatewayLife {
  readonly #shards = new Map<number, ShardLife>();
  #over = false;
  #refuse: (error: GatewayRefusedError) => void = () => {};
  /** Settles where Discord closes a connection for good. */
  readonly refused = new Promise<GatewayRefusedError>((resolve) => {
    this.#refuse = resolve;
  });

  constructor(private readonly parts: GatewayLifeParts) {}

  follow(source: GatewaySource): void {
    source.on('closed', ({ code, shardId }) => this.#closed(shardId, code));
    source.on('ready', ({ shardId }) => this.#up(shardId, false));
    source.on('resumed', ({ shardId }) => this.#up(shardId, true));
    source.on('error', ({ error, shardId }) => this.#failed(shardId, error));
  }

  /** What happens from now on is our own doing. */
  end(): void {
    this.#over = true;
    for (const [shard, life] of this.#shards) {
      if (life.isUp) this.parts.observer?.shardLost(shard, CloseCodes.Normal);
      life.isUp = false;
    }
  }

  #closed(shard: number, code: number): void {
    if (this.#over) return;
    const { log, observer } = this.parts;
    const refused = refusalOf(code);
    const life = this.#life(shard);
    if (life.isUp) {
      Object.assign(life, { isUp: false, lostAt: performance.now(), failed: false });
      log.warn({ shard, code }, 'Lost the connection to Discord');
      observer?.shardLost(shard, code);
    } else {
      // discord.js tries twice a second, which is too much to tell.
      log.debug({ shard, code }, 'Connecting to Discord failed');
    }
    if (!refused) return;
    this.#refuse(
      new GatewayRefusedError(`Discord closed shard ${shard} for good with ${code}`, refused, code),
    );
  }

  #up(shard: number, resumed: boolean): void {
    if (this.#over) return;
    const { log, observer, onNewSession } = this.parts;
    const life = this.#life(shard);
    const away = Math.round(performance.now() - life.lostAt);
    const how = resumed ? 'resumed' : life.wasUp ? 'reconnected' : 'started';
    Object.assign(life, { isUp: true, wasUp: true, failed: false });
    if (how === 'started') log.info({ shard }, 'Session started');
    else if (how === 'resumed') log.info({ shard, away }, 'Session resumed');
    else log.info({ shard, away }, 'Reconnected with a new session');
    observer?.shardUp(shard, how);
    if (how === 'reconnected') onNewSession();
  }

  #failed(shard: number, error: Error): void {
    if (this.#over) return;
    const life = this.#life(shard);
    const { log } = this.parts;
    if (life.failed) log.debug({ shard, err: error }, 'Another error in the connection to Discord');
    else log.warn({ shard, err: error }, 'Error in the connection to Discord');
    life.failed = true;
  }

  #life(shard: number): ShardLife {
    const known = this.#shards.get(shard) ?? { isUp: false, wasUp: false, lostAt: 0, failed: false };
    this.#shards.set(shard, known);
    return known;
  }
}
