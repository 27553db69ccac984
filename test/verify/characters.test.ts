import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/library/library.js';
import {
  ALL_QUOTATION_MARKS,
  APOSTROPHES,
  BLANKS,
  DASHES,
  DIRECTION_MARKS,
  ELLIPSES,
  HYPHENS,
  INVISIBLES,
  PRESENTATION_FORMS,
  PRIMES,
} from '../../src/text/characters.js';
import type { TypographyFold } from '../../src/text/folder.js';
import { verify } from '../../src/verify/verify.js';
import { ROOT } from '../support/build.js';
import { libraryOfTexts } from '../support/made.js';

/** A class of characters: a sentence with one of them, the same with its plain form, and the fold between the two. */
interface Row {
  readonly fold: TypographyFold;
  readonly characters: string;
  readonly plain: (character: string) => string;
  readonly sentence: (character: string) => string;
}

const rows: readonly Row[] = [
  {
    fold: 'quotation marks',
    characters: ALL_QUOTATION_MARKS + PRIMES,
    plain: () => '',
    sentence: (mark) => `she called it ${mark}a lie${mark} to his face`,
  },
  {
    fold: 'apostrophes',
    characters: APOSTROPHES,
    plain: () => "'",
    sentence: (mark) => `the mayor doesn${mark}t know the harbour`,
  },
  {
    fold: 'dashes and hyphens',
    characters: DASHES,
    plain: () => '-',
    sentence: (dash) => `the well${dash}known mayor of the harbour`,
  },
  {
    fold: 'hyphens at line ends',
    characters: `${HYPHENS}\u00AD`,
    plain: () => '',
    sentence: (hyphen) => `the govern${hyphen && `${hyphen}\n`}ment of the harbour`,
  },
  {
    fold: 'white space',
    characters: BLANKS,
    plain: () => ' ',
    sentence: (blank) => `the mayor${blank}of the harbour`,
  },
  {
    fold: 'invisible characters',
    characters: INVISIBLES,
    plain: () => '',
    sentence: (one) => `the ma${one}yor of the harbour`,
  },
  {
    fold: 'direction marks',
    characters: DIRECTION_MARKS,
    plain: () => '',
    sentence: (mark) => `the ma${mark}yor of the harbour`,
  },
  {
    fold: 'ellipsis characters',
    characters: ELLIPSES,
    plain: () => '...',
    sentence: (dots) => `the mayor${dots} he of the harbour`,
  },
  {
    fold: 'presentation forms',
    characters: PRESENTATION_FORMS,
    plain: (form) => form.normalize('NFKC'),
    sentence: (form) => `the letters ab${form}cd of the harbour`,
  },
];

/** Each sentence in a paragraph of its own, told from the others by its number. */
async function corpusOfSentences(sentences: readonly string[]): Promise<Library> {
  const text = sentences.map((sentence, at) => numbered(sentence, at)).join('\n\n');
  return libraryOfTexts(text);
}

const numbered = (sentence: string, at: number) => `Number ${at} says ${sentence}.`;
const nameOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

describe.each(rows)('a character of the class “$fold”', ({ fold, characters, plain, sentence }) => {
  const all = [...new Set(characters)];
  const forms = all.map((character) => sentence(character));
  const plains = all.map((character) => sentence(plain(character)));

  it.each([
    ['a claim', plains, forms],
    ['a document', forms, plains],
  ])('is folded in %s, and named', async (_, inDocument, inClaim) => {
    const library = await corpusOfSentences(inDocument);
    const wrong: string[] = [];
    for (const [at, character] of all.entries()) {
      const claim = numbered(inClaim[at] ?? '', at);
      const { kind, ...verdict } = await verify(library, claim);
      const folds =
        'found' in verdict && verdict.found[0] && 'folds' in verdict.found[0] ? verdict.found[0].folds : [];
      const same = inDocument[at] === inClaim[at];
      const right = same ? kind === 'exact' : kind === 'typographic' && folds.includes(fold);
      if (!right) wrong.push(`${nameOf(character)}: ${kind} (${folds.join(', ')})`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('docs/verifying.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs/verifying.md'), 'utf8');
  const lineOf = (fold: string) => page.split('\n').find((one) => one.startsWith(`| ${fold} |`)) ?? '';
  const seen: readonly TypographyFold[] = [
    'quotation marks',
    'apostrophes',
    'dashes and hyphens',
    'ellipsis characters',
  ];

  it.each(rows.filter(({ fold }) => seen.includes(fold)))(
    'shows every character of “$fold”',
    ({ fold, characters }) => {
      expect([...characters].filter((one) => !lineOf(fold).includes(one)).map(nameOf)).toEqual([]);
    },
  );

  it.each(rows.filter(({ characters }) => [BLANKS, INVISIBLES, DIRECTION_MARKS].includes(characters)))(
    'names every character of “$fold”, which nobody can see, by its code point',
    ({ fold, characters }) => {
      const listed = Array.from(
        lineOf(fold).matchAll(/U\+([\dA-F]{4})(?:–([\dA-F]{4}))?/g),
        ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
      );
      const isListed = (code: number) => listed.some(([from, to]) => from <= code && code <= to);
      const codes = [...characters].map((one) => one.codePointAt(0) ?? 0);
      expect(
        codes.filter((code) => !isListed(code)).map((code) => nameOf(String.fromCodePoint(code))),
      ).toEqual([]);
      const size = listed.reduce((sum, [from, to]) => sum + to - from + 1, 0);
      expect(size).toBe(new Set(codes).size);
    },
  );
});
