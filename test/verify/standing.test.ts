import { describe, expect, it } from 'vitest';
import { inSentence } from '../../src/verify/left-out.js';
import { verify } from '../../src/verify/verify.js';
import { libraryOf } from '../support/folder.js';

const kindOf = async (text: string, claim: string) =>
  (await verify(await libraryOf({ '1.txt': text }), claim)).kind;

async function foldsOf(text: string, claim: string) {
  const verdict = await verify(await libraryOf({ '1.txt': text }), claim);
  return verdict.kind === 'exact' || verdict.kind === 'typographic' ? verdict.found[0]?.folds : verdict.kind;
}

describe('a word that a line end parts', () => {
  const parted = 'The minister said: “The govern-\nment will evaluate the price-\ndetermining factors soon.”';

  it('is found joined and with its hyphen, in a document and in a claim', async () => {
    const claims = [
      'The government will evaluate the price-determining factors',
      'The govern-ment will evaluate the price-determining factors',
      'The government will evaluate the pricedetermining factors',
    ];
    for (const claim of claims) expect(await foldsOf(parted, claim)).toContain('hyphens at line ends');
    expect(
      await foldsOf('The government will evaluate this soon.', 'The govern-\nment will evaluate this'),
    ).toContain('hyphens at line ends');
    expect(await foldsOf('The well-known dam is safe.', 'The well-\nknown dam is safe')).toContain(
      'hyphens at line ends',
    );
  });

  it('is one word where something else is changed', async () => {
    const verdict = await verify(
      await libraryOf({ '1.txt': parted }),
      'The government can evaluate the price',
    );
    expect(verdict.kind === 'altered' && verdict.near[0]?.differences.map(({ kind }) => kind)).toEqual([
      'changed',
      'changed',
    ]);
  });

  it('is not found in halves', async () => {
    expect(await kindOf(parted, 'ment will evaluate the')).toBe('altered');
  });
});

describe('a ligature', () => {
  it('is found by its letters, and is not parted', async () => {
    expect(await foldsOf('The ﬁrst oﬃcial ﬂight was here.', 'The first official flight was here')).toEqual([
      'presentation forms',
    ]);
    expect(await kindOf('The ﬁrst official flight was here.', 'irst official flight was here')).toBe(
      'altered',
    );
  });
});

describe('what is set aside', () => {
  const text = 'The people who died in the fire were miners.';
  it.each([
    ['The people who died in the fire [2]', 'typographic'],
    ['The people who died[2] in the fire', 'typographic'],
    ['The people who died [300] in the fire were miners', 'elided'],
    ['The people who died in the fire pic.twitter.com/abc123', 'typographic'],
    ['RT @tkeller: The people who died in the fire', 'typographic'],
    ['The people who died in the fire — Tom Keller (@tkeller) March 3, 2021', 'typographic'],
  ])('of %j leaves a quotation that is %s', async (claim, kind) => {
    expect(await kindOf(text, claim)).toBe(kind);
  });
});

describe('brackets', () => {
  const report = 'The report says: “The risk rose (1.50 [1.3-1.7]) in forty people.”';
  it('are the document’s before they are an insertion', async () => {
    expect(await kindOf(report, 'The risk rose (1.50 [1.3-1.7]) in forty people')).toBe('exact');
    expect(await foldsOf('They did it in 2000, and so on.', '[They did it] in 2000, and so on')).toEqual([
      'brackets',
    ]);
  });

  it('are named as an insertion only where their words do not stand there', async () => {
    const verdict = await verify(
      await libraryOf({
        '1.txt': 'They did it in 2000 and nobody asked, and in 2012 this happened again to everybody.',
      }),
      '[They did it] in 2000 and nobody asked … this [always] happened again to everybody',
    );
    expect(verdict.kind === 'elided' && verdict.insertions.map(({ text }) => text)).toEqual(['[always]']);
  });
});

