import type { LiveLibrary, ReloadOutcome } from '../library/live.js';
import { messages } from '../messages/index.js';
import type { EngineRecorder } from '../search/engine-recorder.js';
import type { BotObserver } from '../surfaces/discord/observer.js';
import { Checks } from './checks.js';
import { Metrics } from './metrics.js';
import { asJson, type PageServer, servePages } from './server.js';

/** Where the health of the bot can be read. */
export interface HealthOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** The names of the commands that are counted. */
  readonly commands: readonly string[];
}

/**
 * How a running bot is, over HTTP: `/live`, while the program runs; `/ready`, whether all checks hold; `/metrics`, for
 * Prometheus.
 */
export class Health {
  readonly #metrics: Metrics;
  #live: LiveLibrary | undefined;
  #server: PageServer | undefined;
  /** What must hold for the bot to be ready; any part of the program may add to it. */
  readonly checks = new Checks();
  /** What a bot on Discord reports to. */
  readonly observer: BotObserver;
  /** What an engine on other machines reports to. */
  readonly engine: EngineRecorder;

  private constructor(commands: readonly string[]) {
    this.#metrics = new Metrics(commands);
    this.observer = this.#metrics.observer;
    this.engine = this.#metrics.engine;
    this.checks.add('corpus', () => (this.#live ? undefined : messages.health.notLoaded));
  }

  /** Serves from now on. Rejects with the error of the system where it cannot listen. */
  static async open(options: HealthOptions): Promise<Health> {
    const health = new Health(options.commands);
    health.#server = await servePages(
      {
        '/live': async () => asJson(200, { live: true }),
        '/ready': () => health.#ready(),
        '/metrics': () => health.#page(),
      },
      options,
    );
    return health;
  }

  /** The port that it serves at. */
  get port(): number {
    return this.#server?.port ?? 0;
  }

  /** Has the bot be ready only while every shard of this process is connected. */
  expectGateway(): void {
    this.checks.add('gateway', () => this.#metrics.checkGateway());
  }

  /** Has the bot be ready only once it takes interactions over HTTP. */
  expectInteractions(): void {
    this.checks.add('interactions', () => this.#metrics.checkInteractions());
  }

  /** Has the bot be ready only while the cluster that holds its documents answers. */
  watchCluster(isAnswering: () => boolean): void {
    this.checks.add('cluster', () => (isAnswering() ? undefined : messages.health.clusterSilent));
  }

  /** Takes the corpus as loaded, and shows what it holds; to be called once. */
  watch(live: LiveLibrary): void {
    this.#live = live;
    this.#metrics.watch(live);
  }

  /** Is no longer ready, so that whoever distributes questions asks others. */
  beginStopping(): void {
    this.checks.add('stopping', () => messages.health.stopping);
  }

  /** Counts a reload. */
  readonly reloaded = (outcome: ReloadOutcome): void => this.#metrics.reloaded(outcome);

  /** Safe to call twice. */
  async close(): Promise<void> {
    await this.#server?.close();
  }

  async #ready() {
    const found = await this.checks.run();
    return asJson(found.ready ? 200 : 503, found);
  }

  async #page() {
    return { status: 200, ...(await this.#metrics.page()) };
  }
}
