import { agreeing, count, digits } from './count.js';

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;

/** What `/corpus` says. */
export const corpus = {
  running: 'A reload is already running. Wait for it to finish, then see /corpus status.',
  faulty: (faults: number) =>
    `Nothing changed: the seeds have ${count(faults, 'fault')}, and the previous documents stay in use. Fix ${agreeing(faults, 'it', 'them')}, then reload.`,
  reloaded: 'Reloaded.',
  reloadedIn: (processes: number, size: number) => `Reloaded in ${processes} of ${size} processes.`,
  inUse: 'The documents in use',

  facts: {
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    took: 'Took',
    documents: 'Documents',
    passages: 'Passages',
    revision: 'Revision',
    loaded: 'Loaded',
    memory: 'Memory',
    uptime: 'Uptime',
    thisProcess: 'This process',
    memoryHere: 'Memory of this process',
    uptimeHere: 'Uptime of this process',
    processes: 'Processes',
    elsewhere: 'Other machines',
  },
  /** Shards such as `0-15/64`. */
  thisProcess: (process: number, size: number, shards: string) => `${process} of ${size}, shards ${shards}`,
  /** How many processes serve the revision that is shown, and what there is to say of others. */
  agree: (agreeing: number, size: number, others: readonly string[]) =>
    [`${agreeing} of ${size} serve this revision`, ...others].join('; '),
  states: {
    faulty: (process: number) => `process ${process} found faults and keeps its documents`,
    broken: (process: number) => `process ${process} could not reload and keeps its documents, see its log`,
    down: (process: number) => `process ${process} is not running and reads the documents when it starts`,
    silent: (process: number) => `process ${process} does not answer, see its log`,
    differs: (process: number, revision: string) => `process ${process} serves revision ${revision}`,
  },
  restartElsewhere: (shards: readonly string[]) =>
    `shards ${shards.join(' and ')} were not reached; restart the bot there to read these documents`,
  notAskedElsewhere: (shards: readonly string[]) =>
    `shards ${shards.join(' and ')}; what they serve is not known here`,
  files: (names: readonly string[]) => names.join(', ') || 'none',
  milliseconds: (number: number) => `${number} ms`,
  amount: (number: number) => digits(number),
  loadedAtStartup: (time: string) => `${time} at startup`,
  loadedBy: (time: string, name: string) => `${time} by ${name}`,
  memory: (resident: number, heap: number) =>
    `${megabytes(resident)}, ${megabytes(heap)} of it in use by the heap`,
  /** A time in seconds: "3 d 4 h", "12 min", "8 s". */
  duration(seconds: number): string {
    const units = [
      ['d', 86_400],
      ['h', 3_600],
      ['min', 60],
      ['s', 1],
    ] as const;
    const first = units.findIndex(([, size]) => seconds >= size);
    const [large, small] = first === -1 ? units.slice(-1) : units.slice(first, first + 2);
    if (!large) return '';
    const whole = `${Math.floor(seconds / large[1])} ${large[0]}`;
    return small ? `${whole} ${Math.floor((seconds % large[1]) / small[1])} ${small[0]}` : whole;
  },
};
