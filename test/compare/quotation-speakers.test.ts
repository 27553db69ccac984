import { describe, expect, it } from 'vitest';
import { compared, kinds, said } from '../support/compared.js';

/** Of ten words eight, or seven, are the same. */
const TEN = 'Granite walls of this harbour stand against every northern storm';
const EIGHT = 'Granite walls of that harbour stand against every southern storm';
const SEVEN = 'Granite walls of that harbour stand against any southern storm';
const SIX = 'Granite walls of that harbour lean against any southern storm';

it.each([
  ['of one last name', 'Anna Borg', 'Mrs. Borg', SIX],
  ['by the same pronoun', 'he', 'he', SIX],
  ['by a pronoun, seven tenths the same', 'Borg', 'she', SEVEN],
  ['by somebody described, eight tenths the same', 'Borg', 'a clerk', EIGHT],
  ['of two first names and one last name, eight tenths the same', 'Mike Borg', 'Anders Borg', EIGHT],
])('are one: quotations %s', async (_, one, other, words) => {
  expect(await kinds(said(TEN, one), said(words, other))).toEqual(['different']);
});

it.each([
  ['of two names', 'Borg', 'Holm', EIGHT],
  ['by her and by him', 'he', 'she', EIGHT],
  ['by a pronoun, less than seven tenths the same', 'Borg', 'she', SIX],
  ['by somebody described, less than eight tenths the same', 'Borg', 'a clerk', SEVEN],
  ['of two first names and one last name', 'Mike Borg', 'Anders Borg', SEVEN],
])('are two: quotations %s', async (_, one, other, words) => {
  expect(await kinds(said(TEN, one), said(words, other))).toEqual(['alone', 'alone']);
});

it('are one, whoever is named, from four words in a row on that both print', async () => {
  expect(await kinds(said(TEN, 'Borg'), said('walls of this harbour', 'Holm'))).toEqual(['part']);
  expect(await kinds(said(TEN, 'Borg'), said('walls of this', 'Holm'))).toEqual(['alone', 'alone']);
});

it('parts two names that a third quotation is like', async () => {
  const found = await compared(said(TEN, 'Borg'), said(`${TEN} today`, 'he'), said(EIGHT, 'Holm'));
  expect(found.map(({ texts }) => texts.filter((text) => text !== null).length)).toEqual([2, 1]);
});

it('takes a sentence for one where a longer one of the two quotations is', async () => {
  const long = `${TEN} of May`;
  const [one, other] = ['We pay for the walls of our harbour', 'We pay for some walls of her town'];
  expect(await kinds(said(`${one}. ${long}`, 'Borg'), said(`${other}. ${long}`, 'she'))).toEqual([
    'different',
  ]);
  expect(await kinds(said(one, 'Borg'), said(other, 'she'))).toEqual(['alone', 'alone']);
});

describe('two that go on otherwise', () => {
  const [one, other] = ['My heart is with you all', 'Now I thank the masons'];

  it('are two, where nobody tells that one speaker says both', async () => {
    const parted = await kinds(said(`${TEN}. ${one}`, 'Borg'), said(`${EIGHT}. ${other}`, 'she'));
    expect(parted).toEqual(['alone', 'alone']);
  });

  it.each([
    ['of one name', said(`${EIGHT}. ${other}`, 'Borg')],
    ['after an ellipsis', said(`${EIGHT} … ${other}`, 'she')],
    ['where one is not followed', said(EIGHT, 'she')],
    ['where the next is left out', said(`${EIGHT}. ${other}. ${one}`, 'she')],
  ])('are one %s', async (_, second) => {
    expect(await kinds(said(`${TEN}. ${one}`, 'Borg'), second)).toContain('different');
  });
});

it('takes no title of a day or a work for a part of what somebody says', async () => {
  const speech = said('I came for the harbour and the movement');
  expect(await kinds(speech, 'Borg came on the unofficial “The Harbour Appreciation Day.”')).toEqual([
    'alone',
  ]);
});

it('lists a fragment that nobody is said to say from five words on, a word apart', async () => {
  const speech = said('This is a rationale for gutting our programmes');
  const scare = (words: string) => `The “${words}” plan fails.`;
  const found = await compared(speech, scare('some rationale gutting our programmes'));
  expect(found).toMatchObject([{ kind: 'different' }]);
  expect(await kinds(speech, scare('some rationale for gutting'))).toEqual(['alone']);
  expect(await kinds(speech, scare('a rationale cutting some programmes'))).toEqual(['alone']);
});
