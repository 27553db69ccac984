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
}

/** One fault in one line: where it is, what is wrong, and what to do. A file's name may hold anything, and is shown harmless. */
export function describeFault({ file, line, ...fault }: Fault): string {
  return shownTyped(messages.seeds.line(file, line, fault)).replaceAll('\n', '\uFFFD');
}
