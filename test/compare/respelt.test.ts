import { expect, it } from 'vitest';
import { compared, said } from '../support/compared.js';

it.each([
  [
    'in the middle',
    'The old work force stays here',
    'The old workforce stays here',
    ['work force', 'workforce'],
  ],
  [
    'at the start',
    'Sen. Borg knows the harbour wall',
    'Senator Borg knows the harbour wall',
    ['Sen', 'Senator'],
  ],
  ['at the end', 'This is a wall of one colour', 'This is a wall of one color', ['colour', 'color']],
  ['of a contraction', 'I’d like to see the harbour', 'I would like to see the harbour', ['I’d', 'I would']],
])('is no difference, and said by itself: another spelling %s', async (_, one, other, spelling) => {
  expect(await compared(said(one), said(other))).toMatchObject([
    { kind: 'identical', differences: [], spellings: [spelling] },
  ]);
});

it('leaves what differs beside another spelling', async () => {
  const found = await compared(
    said('We are asking masons to open up the harbour'),
    said('Now they’re asking masons to open this harbour'),
  );
  expect(found).toMatchObject([{ kind: 'different' }]);
  const [both] = await compared(
    said('The harbour will not ever pay for masons here'),
    said('The harbour won’t pay for masons here'),
  );
  expect(both).toMatchObject({
    kind: 'different',
    differences: [['ever', null]],
    spellings: [['will not', 'won’t']],
  });
});

it('tells what is left out before another spelling between two sentences that both print', async () => {
  const [both] = await compared(
    said('We know all of these masons, because they are followers of our town'),
    said('We know all of these masons. They’re followers of our town'),
  );
  expect(both).toMatchObject({ differences: [['because', null]], spellings: [['they are', 'They’re']] });
});

it('takes what an outlet puts in round brackets for no difference, and other words beside them for one', async () => {
  const plain = said('I trust what the masons say of walls');
  const aside = said('I trust what the masons say (about building) of walls');
  expect(await compared(plain, aside)).toMatchObject([{ kind: 'part', differences: [] }]);
  const other = said('I trust what the clerks (of Lund) say of walls');
  expect(await compared(plain, other)).toMatchObject([{ kind: 'different' }]);
});

it('sets no words beside an ellipsis against others, unless four fifths of the rest are the same', async () => {
  const whole = said(
    'Masons build for any port party in connection with any general or special vote in town',
  );
  const cut = said('Masons build … or in connection with any primary vote');
  expect((await compared(whole, cut)).flatMap(({ differences }) => differences)).toEqual([]);
  const nearly = said('Masons build … but in connection with any general or special vote in town');
  expect((await compared(whole, nearly)).flatMap(({ differences }) => differences)).toEqual([
    ['party', 'but'],
  ]);
});
