import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.js';
import { builtNode } from './build-node.js';
import { NodeProcess } from './node-process.js';
import { freePorts } from './ports.js';

/** What a cluster is started with. */
export interface ClusterOptions {
  readonly nodes: number;
  /** The heap of each node; 512 if not said, of which tests of some 100,000 passages use a part. */
  readonly heapMiB?: number;
  /** Flags of each JVM; if not said, those with which it starts soonest, and not those with which it runs fastest. */
  readonly javaFlags?: readonly string[];
  /** The processors that each node believes to have, which size its pools of threads; 2 if not said. */
  readonly processors?: number;
  /** Settings of each node, beside or instead of those that are given here. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  /** How long it may take until it is green, and until a fault is mended, in ms; 180,000 if not said. */
  readonly timeoutMs?: number;
}

/** What a node that answers says of the cluster. */
export interface Health {
  readonly status: 'green' | 'yellow' | 'red';
  /** How many nodes the cluster has, as it says. */
  readonly nodes: number;
}

/** A cluster on loopback, and what may befall it. A node is named by its place in `addresses`. */
export interface Cluster {
  /** Where each node answers: `http://127.0.0.1:PORT`. They stay as they are when a node starts again. */
  readonly addresses: readonly string[];
  /** Where its nodes have their data and logs, in the folder for temporary files. */
  readonly folder: string;
  /** The process id of each node; undefined while it does not run. */
  pids(): Promise<readonly (number | undefined)[]>;
  /** What the first node that answers says; undefined if none does, or none knows (no majority). */
  health(): Promise<Health | undefined>;
  /** Resolves when it has so many nodes and no shard misses (`green`), or no primary (`yellow`, if said). */
  settled(nodes: number, worst?: 'green' | 'yellow'): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(node: number): Promise<void>;
  /** SIGSTOP; connections to it stay open, and nothing answers. */
  freeze(node: number): Promise<void>;
  /** SIGCONT. */
  thaw(node: number): Promise<void>;
  /** Kills it if it runs, and starts it over the same data; resolves when it answers. */
  restart(node: number): Promise<void>;
  /** Refuses, or allows again, all that writes, in the whole cluster. */
  readOnly(on: boolean): Promise<void>;
  /** Takes every fault back and resolves when the cluster is green with all its nodes. */
  mend(): Promise<void>;
  /** Ends all its processes and removes their data. */
  stop(): Promise<void>;
}

/** Three JVMs that start on two processors take 30 s; a busy machine may take several times that. */
const TIMEOUT_MS = 180_000;
/** Between two looks at a node that does not answer yet. */
const PAUSE_MS = 100;
/** Copies of these tests' small shards are made within some seconds; one that is not by then hangs, half an hour if let. */
const COPIED_MS = 45_000;

/** Started with these, a node takes half the processor time until it answers: 4.2 s instead of 8.8 s on one machine. */
const SOON = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

const FOLDER = 'verbatim-cluster-';

