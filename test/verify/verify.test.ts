import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import { words } from '../../src/text/words.js';
import { claimedWords } from '../../src/verify/verdict.js';
import { verify } from '../../src/verify/verify.js';
import { ROOT } from '../support/build.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';

interface Case {
  readonly claim: string;
  readonly verdict: string;
  /** The documents that carry the words, or word them nearly so. */
  readonly in?: readonly string[];
  readonly folds?: readonly string[];
  readonly quoted?: string;
  readonly omitted?: readonly string[];
  readonly claimed?: readonly string[];
  readonly missing?: readonly string[];
  readonly places?: number;
}

/** What a verdict says, in the words of a case. */
async function judged(library: EmbeddedLibrary, { claim, ...wanted }: Case): Promise<Case> {
  const verdict = await verify(library, claim);
  const places = 'found' in verdict ? verdict.found : 'near' in verdict ? verdict.near : [];
  const [first] = places;
  const differences = verdict.kind === 'altered' ? (verdict.near[0]?.differences ?? []) : [];
  const cut = (span: { start: number; end: number }) =>
    first?.document.text.slice(span.start, span.end) ?? '';
  const said: Record<string, unknown> = {
    in: [...new Set(places.map(({ document }) => document.id))].sort(),
    folds: first && 'folds' in first ? first.folds : undefined,
    quoted: first && 'quoted' in first ? first.quoted : undefined,
    omitted: verdict.kind === 'elided' ? verdict.found[0]?.omitted.map(cut) : undefined,
    claimed: differences.flatMap(({ claimed }) => (claimed ? [claimedWords(verdict.claim, claimed)] : [])),
    missing: differences.flatMap(({ kind, span }) => (kind === 'missing' && span ? [cut(span)] : [])),
    places: places.length,
  };
  const asked = Object.keys(wanted).filter((key) => key !== 'verdict');
  return { claim, verdict: verdict.kind, ...Object.fromEntries(asked.map((key) => [key, said[key]])) };
}

describe('the verdicts that editors judged', () => {
  const cases = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/verdicts.json'), 'utf8')) as Case[];
  it.each(cases)('$claim: $verdict', async (wanted) => {
    expect(await judged(await libraryIn(SEEDS), wanted)).toEqual(wanted);
  });
});

describe('a verdict', () => {
  it('of words that stand in a document is exact, wherever they begin and end', async () => {
    const library = await libraryIn(SEEDS);
    const [passages] = [library.passages.filter((passage) => words(passage.text).length > 8)];
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 5, max: 8 }), async (at, from, length) => {
        const passage = passages[at % passages.length];
        const list = words(passage?.text ?? '');
        const first = list[from % (list.length - length)];
        const last = list[(from % (list.length - length)) + length - 1];
        const claim = passage?.text.slice(first?.start, last?.end) ?? '';
        // What ends inside a compound, or goes past the end of a quotation, is for the cases above.
        if (
          /[-“”]/.test(passage?.text.slice((first?.start ?? 1) - 1, (last?.end ?? 0) + 1) ?? '') ||
          claim.length < 12
        )
          return;
        expect((await verify(library, claim)).kind).toBe('exact');
      }),
    );
  });

  it('of words with one changed is never exact or typographic', async () => {
    const library = await libraryIn(SEEDS);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('not', 'banana', '7', ''),
        async (at, which, other) => {
          const text = library.passages[at % library.passages.length]?.text ?? '';
          const list = words(text);
          const word = list[1 + (which % (list.length - 2))];
          if (!word || word.text === other || list.length < 5) return;
          const claim = `${text.slice(0, word.start)}${other}${text.slice(word.end)}`;
          expect(['exact', 'typographic']).not.toContain((await verify(library, claim)).kind);
        },
      ),
    );
  });

  it('is elided only where the parts are in order and near each other', async () => {
    const far = Array.from({ length: 4 }, () => 'Nothing of interest happened there at all.').join('\n\n');
    const library = await libraryOf({
      '1.txt': `The rain fell on Monday.\n\n${far}\n\nThe rivers rose on Friday.`,
    });
    expect((await verify(library, 'The rain fell … rivers rose on Friday')).kind).toBe('joined');
    const near = await libraryOf({ '1.txt': 'The rain fell on Monday.\n\nThe rivers rose on Friday.' });
    expect((await verify(near, 'The rain fell … rivers rose on Friday')).kind).toBe('elided');
    expect((await verify(near, 'rivers rose on Friday … The rain fell')).kind).toBe('joined');
  });

  it('never rests on parts that are too short by themselves', async () => {
    const library = await libraryOf({
      '1.txt': 'He saw it. She was the one. It is a pity. He lied to nobody.',
    });
    expect((await verify(library, 'He … was … lied')).kind).not.toBe('elided');
  });

  it('names the nearest wording of every document that has one', async () => {
    const library = await libraryOf({
      '1.txt': 'He said: “The rivers rose on Friday and the rain fell.”',
      '2.txt': 'She said: “The rivers rose on Saturday and the rain fell.”',
      '3.txt': 'Cats sleep all day long.',
    });
    const verdict = await verify(library, 'The rivers rose on Sunday and the rain fell');
    expect(verdict.kind === 'altered' && verdict.near.map(({ document }) => document.id)).toEqual(['1', '2']);
  });

  it('survives whatever is typed', async () => {
    const library = await libraryIn(SEEDS);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (typed) => {
        expect(['absent', 'too-short', 'altered']).toContain((await verify(library, typed)).kind);
      }),
    );
  });
});

it('compares a page-long claim with no more documents than a bound on the work allows', async () => {
  const page = Array.from({ length: 1_100 }, (_, at) => `w${at}`);
  const pageWith = (place: number) => page.map((word, at) => (at === place ? 'other' : word)).join(' ');
  const files = Array.from({ length: 8 }, (_, at) => [`${at}.txt`, pageWith(at + 1)]);
  const verdict = await verify(await libraryOf(Object.fromEntries(files)), pageWith(500));
  // 1,100 words against 1,100 are 1.2 million comparisons of the 4 million that one claim may take.
  expect(verdict.kind === 'altered' && verdict.near.length).toBe(4);
});
