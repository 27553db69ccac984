import { type ChildProcess, fork } from 'node:child_process';
import type { Logger } from 'pino';
import { divideShards, type Shards, writeShards } from '../shards.js';
import { IdentifyTurns } from './identify-turns.js';
import { nextPause } from './pause.js';
import type { Place, ToManager, ToProcess } from './protocol.js';
import { type Asked, Rounds } from './round.js';

/** What the processes are started with. */
export interface SupervisorParts {
  /** The program that each runs. */
  readonly script: string;
  readonly args: readonly string[];
  /** How many. */
  readonly size: number;
  /** What they share among them; as many shards as processes at least. */
  readonly shards: Shards;
  readonly log: Logger;
  /** How many shards Discord lets identify themselves at a time. */
  readonly maxConcurrency: number;
}

/** How long a process may take to leave before it is killed, in milliseconds: the ten seconds that it gives itself, and some. */
const LEAVE_LIMIT_MS = 12_000;

/** One of the processes, across its restarts. */
interface Member {
  readonly place: Place;
  child: ChildProcess | undefined;
  startedAt: number;
  pause: number;
  restart: NodeJS.Timeout | undefined;
  /** True if it said that Discord does not let it in. */
  refused: boolean;
  /** Its shards that wait to identify themselves, by the process's own numbers, and those that may but have not said so. */
  readonly waiting: Map<number, AbortController>;
  readonly identifying: Map<number, () => void>;
}

/**
 * Runs several processes of one bot, each with a part of its shards. One that ends is started again after a pause
 * that grows; what one asks of the others goes through here.
 */
export class Supervisor {
  readonly #members: readonly Member[];
  readonly #rounds = new Rounds();
  readonly #turns: IdentifyTurns;
  #stopping = false;

  constructor(private readonly parts: SupervisorParts) {
    const { size, shards: reached } = parts;
    this.#members = divideShards(reached, size).map((shards, index) => ({
      place: { process: index + 1, size, shards, reached },
      child: undefined,
      startedAt: 0,
      pause: 0,
      restart: undefined,
      refused: false,
      waiting: new Map(),
      identifying: new Map(),
    }));
    this.#turns = new IdentifyTurns(parts.maxConcurrency);
  }

  /**
   * Starts all. The first has to be ready before the others follow: where it does not even start, neither would they.
   * Resolves to undefined then, or to the status that the first ended with.
   */
  async start(): Promise<number | undefined> {
    const [first, ...others] = this.#members;
    if (!first) return undefined;
    const status = await this.#startFirst(first);
    if (status === undefined && !this.#stopping) for (const member of others) this.#start(member);
    return status;
  }

  /** Has all leave, kills those that do not in time, and starts none again. Resolves when they are gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(
      this.#members.map(async ({ child, restart }) => {
        clearTimeout(restart);
        if (!child) return;
        const gone = new Promise((resolve) => child.once('exit', resolve));
        const kill = setTimeout(() => child.kill('SIGKILL'), LEAVE_LIMIT_MS);
        // A process leaves when nobody is left who started it, which is so on every system; not all have signals.
        if (child.connected) child.disconnect();
        await gone;
        clearTimeout(kill);
      }),
    );
  }

  #startFirst(member: Member): Promise<number | undefined> {
    return new Promise((resolve) => {
      const child = this.#start(member, (status) => resolve(status ?? 1));
      child.on('message', (message: ToManager) => {
        if (message.kind === 'ready') resolve(undefined);
      });
    });
  }

  /** Starts one. Where it ends before it was ready, `fail` is called instead of starting it again. */
  #start(member: Member, fail?: (status: number | null) => void): ChildProcess {
    const { script, args, log } = this.parts;
    const { place } = member;
    const child = fork(script, [...args, '--child', JSON.stringify(place)], { serialization: 'json' });
    Object.assign(member, { child, startedAt: performance.now(), refused: false });
    log.info(
      { process: place.process, pid: child.pid, shards: writeShards(place.shards) },
      'Started a process',
    );
    let failed = fail;
    let gone = false;
    const end = (status: number | null, signal: NodeJS.Signals | null) => {
      if (gone) return;
      gone = true;
      this.#lose(member);
      if (failed && !this.#stopping) failed(status);
      else this.#startAgain(member, { status, signal });
    };
    child.on('message', (message: ToManager) => {
      if (message.kind === 'ready') failed = undefined;
      this.#take(member, message);
    });
    child.on('exit', end);
    child.on('error', (error) => {
      log.error({ err: error, process: place.process }, 'A process could not be started or told something');
      if (child.pid === undefined) end(null, null);
    });
    return child;
  }

  #lose(member: Member): void {
    member.child = undefined;
    for (const waiting of member.waiting.values()) waiting.abort();
    for (const identified of member.identifying.values()) identified();
    member.waiting.clear();
    member.identifying.clear();
    this.#rounds.lose(member.place.process);
  }

  #startAgain(member: Member, ended: { status: number | null; signal: string | null }): void {
    const { log } = this.parts;
    const { process } = member.place;
    if (this.#stopping) {
      log.info({ process, ...ended }, 'A process has left');
      return;
    }
    member.pause = nextPause(member.pause, performance.now() - member.startedAt, member.refused);
    log.error(
      { process, ...ended, pause: member.pause },
      'A process ended and is started again after a pause',
    );
    member.restart = setTimeout(() => this.#start(member), member.pause);
  }

  #take(member: Member, message: ToManager): void {
    const { process } = member.place;
    switch (message.kind) {
      case 'ready':
        this.parts.log.info({ process }, 'A process is ready');
        break;
      case 'refused':
        member.refused = true;
        break;
      case 'identify':
        void this.#letIdentify(member, message.id, message.shard);
        break;
      case 'identified':
      case 'cancel':
        member.waiting.get(message.id)?.abort();
        member.identifying.get(message.id)?.();
        member.identifying.delete(message.id);
        break;
      case 'ask': {
        const others = this.#members.filter((other) => other !== member).map((other) => this.#asked(other));
        void this.#rounds
          .hear(others, message.ask)
          .then((heard) => send(member, { kind: 'heard', id: message.id, heard }));
        break;
      }
      case 'tell':
        this.#rounds.tell(process, message.id, message.told);
    }
  }

  async #letIdentify(member: Member, id: number, shard: number): Promise<void> {
    const controller = new AbortController();
    member.waiting.set(id, controller);
    try {
      const identified = await this.#turns.wait(shard, controller.signal);
      member.identifying.set(id, identified);
      send(member, { kind: 'identify', id });
    } catch {
      // It has ended, or thought better of it.
    } finally {
      // A child that was started again counts anew.
      if (member.waiting.get(id) === controller) member.waiting.delete(id);
    }
  }

  #asked(member: Member): Asked {
    return { process: member.place.process, send: (message) => send(member, message) };
  }
}

/** Says something to a process; false where it is not running. */
function send({ child }: Member, message: ToProcess): boolean {
  if (!child?.connected) return false;
  child.send(message, () => {}); // One that ends meanwhile is lost, and is heard of by that.
  return true;
}
