import { describe, expect, it } from 'vitest';
import { compared, kinds, said } from '../support/compared.js';

async function differences(...texts: string[]) {
  return (await compared(...texts)).flatMap((one) => one.differences);
}

it('takes two quotations for printings of one from three words in common on', async () => {
  expect(await kinds(said('Granite harbour walls'), said('Granite harbour dues'))).toEqual([
    'alone',
    'alone',
  ]);
  expect(await kinds(said('Granite harbour walls crumble'), said('Granite harbour walls stand'))).toEqual([
    'different',
  ]);
});

it.each([
  ['the long-term plan', 'the short-term plan', [['long-term', 'short-term']]],
  ['the long-term plan', 'the term plan', [['long-term', 'term']]],
  ['the long-term plan', 'the long-range plan', [['long-term', 'long-range']]],
  ['the one-two-three plan', 'the ten-two-six plan', [['one-two-three', 'ten-two-six']]],
  ['the plan of to-night', 'the plan of tonight', []],
  ['the colour-blind plan', 'the color-blind plan', []],
  ['the long term plan', 'the long-term plan', []],
])('differs in a compound as a whole: %s and %s', async (one, other, expected) => {
  const quotation = (words: string) => said(`We have waited nine years for ${words} and its granite walls`);
  expect(await differences(quotation(one), quotation(other))).toEqual(expected);
});

it('differs in a compound as a whole at the end, however many words it has', async () => {
  const words = 'We have waited nine years for a';
  expect(await differences(said(`${words} wall`), said(`${words} one-two-three-four-five`))).toEqual([
    ['wall', 'one-two-three-four-five'],
  ]);
});

describe('a quotation that attribution interrupts', () => {
  const WHOLE = said('We have waited nine years for this wall. We will not wait a tenth');

  it.each([
    [
      'between sentences',
      '“We have waited nine years for this wall,” Borg said. “We will not wait a tenth.”',
    ],
    ['within one', '“We have waited nine years,” Borg said, “for this wall. We will not wait a tenth.”'],
    [
      'by an introduction of more of it',
      '“We have waited nine years for this wall.” Borg added: “We will not wait a tenth.”',
    ],
    ['in another order', '“We will not wait a tenth,” Borg said. “We have waited nine years for this wall.”'],
  ])('is one, or as many as it is parted in, and never alone: %s', async (_, parted) => {
    for (const kind of await kinds(WHOLE, parted)) expect(kind).toBe('identical');
  });

  it('keeps what differs after the attribution, and in the gap', async () => {
    expect(
      await differences(
        '“Ministers should go,” Borg said. “They should not wait for the report.”',
        said('Ministers should go. They should never wait for the report'),
      ),
    ).toEqual([['not', 'never']]);
    expect(
      await differences(
        '“The town should not,” Borg said, “pay for the harbour wall.”',
        said('The town should never pay for the harbour wall'),
      ),
    ).toEqual([['not', 'never']]);
  });

  it('is another where more than who says it stands between', async () => {
    const parted = '“We did not approve it,” Borg said. She left and came back. “It was a plan of the port.”';
    expect(await kinds(parted, parted)).toEqual(['identical', 'identical']);
  });
});

describe('one that is a part of another', () => {
  it.each([
    ['its first sentence', 'The wall must be built', 'The wall must be built. Our masons are hired'],
    ['the end of a sentence', 'will never be forgotten', 'This disgrace will never be forgotten'],
    ['one word', 'disgrace', 'This disgrace will never be forgotten'],
    [
      'with words left out by an ellipsis',
      'The wall … must be built',
      'The wall of our fathers must be built',
    ],
    [
      'with a sentence left out',
      'The wall must be built. Nobody waits',
      'The wall must be built. Masons are hired. Nobody waits',
    ],
  ])('has no difference, and says of which: %s', async (_, part, whole) => {
    const found = await compared(said(part), said(whole));
    expect(found).toMatchObject([{ kind: 'part', partOf: [1, null], differences: [] }]);
    expect(await compared(said(whole), said(part))).toMatchObject([{ kind: 'part', partOf: [null, 0] }]);
  });

  it('is one of each fragment that an outlet prints', async () => {
    const fragments = 'Borg called it “a national disgrace” and said it “will not be forgotten.”';
    const found = await compared(fragments, said('This is a national disgrace and will not be forgotten'));
    expect(found.map(({ kind, texts: [text] }) => [kind, text])).toEqual([
      ['part', 'a national disgrace'],
      ['part', 'will not be forgotten.'],
    ]);
  });

  it('is of no other where each has what the other leaves out', async () => {
    const found = await compared(
      said('We have waited nine years. The wall must be built'),
      said('The wall must be built. Our masons are hired'),
    );
    expect(found.map(({ kind, texts }) => [kind, ...texts])).toEqual([
      ['alone', 'We have waited nine years.', null],
      ['identical', 'The wall must be built,', 'The wall must be built.'],
      ['alone', null, 'Our masons are hired,'],
    ]);
  });
});

