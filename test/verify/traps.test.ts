import { describe, expect, it } from 'vitest';
import { verify } from '../../src/verify/verify.js';
import { libraryIn, libraryOf, SEEDS } from '../support/folder.js';

const TEXT = [
  'A 15-year-old boy was found dead in the river.',
  'Taxes will rise by €5 million next year.',
  'U.S. troops have left the country. I really do love the U.S.',
  'AT&T said it would pay the fine. The 9/11 attacks were planned abroad.',
  'The pipe measures 6″ across at the widest point.',
  '“Did they take the money?” he asked.',
].join('\n\n');

describe('what changes the meaning by a sign is no matter of typography', () => {
  it.each([
    '-year-old boy was found dead in the river',
    'Taxes will rise by $5 million next year',
    'S. troops have left the country',
    'I really do love the U.',
    'I really do love the U..',
    'T said it would pay the fine',
    '/11 attacks were planned abroad',
    'The pipe measures 6′ across at the widest point',
    'Did they take the money.',
  ])('%s', async (claim) => {
    const verdict = await verify(await libraryOf({ '1.txt': TEXT }), claim);
    expect(verdict.kind).toBe('altered');
    if (verdict.kind === 'altered') expect(verdict.near[0]?.differences).not.toEqual([]);
  });
});

describe('a verdict on the seeds', () => {
  it.each([
    // The marks stand elsewhere: who is quoted has moved.
    ['in “Russian politics,” especially aggressively in the 2012 presidential elections', 'typographic'],
    [', : They gathered opposition forces', 'typographic'],
    ['❝They gathered opposition forces❞', 'exact'],
    ['[Putin’s enemies] gathered opposition forces and financed them', 'elided'],
    ['[T]hey gathered opposition forces … went to opposition rallies', 'elided'],
    ['They gathered opposition forces [and not friends] and financed them', 'elided'],
    ['They ... campaigned for the Russian opposition', 'altered'],
    ['Putin ... the ... Russia ... that ... US-Russia relations are being held hostage', 'altered'],
    ['in     the       US', 'too-short'],
  ])('%s is %s', async (claim, kind) => {
    expect((await verify(await libraryIn(SEEDS), claim)).kind).toBe(kind);
  });

  it('says what was put in, and whose words the parts are', async () => {
    const library = await libraryIn(SEEDS);
    expect(
      await verify(library, 'They gathered opposition forces [and not friends] and financed them'),
    ).toMatchObject({
      insertions: [{ text: '[and not friends]' }],
      found: [{ quoted: 'inside' }, { quoted: 'inside' }],
    });
    expect(
      await verify(library, 'Russia has … carried out cyberattacks targeting the infrastructure'),
    ).toMatchObject({ kind: 'elided', found: [{ quoted: 'outside' }] });
  });
});

it('holds the words of a quotation of several paragraphs to be quoted', async () => {
  const text = '“The first paragraph is this.\n\n“The second one is that.\n\n“The third ends it,” he said.';
  const library = await libraryOf({ '1.txt': text });
  const claim = 'The first paragraph is this. The second one is that. The third ends it';
  expect(await verify(library, claim)).toMatchObject({ found: [{ quoted: 'inside' }] });
});

it('is bounded, whatever is asked', async () => {
  const library = await libraryOf({
    '1.txt': `${'a b '.repeat(20_000)}\n\nIt is a truth universally known.`,
  });
  // Unbounded, this takes minutes; the test's own time limit is five seconds.
  for (const parts of [30, 1400]) {
    const verdict = await verify(library, `It is a truth universally … ${'a … '.repeat(parts)}`);
    expect(['absent', 'altered']).toContain(verdict.kind);
  }
  expect(await verify(library, 'a')).toMatchObject({ kind: 'too-short' });
});
