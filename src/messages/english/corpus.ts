import { agreeing, count, digits } from './count.js';

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MiB`;

/** What `/corpus` says. */
export const corpus = {
  running: 'A reload is already running. Wait for it to finish, then see /corpus status.',
  faulty: (faults: number) =>
    `Nothing changed: the seeds have ${count(faults, 'fault')}, and the previous documents stay in use. Fix ${agreeing(faults, 'it', 'them')}, then reload.`,
  reloaded: 'Reloaded.',
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
  },
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
