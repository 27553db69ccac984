import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/build.js';
import { folderOf } from '../support/folder.js';
import { ask, warmUp } from '../support/session.js';

beforeAll(warmUp);

/** Passages that belong in one row, and pairs that do not, over documents made for a rule. */
interface Case {
  readonly rule: string;
  readonly because: string;
  /** The paragraphs of each document. */
  readonly documents: Readonly<Record<string, readonly string[]>>;
  readonly together?: readonly (readonly string[])[];
  readonly apart?: readonly (readonly [string, string])[];
}

const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/rows.json'), 'utf8')) as readonly Case[];

describe('rows', () => {
  it.each(CASES)('$rule: $because', async ({ documents, together = [], apart = [] }) => {
    const files = Object.entries(documents).map(([id, paragraphs]) => [`${id}.txt`, paragraphs.join('\n\n')]);
    const { comparison = [] } = await ask('/compare', folderOf(Object.fromEntries(files)));
    const rows = comparison.map(({ excerpts }) => excerpts.map(({ passage }) => passage));
    const isOneRow = (ids: readonly string[]) => rows.some((row) => ids.every((id) => row.includes(id)));
    expect(together.filter((ids) => !isOneRow(ids))).toEqual([]);
    expect(apart.filter((pair) => isOneRow(pair))).toEqual([]);
  });
});
