import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ofJdk } from './tools.js';

/** How a node is run. */
export interface NodeOptions {
  /** Its own folder: data, configuration and log. */
  readonly home: string;
  readonly classPath: string;
  readonly heapMiB: number;
  /** Further flags of the JVM. */
  readonly javaFlags: readonly string[];
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

/** How many of a log's last lines tell why a start failed: a fault of Java with its causes. */
const TOLD_LINES = 30;

/**
 * Stops a process until its own input ends. It is a process of its own, since one that is stopped does not notice that
 * the tests died: so it goes on then, and ends by itself.
 */
const FREEZE = `trap '' INT; kill -STOP "$0" && echo; read -r _; kill -CONT "$0"`;

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** A node of a cluster as a process, which can be killed, frozen and started again over the same data. */
export class NodeProcess {
  readonly #options: NodeOptions;
  #process: ChildProcess | undefined;
  #freezer: ChildProcess | undefined;

  constructor(options: NodeOptions) {
    this.#options = options;
  }

  /** Its process id; undefined while it does not run. */
  get pid(): number | undefined {
    return this.#process && !ended(this.#process) ? this.#process.pid : undefined;
  }

  get #logFile(): string {
    return path.join(this.#options.home, 'node.log');
  }

  /** The last lines of its log. */
  lastLines(): string {
    const log = existsSync(this.#logFile) ? readFileSync(this.#logFile, 'utf8') : '';
    return log.trimEnd().split('\n').slice(-TOLD_LINES).join('\n');
  }

  /** Starts it, unless it runs. It listens some seconds later, or ends. */
  start(): void {
    if (this.pid) return;
    const { home, classPath, heapMiB, javaFlags, settings } = this.#options;
    mkdirSync(path.join(home, 'config'), { recursive: true });
    const log = openSync(this.#logFile, 'a');
    const flags = [
      `-Xms${heapMiB}m`,
      `-Xmx${heapMiB}m`,
      '--add-opens=java.base/java.lang=ALL-UNNAMED',
      // Where a container's group of processes has no folder of its own, the root's is read.
      '-Dopensearch.cgroups.hierarchy.override=/',
      '-Dlog4j2.level=INFO',
      // It would leave a file outside its folder when it is killed.
      '-XX:-UsePerfData',
      ...javaFlags,
    ];
    const all = Object.entries({ 'path.home': home, ...settings }).map(([name, value]) => `${name}=${value}`);
    this.#process = spawn(ofJdk('java'), [...flags, '-cp', classPath, 'TestNode', ...all], {
      cwd: home,
      stdio: ['pipe', log, log],
    });
    closeSync(log);
    // What is thrown here is told by `pid`: it does not run.
    this.#process.on('error', () => {});
    this.#process.stdin?.on('error', () => {});
  }

  /** Ends it at once, as a power cut does (SIGKILL), and resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child && this.pid) {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }
    await this.thaw();
  }

  /** Stops it where it is (SIGSTOP): its connections stay, and nothing answers. Does nothing if it is frozen. */
  async freeze(): Promise<void> {
    if (!this.pid) throw new Error('A node that does not run cannot be frozen');
    if (this.#freezer) return;
    const freezer = spawn('sh', ['-c', FREEZE, String(this.pid)], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#freezer = freezer;
    await once(freezer.stdout, 'data');
  }

  /** Lets it go on (SIGCONT). Does nothing if it is not frozen. */
  async thaw(): Promise<void> {
    const freezer = this.#freezer;
    if (!freezer) return;
    this.#freezer = undefined;
    const exit = ended(freezer) ? undefined : once(freezer, 'exit');
    freezer.stdin?.end();
    await exit;
  }
}