describe('a quotation that the outlet interrupts', () => {
  const text = '“The dam is safe,” Borg said on Monday, “and it will stay safe for years.”';
  it('stands in parts, without what the outlet says', async () => {
    const verdict = await verify(
      await libraryOf({ '1.txt': text }),
      'The dam is safe, and it will stay safe for years',
    );
    expect(verdict.kind).toBe('in-parts');
    const omitted = verdict.kind === 'in-parts' ? verdict.found[0]?.omitted : [];
    expect(omitted?.map(({ start, end }) => text.slice(start, end))).toEqual(['Borg said on Monday,']);
  });

  it.each([
    [
      '“I didn’t see the car,” the driver, who asked not to be named, said. “It came from nowhere.”',
      'I didn’t see the car. It came from nowhere.',
    ],
    ['“Is this justice?” Karl Weiss asked. “Is this law?”', 'Is this justice? Is this law?'],
    ['“One is here,” Borg said, “and two,” she added, “and three.”', 'One is here and two, and three'],
  ])('of %j stands as %j', async (document, claim) => {
    expect(await kindOf(document, claim)).toBe('in-parts');
  });

  it.each([
    [
      'a sign at the joint',
      '“The share rose by 5%,” Borg said, “to its highest level ever.”',
      'The share rose by 5 to its highest level ever',
    ],
    [
      'a sign at the beginning',
      '“5 is far too much,” Keller said, “for a single apple.”',
      '$5 is far too much for a single apple',
    ],
    [
      'another speaker’s words',
      '“We will raise the tax,” Keller said. Borg answered, “and nobody will forgive you.”',
      'We will raise the tax and nobody will forgive you',
    ],
    [
      'words between that say nothing of who speaks',
      'She called it “a costly but necessary step” but not “the final word on this”.',
      'a costly but necessary step the final word on this',
    ],
    [
      'two sentences made one',
      '“I will resign,” Dunn said. “If they vote me out, so be it.”',
      'I will resign if they vote me out',
    ],
    [
      'another mark at the joint',
      '“Is this justice?” Karl Weiss asked. “Is this law?”',
      'Is this justice. Is this law?',
    ],
    [
      'another mark at the end',
      '“The dam is safe,” Borg said, “and will it stay so?”',
      'The dam is safe, and will it stay so!',
    ],
    ['a word of the speaker left out too', text, 'The dam is safe, and it will stay for years'],
    [
      'words between two speakers’ quotations',
      '“The dam is safe.” Borg left. Lind said “it will not stay safe for years.”',
      'The dam is safe. Nobody it will not stay safe for years',
    ],
    [
      'the outlet’s own words around a part',
      'The dam is safe, “so to say,” for years and years to come.',
      'The dam is safe, for years and years to come',
    ],
  ])('does not with %s', async (_, document, claim) => {
    expect(await kindOf(document, claim)).toBe('altered');
  });
});

describe('sentences', () => {
  it('that both stand are not absent for an abbreviation in one', async () => {
    const text =
      'We met Mr. Borg at the harbour.\n\nNothing else was said there.\n\nOther things.\n\nThe dam is old and grey.';
    expect(await kindOf(text, 'We met Mr. Borg at the harbour. The dam is old and grey.')).toBe('joined');
  });

  it('of which one stands are altered, since something near them is there', async () => {
    const text = 'We met Mr. Borg at the harbour last year.';
    const claim =
      'We met Mr. Borg at the harbour last year. Then seven strangers sold everybody yellow bicycles without asking any questions.';
    expect(await kindOf(text, claim)).toBe('altered');
  });
});

describe('what a quotation leaves out', () => {
  const leftOut = async (text: string, words: string) => {
    const [document] = (await libraryOf({ '1.txt': text })).documents;
    if (!document) throw new Error('no document');
    const start = text.indexOf(words);
    const { around, leftOut: found } = inSentence(document, { start, end: start + words.length });
    return {
      around: text.slice(around.start, around.end),
      found: found.map((one) => [one.what, text.slice(one.start, one.end)]),
    };
  };

  it.each([
    ['I do not think that the dam is safe. Really.', 'the dam is safe', [['negation', 'not']]],
    ['If nobody pays for it, the dam is safe.', 'the dam is safe', [['condition', 'If']]],
    ['The dam is safe for 40 years.', 'The dam is safe', [['number', '40']]],
    ['Do you think the dam is safe?', 'the dam is safe', [['question mark', '?']]],
    ['It is not over, and the dam is safe.', 'the dam is safe', []],
    ['The dam is safe. It is not over.', 'The dam is safe', []],
    ['It was sent at 7 p.m. Nobody read it.', 'It was sent at 7 p.m.', []],
    ['The deal was worth €1,000.50 to the bank.', 'The deal was worth', [['number', '1,000.50']]],
  ])('of %j, with %j, is %j', async (text, words, expected) => {
    expect((await leftOut(text, words)).found).toEqual(expected);
  });

  it('is shown in the sentence around the words', async () => {
    expect((await leftOut('One. I think that the dam is safe now. Two.', 'the dam is safe')).around).toBe(
      'I think that the dam is safe now.',
    );
  });
});
