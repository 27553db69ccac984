import { describe, expect, it } from 'vitest';
import { claimedWords } from '../../src/verify/verdict.js';
import { verify } from '../../src/verify/verify.js';
import { libraryOf } from '../support/folder.js';

type Named = readonly [kind: string, claimed: string | null, text: string | null];

/** The differences of a claim from the one document, each as words; and the excerpt that shows them. */
async function differencesFrom(text: string, claim: string, others: Record<string, string> = {}) {
  const verdict = await verify(await libraryOf({ '1.txt': text, ...others }), claim);
  if (verdict.kind !== 'altered') throw new Error(`${verdict.kind}: ${claim}`);
  const near = verdict.near.find(({ document }) => document.id === '1');
  if (!near) throw new Error('not near');
  for (const { span } of near.differences)
    if (span) expect(near.start <= span.start && span.end <= near.end).toBe(true);
  const named = near.differences.map(
    ({ kind, claimed, span }): Named => [
      kind,
      claimed && claimedWords(verdict.claim, claimed),
      span && text.slice(span.start, span.end),
    ],
  );
  return { named, shown: text.slice(near.start, near.end) };
}

const DAM = 'She said: “The dam is really safe for children.” Nobody laughed.';

describe('a compound', () => {
  const PLAN = 'He said: “The long-term plan is a co-operation of our well-to-do town.” Nobody laughed.';

  it.each<[string, Named[]]>([
    ['The short-term plan is a co-operation', [['changed', 'short-term', 'long-term']]],
    ['The long-range plan is a co-operation', [['changed', 'long-range', 'long-term']]],
    ['The term plan is a co-operation', [['changed', 'term', 'long-term']]],
    ['The long plan is a co-operation', [['changed', 'long', 'long-term']]],
    ['The long term plan is a co-operation', [['changed', 'long term', 'long-term']]],
    [
      'The long-term plan is a cooperation of our town',
      [
        ['changed', 'cooperation', 'co-operation'],
        ['changed', 'town', 'well-to-do'],
      ],
    ],
    [
      'The long-term plan is a co-operation of our well-to-come town',
      [['changed', 'well-to-come', 'well-to-do']],
    ],
    ['The long-term plan is a co-operation of her well-to-do town', [['changed', 'her', 'our']]],
    [
      'The mid‐term, plan is a co-operation of our town',
      [
        ['changed', 'mid‐term', 'long-term'],
        ['changed', 'town', 'well-to-do'],
      ],
    ],
  ])('differs as a whole: %s', async (claim, expected) => {
    expect((await differencesFrom(PLAN, claim)).named).toEqual(expected);
  });

  it('is none where a dash parts words', async () => {
    const text = 'He said: “The dam is safe – safe for all of us here.”';
    expect((await differencesFrom(text, 'The dam is old – safe for all of us here')).named).toEqual([
      ['changed', 'old', 'safe'],
    ]);
  });
});

describe('a difference', () => {
  it.each<[string, string, Named[]]>([
    [DAM, 'The dam is really safe for children!', [['punctuation', '!', '.']]],
    [
      DAM,
      'Is the dam really safe for children?',
      [
        ['added', 'Is', null],
        ['letter case', 'the', 'The'],
        ['missing', null, 'is'],
        ['punctuation', '?', '.'],
      ],
    ],
    [DAM, '#The dam is really safe for children', [['changed', '#The', 'The']]],
    [DAM, 'The dam is really safe for adults', [['changed', 'adults', 'children']]],
    [DAM, 'Our dam is really safe for children', [['changed', 'Our', 'The']]],
    [DAM, 'The dam is really safe for children today', [['added', 'today', null]]],
    [DAM, 'The dam is safe for children', [['missing', null, 'really']]],
    [DAM, 'The dam is really, safe for children', [['punctuation', ',', null]]],
    [
      DAM,
      'THE DAM IS REALLY SAFE FOR CHILDREN',
      [['letter case', 'HE DAM IS REALLY SAFE FOR CHILDREN', 'dam is really safe for children']],
    ],
    [DAM, 'The dam is Really safe for children', [['letter case', 'Really', 'really']]],
    [
      'He held a non-violent protest in the town.',
      'violent protest in the town',
      [['changed', 'violent', 'non-violent']],
    ],
    [
      'It cost us $5 million in the spring of that year.',
      'It cost us €5 million in the spring',
      [['changed', '€', '$']],
    ],
    [
      'They were there on Monday, and rallies followed in May.',
      'They were there on Monday, and meetings',
      [['changed', 'meetings', 'rallies']],
    ],
    ['Do you think that the dam is safe?', 'Do you think that the dam is safe.', [['punctuation', '.', '?']]],
    [
      'Wages are 20% lower than they were in May.',
      'Wages are 20 percent lower than they were',
      [['changed', 'percent', '%']],
    ],
    [
      'We hired 3 dogs and cats in the U.S. last year.',
      'We hired 4 dogs and cats in the U.S.',
      [['changed', '4', '3']],
    ],
    ['Shares of the bank fell by 3% in May.', 'Shares of the firm fell by 3%', [['changed', 'firm', 'bank']]],
    ['It rose by 5% in March of that year.', 'It rose by 5 % in March', [['punctuation', '5 %', '5%']]],
    [
      'Prices rose again in March of that year.',
      '(Prices rose again in March',
      [['punctuation', '(Prices', 'Prices']],
    ],
    [
      'We lost 3.5 million; it may close the mill.',
      'We lost 3.5 million dollars',
      [['added', 'dollars', null]],
    ],
    [
      'I do not believe that the tunnel is safe.',
      'I believe that the tunnel is safe',
      [['missing', null, 'do not']],
    ],
    [
      'They voted for the deal – without the nurses – on Sunday.',
      'They voted for the deal on Sunday',
      [['missing', null, 'without the nurses']],
    ],
    ['The dam is safe[1] and will stay so.', 'The dam is safe and will stay so', [['missing', null, '1']]],
  ])('between %j and %j is %j', async (text, claim, expected) => {
    const { named } = await differencesFrom(text, claim);
    if (expected[0]?.[0] === 'letter case' && claim === claim.toUpperCase()) {
      expect(named).toHaveLength(1);
      expect(named[0]?.[0]).toBe('letter case');
    } else expect(named).toEqual(expected);
  });

  it('at an end shows as many words as the claim has there, and none of the next sentence', async () => {
    const { named, shown } = await differencesFrom(
      'Fishermen gathered at the harbour wall on Monday morning. Nobody spoke.',
      'Fishermen gathered at the harbour wall last Tuesday evening at five',
    );
    expect(named).toEqual([['changed', 'last Tuesday evening at five', 'on Monday morning']]);
    expect(shown).toBe('Fishermen gathered at the harbour wall on Monday morning');
  });

  it('is the same whatever other documents there are', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `${at + 2}.txt`,
        'Really safe dams for children are rare, she said.',
      ]),
    );
    const claim = 'The dam was really safe for adults';
    expect(await differencesFrom(DAM, claim, others)).toEqual(await differencesFrom(DAM, claim));
  });

  it('is looked for in every stretch of a passage, not only where common words stand thickest', async () => {
    const scattered =
      'It could be that the town and the ferry and the crew would for the pay not wait, and so on. ';
    const text = `${scattered.repeat(60)}The town would not wait and the ferry would not pay for the crew. Nobody clapped.`;
    const { named } = await differencesFrom(
      text,
      'The town could not wait and the ferry would not pay for the crew',
    );
    expect(named).toEqual([['changed', 'could', 'would']]);
  });
});
