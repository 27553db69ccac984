import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceSchema } from '../../src/corpus/source.js';
import { apa, chicago, mla } from '../../src/reply/citation-styles.js';
import { innerQuotes, stopped } from '../../src/reply/inner-quotes.js';
import { statedOf } from '../../src/reply/stated.js';
import { documentOf } from '../search/engine-contract.js';
import { ROOT } from '../support/build.js';

interface Case {
  readonly source: object;
  readonly apa: string;
  readonly mla: string;
  readonly chicago: string;
}

const { cases } = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/citations.json'), 'utf8')) as {
  readonly cases: readonly Case[];
};
const STYLES = { apa, mla, chicago };

/** Where we write something else than the processor on purpose: what it writes, what we write, and why. */
const DEVIATIONS: readonly { readonly from: string | RegExp; readonly to: string; readonly why: string }[] = [
  {
    from: /^(Writer, J(?:ane Q|\. Q)\.) (and|&) The Example Agency/,
    to: '$1, $2 The Example Agency',
    why: 'a name that is turned around ends in a comma (APA 9.8, Chicago 14.76), whoever follows',
  },
  {
    from: /^(Leyen|Cruz|Sayyid|Arc), (.*?) (von der|de la|al-|d’)\. “/,
    to: '$3 $1, $2. “',
    why: 'a family name is what is stated as one: which part of it is a particle is not stated',
  },
  { from: 'Bell,  bell.', to: 'Bell, b.', why: 'a name in small letters has an initial as others have' },
  {
    from: 'Retrieved https:',
    to: 'https:',
    why: '“Retrieved” belongs to a date (APA 9.16), and none is stated',
  },
  { from: '(N.d.)', to: '(n.d.)', why: '“n.d.” is no beginning of a sentence between brackets' },
  {
    from: /^(Writer, J. Q. .* The) “Straight” Case/,
    to: '$1 "Straight" Case',
    why: 'a title stands as it is stated; quotation marks change only inside others',
  },
  {
    from: 'Why Bold *Moves* Fail',
    to: 'Why <b>Bold</b> *Moves* Fail',
    why: 'a title is text, and not markup',
  },
  {
    from: 'Rain Falls on the River',
    to: 'Rain falls on the river',
    why: 'a title stands as it is stated, in its own letter case',
  },
];

describe('a citation by the styles', () => {
  const used = new Set<string>();
  /** What the processor writes, with our deviations. */
  const expected = (text: string) =>
    DEVIATIONS.reduce((written, { from, to, why }) => {
      const changed = written.replace(from, to);
      if (changed !== written) used.add(why);
      return changed;
    }, text)
      // Particles that have no blank behind them.
      .replace(/^(al-|d’) /, '$1');

  it.each(cases.map((one) => [JSON.stringify(one.source), one] as const))(
    'is what the processor makes of %s',
    (_, one) => {
      const stated = statedOf(documentOf('1', 'Words.', sourceSchema.parse(one.source)));
      const ours = Object.entries(STYLES).map(([style, write]) => [style, write(stated)]);
      expect(Object.fromEntries(ours)).toEqual({
        apa: expected(one.apa),
        mla: expected(one.mla),
        chicago: expected(one.chicago),
      });
    },
  );

  it('is compared in many cases, and differs in few', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(used.size).toBe(DEVIATIONS.length);
    const same = cases.filter(({ apa, mla, chicago }) =>
      [apa, mla, chicago].every((text) => expected(text) === text),
    );
    expect(same.length).toBeGreaterThanOrEqual(0.85 * cases.length);
  });
});

describe('quotation marks inside a title', () => {
  it.each([
    ['“Yes,” He Said', '‘Yes,’ He Said'],
    ['She: “He Said ‘No’ Twice”', 'She: ‘He Said “No” Twice’'],
    ['“It’s the Mayor’s,” They Say', '‘It’s the Mayor’s,’ They Say'],
    ['“The Miners’ Rest”', '‘The Miners’ Rest’'],
    ['„Sicher“, sagt er', '„Sicher“, sagt er'],
    ['«Sûr»', '«Sûr»'],
    ['The 6" Pipe', 'The 6" Pipe'],
    ['The "Case"', 'The ‘Case’'],
  ])('%s', (title, inside) => {
    expect(innerQuotes(title)).toBe(inside);
  });

  it.each([
    ['Rain', 'Rain.'],
    ['“Rain”', '“Rain.”'],
    ['Rain?', 'Rain?'],
    ['“Rain!”', '“Rain!”'],
    ['Rain…', 'Rain…'],
  ])('%s ends in %s', (title, ended) => {
    expect(stopped(title)).toBe(ended);
  });
});