describe('differences', () => {
  it.each([
    ['at the end', 'We reject his visit', 'We reject his message', [['visit', 'message']]],
    ['at the start', 'We reject his visit', 'They reject his visit', [['We', 'They']]],
    [
      'at the start, up to a sign',
      'As she very well knows the wall is old',
      'With respect, I think she very well knows the wall is old',
      [['As', 'I think']],
    ],
    ['a negation', 'I did approve the old plan', 'I did not approve the old plan', [[null, 'not']]],
    [
      'words left out near the end',
      'I know the port is under duress',
      'I know the port is under a lot of duress',
      [[null, 'a lot of']],
    ],
    ['a word for another', 'It should be built by May', 'It must be built by May', [['should', 'must']]],
    [
      'in function words alone',
      'Why would he not do that. The wall is old',
      'Why would he not do it. The wall is old',
      [['that', 'it']],
    ],
  ])('are word by word: %s', async (_, one, other, expected) => {
    expect(await differences(said(one), said(other))).toEqual(expected);
  });

  it('are up to a sign with two words more, and else as many as are replaced', async () => {
    const one = said('As she very well knows the wall is old');
    const other = (words: string) => said(`With respect, ${words} she very well knows the wall is old`);
    expect(await differences(one, other('I also think'))).toEqual([['As', 'I also think']]);
    expect(await differences(one, other('I do also think'))).toEqual([['As', 'think']]);
  });

  it('are of what is put in before the last word, up to seven words', async () => {
    const start = 'The clerks of this town have known for nine years that the old port is under';
    const seven = 'a lot of plain and very heavy';
    expect(await differences(said(`${start} duress`), said(`${start} ${seven} duress`))).toEqual([
      [null, seven],
    ]);
    expect(await differences(said(`${start} duress`), said(`${start} ${seven} old duress`))).toEqual([
      ['duress', 'a'],
    ]);
  });

  it('are of the sentence that both have, and of no two that are not one', async () => {
    const found = await compared(
      said('We have waited nine years. The wall must be built'),
      said('The wall will be built. Our masons are hired'),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['alone', 'different', 'alone']);
    expect(found[1]?.differences).toEqual([['must', 'will']]);
  });

  it('are of the sentence that is most like it, and not of a like one beside it', async () => {
    const twice = 'We need to keep it that way. We want to keep it that way';
    expect(await kinds(said(twice), said('We need to keep it that way'))).toEqual(['part']);
    const surely = 'We will surely build the old wall by May. We will build the wall by May';
    expect(await kinds(said('We will build the wall by May'), said(surely))).toEqual(['part']);
  });

  it('are none where a sentence is in two of the other’s', async () => {
    const found = await differences(
      said('I went too far. I made a mistake and I was wrong'),
      said('I went too far and I was wrong'),
    );
    expect(found).toEqual([['made a mistake', null]]);
  });

  it.each([
    ['a letter in brackets', '[T]he wall was never built', 'The wall was never built'],
    ['what an outlet adds in brackets', 'They [the masons] never came here', 'They never came here'],
    ['a sign that stands for a word', 'They pay 20% of our wages', 'They pay 20 percent of our wages'],
  ])('are none: %s', async (_, one, other) => {
    expect(await compared(said(one), said(other))).toMatchObject([{ kind: 'identical', differences: [] }]);
  });

  it('are between the two that have the place, of three', async () => {
    const found = await compared(
      'Borg said the plan was “dangerous.”',
      said('The plan is dangerous, and I will fight it'),
      said('The plan is not dangerous, and I will fight it'),
    );
    expect(found).toMatchObject([{ kind: 'different', differences: [[null, 'not']] }]);
  });
});

