import { messages } from '../messages/index.js';
import { shownTyped } from '../text/typed.js';

/** Something wrong in the seeds folder, and what its keeper can do about it. */
export interface Fault {
  /** The file as the keeper would open it: the seeds folder as given, then the path inside it. */
  readonly file: string;
  /** Counted from 1; 1 also where the fault is of the file as a whole. */
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
  /** Of one that stands for others that are not told: how many. */
  readonly more?: number;
}

/** So many faults are told, and the others counted: a screen of them, which mostly have one cause. */
export const MAX_FAULTS = 20;

/** One fault in one line: where it is, what is wrong, and what to do. A file's name may hold anything, and is shown harmless. */
export function describeFault({ file, line, ...fault }: Fault): string {
  return shownTyped(messages.seeds.line(file, line, fault)).replaceAll('\n', '\uFFFD');
}

/** Faults by file and line. */
export function faultsInOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The first faults by file and line, at most `MAX_FAULTS`; where there are more, or `untold` ones, one says how many. */
export function faultsTold(faults: readonly Fault[], root: string, untold = 0): Fault[] {
  const inOrder = faultsInOrder(faults);
  const more = Math.max(0, inOrder.length - MAX_FAULTS) + untold;
  const told = inOrder.slice(0, MAX_FAULTS);
  return more === 0 ? told : [...told, { file: root, line: 1, more, ...messages.sources.moreFaults(more) }];
}

/** How many faults there are, with those that are not told. */
export function countOf(faults: readonly Fault[]): number {
  return faults.reduce((sum, { more = 1 }) => sum + more, 0);
}
