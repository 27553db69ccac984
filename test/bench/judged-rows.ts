import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isCompared, tellersOf } from '../../src/compare/reported.js';
import type { Row } from '../../src/compare/statements.js';
import type { Passage } from '../../src/corpus/passage.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { meets, type Span } from '../../src/text/span.js';
import { rowsIn } from '../support/statements.js';

/** A stretch of a passage, in UTF-16 code units of the passage. */
interface JudgedStretch {
  readonly passage: string;
  readonly span: readonly [start: number, end: number];
}

/** What was judged of a story by reading it: which stretches report the same. */
export interface JudgedStory {
  readonly story: string;
  readonly statements: readonly (readonly JudgedStretch[])[];
}

/** A stretch of a passage, in its document. */
type Stretch = readonly [Passage, Span];

/** How rows compare with what was judged. */
export interface Tally {
  /** Pairs of outlets that report the same, and those of them that stand in one row. */
  pairs: number;
  found: number;
  /** Rows of several outlets, and those in which any two outlets report the same. */
  rows: number;
  clean: number;
  /** Claims that an outlet has nothing like a judged statement, and those of them that are so. */
  absences: number;
  absent: number;
}

/** The stories on which the thresholds of rows were chosen, and those that were judged before any row of them was seen. */
export const JUDGED = {
  'ten stories on which thresholds were chosen': judgedIn('judged-rows.json'),
  'ten stories kept apart': judgedIn('judged-rows-unread.json'),
};

function judgedIn(file: string): readonly JudgedStory[] {
  return JSON.parse(readFileSync(path.join('test', 'cases', file), 'utf8')) as readonly JudgedStory[];
}

/** Adds to `tally` how the rows of a corpus compare with the judgements on a story in it. */
export async function judgeRows(
  library: EmbeddedLibrary,
  { statements }: JudgedStory,
  tally: Tally,
): Promise<void> {
  const judged = statements.map((group) => group.map((one) => stretchIn(library, one)));
  const rows = await rowsIn(library);
  const shared = rows.filter(isCompared);
  for (const group of judged) {
    const tellers = [...new Set(group.map(([passage]) => passage.document.teller))];
    for (const [at, one] of tellers.entries()) {
      for (const other of tellers.slice(at + 1)) {
        tally.pairs++;
        const found = shared.some((row) => [one, other].every((teller) => hasOneOf(row, group, teller)));
        if (found) tally.found++;
        else
          show(
            'missed',
            group.filter(([passage]) => [one, other].includes(passage.document.teller)).map(idOf),
          );
      }
    }
  }
  for (const row of shared) {
    tally.rows++;
    const wrong = wrongPair(row, judged);
    if (!wrong) tally.clean++;
    else
      show('unclean', [
        row.statement.map(({ id }) => id).join(' '),
        ...wrong.map(([, { start, end }]) => `${start}-${end}`),
        ...row.stretches.map(({ start, end }, at) => row.statement[at]?.document.text.slice(start, end)),
      ]);
  }
  for (const row of rows) {
    const groups = judged.filter((group) => group.some((one) => isIn(row, one)));
    for (const teller of row.missing) {
      tally.absences++;
      const isSo = !groups.some((group) => group.some(([passage]) => passage.document.teller === teller));
      if (isSo) tally.absent++;
      else show('absence', [row.statement.map(({ id }) => id).join(' '), teller]);
    }
  }
}

function show(what: string, list: readonly unknown[]): void {
  if (process.env.BENCH_SHOW === what) process.stdout.write(`${what}: ${list.join('\n   ')}\n`);
}

const idOf = ([passage]: Stretch) => passage.id;

function stretchIn(library: EmbeddedLibrary, { passage: id, span: [start, end] }: JudgedStretch): Stretch {
  const passage = library.passage(id);
  if (!passage) throw new Error(`There is no passage ${id}`);
  return [passage, { start: passage.start + start, end: passage.start + end }];
}

function stretchesOf({ statement, stretches }: Row): Stretch[] {
  return statement.flatMap((passage, at): Stretch[] => {
    const stretch = stretches[at];
    return stretch ? [[passage, stretch]] : [];
  });
}

function isIn(row: Row, [passage, span]: Stretch): boolean {
  return stretchesOf(row).some(([own, stretch]) => own === passage && meets(stretch, span));
}

function hasOneOf(row: Row, group: readonly Stretch[], teller: string): boolean {
  return group.some((one) => one[0].document.teller === teller && isIn(row, one));
}

/** Two stretches of different outlets in a row that were not judged to report the same. */
function wrongPair(row: Row, judged: readonly (readonly Stretch[])[]): [Stretch, Stretch] | undefined {
  const all = stretchesOf(row);
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (one[0].document.teller === other[0].document.teller) continue;
      const isSame = judged.some((group) =>
        [one, other].every(([passage, span]) =>
          group.some(([own, its]) => own === passage && meets(its, span)),
        ),
      );
      if (!isSame) return [one, other];
    }
  }
  return undefined;
}

/** What tells a row of one corpus from those of another: its passages and stretches, and what is said of others. */
export function described(row: Row): string {
  const { statement, stretches, missing, unclear, differs } = row;
  const places = statement.map(({ id }, at) => `${id} ${stretches[at]?.start}-${stretches[at]?.end}`);
  return JSON.stringify([places, missing, unclear, differs, [...tellersOf(row)]]);
}
