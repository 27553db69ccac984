import { commands } from '../../commands/index.js';
import { completingMs } from '../../src/command/choices.js';
import type { RawOptions } from '../../src/command/command.js';
import { prepare } from '../../src/command/run.js';
import { describeFault } from '../../src/corpus/fault.js';
import type { Library } from '../../src/library/library.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { PLAIN, plainText } from '../../src/reply/plain-text.js';
import type { EngineRecorder } from '../../src/search/engine-recorder.js';
import { createDeadline } from '../../src/text/pace.js';

/** Who asks in a measurement. */
const ASKER = { name: 'the benchmark', mayModerate: true };

/**
 * The program as the speed benchmark sees it: started over a folder, asked, reloaded. This file is all that the
 * benchmark knows of it.
 */
export class Started {
  readonly #log = createLog('silent');

  private constructor(
    private readonly live: LiveLibrary,
    /** Leaves what the documents came from. */
    readonly close: () => Promise<void> = async () => {},
  ) {}

  /** Starts over the documents of `folder`, as `npm start` does; throws with their faults where they have any. */
  static async over(folder: string): Promise<Started> {
    const result = await loadLibrary(folder);
    if ('faults' in result) throw new Error(result.faults.map(describeFault).join('\n'));
    return new Started(new LiveLibrary(result.library, (loading) => loadLibrary(folder, loading)));
  }

  /** Starts over what a cluster serves under a name, as `npm start` does; `recorder` hears of each request to it. */
  static async inCluster(address: string, name: string, recorder?: EngineRecorder): Promise<Started> {
    // Only here, so that nothing of the client weighs on the other measurements.
    const { Archive } = await import('../../src/archive/archive.js');
    const log = createLog('silent');
    const nodes = [new URL(address)];
    const archive = await Archive.open({ nodes, name, seeds: '', keep: 2, log, recorder });
    return new Started(archive.live, () => archive.close());
  }

  get library(): Library {
    return this.live.serving.library;
  }

  /** The outcome of a command, once its first page is text that somebody can read. */
  async answer(command: string, options: RawOptions): Promise<string> {
    const { live } = this;
    const context = { library: live.serving.library, live, asker: ASKER };
    const reply = await prepare(named(command), options, context, this.#log).answer();
    plainText(reply, PLAIN);
    return reply.outcome;
  }

  /** What `typed` may become as a topic. */
  async suggest(typed: string): Promise<readonly unknown[]> {
    const { library } = this.live.serving;
    return (
      (await named('quote').complete?.('topic', typed, {
        library,
        given: {},
        deadline: createDeadline(completingMs(this.live.serving.library)),
      })) ?? []
    );
  }

  async reload(): Promise<void> {
    const result = await this.live.reload(ASKER.name);
    if (result.kind !== 'reloaded') throw new Error(`The reload ended as ${result.kind}`);
  }
}

function named(name: string) {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`There is no command ${name}`);
  return command;
}