describe('two sentences are not one', () => {
  const NINE = 'gulls and crows eat the bread of our sailors';

  it.each([
    ['with less than three fifths between the first and the last word in common', NINE],
    ['of function words', 'it was not to be for all of us'],
  ])('%s', async (_, sentence) => {
    const other =
      sentence === NINE
        ? 'gulls that we fed this long winter and crows never eat bread sailors'
        : 'it was to be by them all that were not in the last of those with us';
    expect(await kinds(said(sentence), said(other))).toEqual(['alone', 'alone']);
  });

  it('with function words in common that are less than half of the longer', async () => {
    const one = said('not about you');
    expect(await kinds(one, said('It is really not about you'))).toEqual(['part']);
    expect(await kinds(one, said('It is really not about you now'))).toEqual(['alone', 'alone']);
  });

  it('where two words at an end stand for words inside of a clause of the other', async () => {
    const one = 'Crooked towers eat bread of sailors';
    const other = 'The gulls of this old harbour eat bread of sailors';
    expect(await kinds(said(one), said(other))).toEqual(['alone', 'alone']);
    const longer = `${one} and of masons and of the clerks`;
    expect(await kinds(said(longer), said(`${other} and of masons and of the clerks`))).toEqual([
      'different',
    ]);
  });
});

describe('what nobody is said to say', () => {
  const SPOKEN = said('We will build the wall by May');

  it.each([
    ['a nickname', 'Anna “Iron Hand” Borg is here.'],
    ['a scare quote', 'The so-called “port reform” fails.'],
    ['a title', 'On “Morning Tide,” all was well.'],
  ])('is no quotation: %s', async (_, sentence) => {
    expect(await kinds(`${SPOKEN} ${sentence}`, SPOKEN)).toEqual(['identical']);
  });

  it('is one from six words on, if it closes as a clause does', async () => {
    const notice = (words: string) => kinds(`At the gate: “${words}” Now it rains. ${SPOKEN}`, SPOKEN);
    expect(await notice('Masons work here until next May.')).toEqual(['alone', 'identical']);
    expect(await notice('Masons work here until May.')).toEqual(['identical']);
    expect(await notice('Masons work here until next May')).toEqual(['identical']);
  });

  it('is one from three words on where the sentence is of somebody', async () => {
    expect(await kinds(`${SPOKEN} Borg is “tired of waiting” for it.`, SPOKEN)).toEqual([
      'identical',
      'alone',
    ]);
    expect(await kinds(`${SPOKEN} Borg is “plainly tired” of it.`, SPOKEN)).toEqual(['identical']);
  });

  it('counts as another printing of what somebody says', async () => {
    const scare = 'The “build the wall by May” plan fails.';
    expect(await compared(SPOKEN, scare)).toMatchObject([{ kind: 'part', partOf: [null, 0] }]);
    expect(await kinds(SPOKEN, 'The “the wall” plan and the “May” plan fail.')).toEqual(['alone']);
  });
});

it('compares the first 400 words of a sentence, and takes none for identical that differs after these', async () => {
  const long = Array.from({ length: 400 }, (_, at) => `w${at}`).join(' ');
  expect(await kinds(said(`${long} end`), said(`${long} end`))).toEqual(['identical']);
  expect(await kinds(said(`${long} end`), said(`${long} finish`))).toEqual(['part']);
  const shorter = long.replace(' w399', '');
  expect(await kinds(said(`${shorter} end`), said(`${shorter} finish`))).toEqual(['different']);
});

describe('a sentence that very many print', () => {
  const SPOKEN = said('Granite harbour walls crumble every winter');

  it('is compared in sixty-four passages, and beyond it is not said to stand alone', async () => {
    const all = Array.from({ length: 64 }, () => SPOKEN);
    expect(await kinds(...all)).toEqual(['identical']);
    const [most, left] = await compared(...all, SPOKEN);
    expect([most?.kind, left?.kind]).toEqual(['identical', 'uncompared']);
    expect(most?.texts.filter((text) => text !== null)).toHaveLength(64);
  });

  it('is compared with the eight that have most of its words, and with no ninth, which is said', async () => {
    const words = 'granite harbour walls crumble every winter night'.split(' ');
    // The same words in other orders, none of which is a printing of it.
    const others = Array.from({ length: 8 }, (_, at) => {
      const turned = [...words.slice(at % 7), ...words.slice(0, at % 7)].reverse();
      return said(`${turned.join(' ')} extra${at} more${at}`);
    });
    const longer = said(`${words.join(' ')} in Lindholm`);
    const kindOf = async (texts: readonly string[]) => {
      const found = await compared(...texts, longer, said(words.join(' ')));
      return found.find(({ texts: printed }) => printed.at(-1) !== null)?.kind;
    };
    expect(await kindOf(others.slice(0, 7))).toBe('part');
    expect(await kindOf(others)).toBe('uncompared');
  });
});