/** Removes what clusters left whose tests were killed: the name of a folder has its owner's process id. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const owner = name.startsWith(FOLDER) ? Number(name.slice(FOLDER.length).split('-')[0]) : Number.NaN;
    if (Number.isNaN(owner)) continue;
    try {
      process.kill(owner, 0);
    } catch (fault) {
      // Another user's process runs as well: it only cannot be signalled.
      if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') continue;
      await rm(path.join(os.tmpdir(), name), { recursive: true, force: true });
    }
  }
}

class LocalCluster implements Cluster {
  readonly addresses: readonly string[];
  readonly #nodes: readonly NodeProcess[];
  readonly folder: string;
  readonly #timeoutMs: number;

  constructor(
    nodes: readonly NodeProcess[],
    addresses: readonly string[],
    folder: string,
    timeoutMs: number,
  ) {
    this.#nodes = nodes;
    this.addresses = addresses;
    this.folder = folder;
    this.#timeoutMs = timeoutMs;
  }

  async pids() {
    return this.#nodes.map(({ pid }) => pid);
  }

  async health(): Promise<Health | undefined> {
    for (const address of this.addresses) {
      try {
        const { status, body } = await ask(`${address}/_cluster/health?timeout=1s`, { timeoutMs: 2_000 });
        const { status: colour, number_of_nodes } = body as {
          status: Health['status'];
          number_of_nodes: number;
        };
        if (status === 200) return { status: colour, nodes: number_of_nodes };
      } catch {
        // This one is down or frozen; the next may know.
      }
    }
    return undefined;
  }

  settled(nodes: number, worst: 'green' | 'yellow' = 'green'): Promise<void> {
    return this.#until(`${worst} with ${nodes} nodes`, () => this.#is(nodes, worst));
  }

  async #is(nodes: number, worst: 'green' | 'yellow'): Promise<boolean> {
    const health = await this.health();
    return health?.nodes === nodes && (health.status === 'green' || health.status === worst);
  }

  kill(node: number): Promise<void> {
    return this.#node(node).kill();
  }

  freeze(node: number): Promise<void> {
    return this.#node(node).freeze();
  }

  thaw(node: number): Promise<void> {
    return this.#node(node).thaw();
  }

  async restart(node: number): Promise<void> {
    const process = this.#node(node);
    await process.kill();
    process.start();
    await this.#until(`node ${node} answers`, async () => {
      if (!process.pid) throw new Error(`Node ${node} ended:\n${process.lastLines()}`);
      return ask(`${this.addresses[node]}/`).then(
        () => true,
        () => false,
      );
    });
  }

  async readOnly(on: boolean): Promise<void> {
    const body = { persistent: { 'cluster.blocks.read_only': on || null } };
    await this.#until(`read-only ${on}`, async () => {
      for (const address of this.addresses) {
        const set = ask(`${address}/_cluster/settings`, { method: 'PUT', body });
        if (await set.then(({ status }) => status === 200).catch(() => false)) return true;
      }
      return false;
    });
  }

  async mend(): Promise<void> {
    for (const node of this.#nodes) await node.thaw();
    // Together: one that starts alone may wait for another, without which there is no majority.
    await Promise.all(this.#nodes.map((node, n) => (node.pid ? undefined : this.restart(n))));
    await this.settled(this.#nodes.length, 'yellow');
    await this.readOnly(false);
    await this.#placed(COPIED_MS).catch(async () => {
      // Nodes that start anew begin to copy anew.
      await Promise.all(this.#nodes.map((_, n) => this.restart(n)));
      await this.#placed(this.#timeoutMs);
    });
  }

  /** Resolves when it is green with all its nodes. A shard that could not be placed five times is tried again only if told so. */
  #placed(withinMs: number): Promise<void> {
    const placed = async () => {
      if (await this.#is(this.#nodes.length, 'green')) return true;
      for (const address of this.addresses) {
        await ask(`${address}/_cluster/reroute?retry_failed=true`, { method: 'POST' }).catch(() => undefined);
      }
      return false;
    };
    return this.#until(`green with ${this.#nodes.length} nodes`, placed, withinMs);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.kill()));
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Starts all nodes and resolves when the cluster is green. */
  async start(): Promise<void> {
    for (const node of this.#nodes) node.start();
    await this.#until(`green with ${this.#nodes.length} nodes`, async () => {
      const dead = this.#nodes.findIndex(({ pid }) => !pid);
      if (dead !== -1) throw new Error(`Node ${dead} ended:\n${this.#nodes[dead]?.lastLines()}`);
      return this.#is(this.#nodes.length, 'green');
    });
  }

  #node(n: number): NodeProcess {
    const node = this.#nodes[n];
    if (!node) throw new Error(`There is no node ${n}: they are counted from 0 to ${this.#nodes.length - 1}`);
    return node;
  }

  async #until(what: string, met: () => Promise<boolean>, withinMs = this.#timeoutMs): Promise<void> {
    const start = performance.now();
    while (!(await met())) {
      if (performance.now() - start > withinMs) {
        const logs = this.#nodes.map((node, n) => `node ${n} (${node.pid ?? 'ended'}):\n${node.lastLines()}`);
        throw new Error(`The cluster is not “${what}” after ${withinMs} ms.\n${logs.join('\n\n')}`);
      }
      await wait(PAUSE_MS);
    }
  }
}

/**
 * Starts a cluster of OpenSearch on loopback and waits until it is green with all its nodes. It ends with this process
 * if nobody stops it before.
 *
 * @throws if it is not green in time or a node ends, with the last lines of its log; nothing runs then
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { nodes: count, heapMiB = 512, javaFlags = SOON, processors = 2, settings = {} } = options;
  const classPath = await builtNode();
  await sweep();
  const folder = await mkdtemp(path.join(os.tmpdir(), `${FOLDER}${process.pid}-`));
  const ports = await freePorts(2 * count);
  const [http, transport] = [ports.slice(0, count), ports.slice(count)];
  const names = http.map((_, n) => `node-${n}`);
  const nodes = names.map((name, n) => {
    const own = {
      'cluster.name': path.basename(folder),
      'node.name': name,
      'network.host': '127.0.0.1',
      'http.port': http[n] ?? 0,
      'transport.port': transport[n] ?? 0,
      'discovery.seed_hosts': transport.map((port) => `127.0.0.1:${port}`).join(),
      'cluster.initial_cluster_manager_nodes': names.join(),
      'node.processors': processors,
      // A full disk of the machine is not what is tested.
      'cluster.routing.allocation.disk.threshold_enabled': false,
    };
    const home = path.join(folder, name);
    return new NodeProcess({ home, classPath, heapMiB, javaFlags, settings: { ...own, ...settings } });
  });
  const addresses = http.map((port) => `http://127.0.0.1:${port}`);
  const cluster = new LocalCluster(nodes, addresses, folder, options.timeoutMs ?? TIMEOUT_MS);
  try {
    await cluster.start();
  } catch (fault) {
    await cluster.stop();
    throw fault;
  }
  return cluster;
}
