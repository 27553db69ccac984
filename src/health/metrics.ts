import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { LiveLibrary, ReloadOutcome } from '../library/live.js';
import { messages } from '../messages/index.js';
import type { EngineRecorder } from '../search/engine-recorder.js';
import type { BotObserver } from '../surfaces/discord/observer.js';
import { measureCorpus } from './corpus-metrics.js';
import { GatewayMetrics } from './gateway-metrics.js';

const { metrics: help } = messages.health;

/**
 * Upper bounds of the times to answer, in seconds: from what most answers take to the 3 that Discord waits for a first
 * response, and beyond them what a deferred answer may take.
 */
const ANSWER_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
/** Upper bounds of the times of an engine's requests, in seconds: from a round trip in a rack to a time-out. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What is counted of a running bot. Every label is a fixed word, a number or a revision; none was typed. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #gateway = new GatewayMetrics(this.#registry);
  #isReached = false;
  readonly #commands = new Counter({
    name: 'verbatim_commands_total',
    help: help.commands,
    labelNames: ['command', 'outcome', 'by'],
    registers: [this.#registry],
  });
  readonly #answering = new Histogram({
    name: 'verbatim_answer_seconds',
    help: help.answering,
    labelNames: ['command'],
    buckets: ANSWER_BUCKETS,
    registers: [this.#registry],
  });
  readonly #reloads = new Counter({
    name: 'verbatim_reloads_total',
    help: help.reloads,
    labelNames: ['result'],
    registers: [this.#registry],
  });
  readonly #requests = new Counter({
    name: 'verbatim_engine_requests_total',
    help: help.engineRequests,
    labelNames: ['kind', 'outcome'],
    registers: [this.#registry],
  });
  readonly #requesting = new Histogram({
    name: 'verbatim_engine_request_seconds',
    help: help.engineRequesting,
    labelNames: ['kind'],
    buckets: REQUEST_BUCKETS,
    registers: [this.#registry],
  });

  /** Of a bot with these commands. */
  constructor(commands: readonly string[]) {
    // What an alert goes by is there from the start, since a rate knows no first time.
    for (const command of commands) {
      for (const outcome of ['failed', 'undelivered'])
        this.#commands.inc({ command, outcome, by: 'command' }, 0);
    }
    for (const result of ['faulty', 'failed']) this.#reloads.inc({ result }, 0);
    // The process: memory, processor, open files, garbage, and how long the event loop was held.
    collectDefaultMetrics({ register: this.#registry });
  }

  /** What a bot on Discord reports to. */
  get observer(): BotObserver {
    const gateway = this.#gateway;
    return {
      answered: ({ command, outcome, by, took }) => {
        this.#commands.inc({ command, outcome, by });
        this.#answering.observe({ command }, took / 1_000);
      },
      listening: () => {
        this.#isReached = true;
      },
      connected: () => gateway.connected(),
      shardUp: (shard, how) => gateway.shardUp(shard, how),
      shardLost: (shard, code) => gateway.shardLost(shard, code),
      sessionStartsLeft: (left) => gateway.sessionStartsLeft(left),
      requestFailed: (method, failure) => gateway.requestFailed(method, failure),
    };
  }

  /** What an engine on other machines reports to. */
  readonly engine: EngineRecorder = {
    requested: (kind, outcome, took) => {
      this.#requests.inc({ kind, outcome });
      this.#requesting.observe({ kind }, took / 1_000);
    },
  };

  /** Counts a reload. */
  reloaded(result: ReloadOutcome): void {
    this.#reloads.inc({ result });
  }

  /** Adds what is known of the documents; to be called once. */
  watch(live: LiveLibrary): void {
    measureCorpus(this.#registry, live);
  }

  /** What is wrong with the connection to Discord; undefined where nothing is. */
  checkGateway(): string | undefined {
    return this.#gateway.check();
  }

  /** What is wrong with the way of interactions over HTTP; undefined where nothing is. */
  checkInteractions(): string | undefined {
    return this.#isReached ? undefined : messages.health.notListening;
  }

  /** All of it as Prometheus reads it, and the type of that text. */
  async page(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() };
  }
}
