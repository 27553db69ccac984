import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A decisive line, and what it is changed to: a test has to fail then. */
export interface Mutant {
  readonly id: string;
  /** The file, from the project's folder. */
  readonly file: string;
  /** What is replaced; it stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** The list, as an editor keeps it: `mutants.json`. */
const list = z
  .array(z.strictObject({ id: z.string(), file: z.string(), from: z.string().min(1), to: z.string() }))
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'an id stands twice');

/** All mutants of the project in `root`, in the order of the list. */
export function readMutants(root: string): Mutant[] {
  return list.parse(JSON.parse(readFileSync(path.join(root, 'test/mutation/mutants.json'), 'utf8')));
}

/**
 * The text of a file with a mutant in it.
 * @throws Error where what it replaces does not stand in the text exactly once, or where it changes nothing.
 */
export function mutated(text: string, { id, file, from, to }: Mutant): string {
  const places = text.split(from).length - 1;
  if (places !== 1) throw new Error(`${id}: “${from}” stands ${places} times in ${file}; it must be once`);
  if (from === to) throw new Error(`${id}: “${from}” is replaced by itself`);
  // A function, since a string with $ in it would be read as a pattern.
  return text.replace(from, () => to);
}

/** Every so-manieth of a list, so that there are `count`, always the same and from all over it. */
export function partOf<T>(all: readonly T[], count: number): T[] {
  const size = Math.min(count, all.length);
  return Array.from({ length: size }, (_, at) => all[Math.floor((at * all.length) / size)] as T);
}

/** The rooms that make answers, which the surfaces' tests see as well. */
const ANSWERS = new Set(['commands', 'command', 'reply']);

/**
 * The tests that are likely to catch a change to a file: those of quality, which ask whatever is behind the
 * commands, and those of its room. As vitest takes them: parts of paths.
 */
export function relatedTests(file: string): string[] {
  const mirrored = file.replace(/^src\//, '');
  const room = path.dirname(mirrored);
  const own = room === '.' ? `test/${path.basename(mirrored, '.ts')}.test` : `test/${room}/`;
  const answers = ANSWERS.has(room) ? ['test/commands/', 'test/command/', 'test/surfaces/'] : [];
  return [...new Set(['test/quality/', own, ...answers])];
}
