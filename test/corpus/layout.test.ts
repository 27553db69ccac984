import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/corpus/layout.js';

const cut = (text: string) => layOut(text).paragraphs.map(({ start, end }) => text.slice(start, end));
/** A paragraph of about so many UTF-16 code units. */
const prose = (length: number, first = 'Rain') =>
  `${first} fell on the dam ${'and on the town below it '.repeat(length).slice(0, length - 1)}x.`;
/** A text wrapped at so many columns. */
function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const isEmpty = line.trim() === '';
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line += isEmpty ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
const PARAGRAPHS = [
  'The town council met on Monday to hear what the engineers had found below the northern wall of the dam. Nobody there had expected good news, and none came.',
  'Ada Borg, who has led the works since spring, told them that the wall would hold for ten more years if the drains were cleaned twice in each of them.',
  'The vote was put off until June. Until then the upper road stays closed.',
  'A second report is to be written by the university, which asked for more time and for more money than the council has set aside.',
];

describe('a text with a paragraph a line', () => {
  it.each(['\n', '\r\n'])('is cut at each line, which ends with %j', (end) => {
    expect(cut(PARAGRAPHS.join(end))).toEqual(PARAGRAPHS);
  });

  it('may have headings, a blank line below the headline, and one more in ten', () => {
    const headings = ['The dam', ...PARAGRAPHS.slice(0, 2), 'What comes next', ...PARAGRAPHS.slice(2)];
    expect(cut(headings.join('\n'))).toEqual(headings);
    expect(cut(`No news is good.\n\n${PARAGRAPHS.join('\n')}`)).toHaveLength(5);
    const many = [...PARAGRAPHS, ...PARAGRAPHS, ...PARAGRAPHS];
    const one = `${many.slice(0, 4).join('\n')}\n\n${many.slice(4).join('\n')}`;
    expect(cut(one)).toEqual(many);
    const two = `${many.slice(0, 4).join('\n')}\n\n${many.slice(4, 8).join('\n')}\n\n${many.slice(8).join('\n')}`;
    expect(cut(two)).toHaveLength(3);
  });

  it('may have blank lines between its sections, if its lines are longer than sentences are', () => {
    const sections = (length: number, blank: number) =>
      Array.from({ length: 13 }, (_, at) => prose(length) + (at > 0 && at <= blank ? '\n\n' : '\n')).join('');
    expect(cut(sections(229, 6))).toHaveLength(13);
    expect(cut(sections(228, 6))).toHaveLength(7);
    expect(cut(sections(229, 7))).toHaveLength(8);
  });

  it('is told by two lines that end as sentences and stand above others, and not by one', () => {
    const [one = '', two = '', three = ''] = PARAGRAPHS;
    expect(cut(`${one}\n${two}\n${three}`)).toHaveLength(3);
    expect(cut(`${one}\n${two}`)).toHaveLength(1);
  });

  it('is known in Chinese, and in German with its own quotation marks', () => {
    const chinese = [
      '市议会星期一开会，听取工程师关于大坝北墙的报告，没有人期待好消息，会议开到了深夜才结束，市民在外面等候。',
      '“大坝是安全的，”工程师说，“但是排水沟每年要清理两次，否则墙壁只能再坚持十年，之后谁也不敢保证。”',
      '投票推迟到六月，在此之前，上面的道路将继续关闭，大学还将撰写第二份报告，为此需要更多的时间和资金。',
    ];
    expect(cut(chinese.join('\n'))).toEqual(chinese);
    const german = [
      'Der Rat der Stadt kam am Montag zusammen, um die Ingenieure zu hören.',
      '„Der Damm ist sicher“, sagte Ada Borg. „Er hält noch zehn Jahre.“',
      'Die Abstimmung wurde auf Juni verschoben, und die Straße bleibt bis dahin gesperrt.',
    ];
    expect(cut(german.join('\n'))).toEqual(german);
  });
});

describe('a text that stays cut at blank lines', () => {
  it.each([
    ['paragraphs between blank lines', `${PARAGRAPHS.join('\n\n')}`, 4],
    ['wrapped paragraphs between blank lines', PARAGRAPHS.map((one) => wrapped(one, 60)).join('\n\n'), 4],
    [
      'sentences a line, paragraphs between blank lines',
      PARAGRAPHS.map((one) => one.replaceAll('. ', '.\n')).join('\n\n'),
      4,
    ],
    ['a headline above a paragraph', `Rain falls\n${PARAGRAPHS[0]}`, 1],
    [
      'verses',
      'The rain that fell upon the lonely dam\nWas grey, and greyer still the wall of stone,\nAnd no one came who would have shut the gate,\nAnd no one heard the water all alone.\n\nThe town below was sleeping in the dark\nOf what it had not known for many years,\nThe upper road was closed to every cart,\nAnd on the wall there stood a row of tears.',
      2,
    ],
    ['verses that are sentences', 'Rain is grey.\nWalls are old.\nDams are high.\nNights are cold.', 1],
    [
      'a list',
      '- The drains of the northern wall are cleaned twice a year.\n- The upper road of the town stays closed until June.\n- The second report is written by the university.',
      1,
    ],
    [
      'facts about somebody',
      'Name: Ada Borg\nOffice: Mayor of Lund\nElected: 14 March 2021\nParty: The Centre\nBorn: Norby, 1961',
      1,
    ],
    ['an address', 'Ada Borg\nOffice of Works\nDam Road 4\nNorby', 1],
  ])('has %s', (_, text, passages) => {
    const { layout, paragraphs } = layOut(text);
    expect(layout).toBe('blank lines');
    expect(paragraphs).toHaveLength(passages);
  });

  it('has lines of which a quarter do not end as sentences, and are no headings', () => {
    const lines = (open: number) =>
      Array.from({ length: 21 }, (_, at) =>
        at < open ? prose(60).slice(0, -1).replace(/\w+$/, 'Norby') : prose(60),
      ).join('\n');
    expect(cut(lines(5))).toHaveLength(21);
    expect(cut(lines(6))).toHaveLength(1);
  });

  it('has lines that begin small, but for one in twenty', () => {
    const lines = (small: number) =>
      Array.from({ length: 21 }, (_, at) => prose(60, at > 0 && at <= small ? 'rain' : 'Rain')).join('\n');
    expect(cut(lines(1))).toHaveLength(21);
    expect(cut(lines(2))).toHaveLength(1);
  });

  it('has lines of fewer than 40 characters', () => {
    const lines = (length: number) =>
      Array(4)
        .fill(`${'R'.padEnd(length - 1, 'a')}.`)
        .join('\n');
    expect(cut(lines(40))).toHaveLength(4);
    expect(cut(lines(39))).toHaveLength(1);
  });

  it('has headings of up to half of a paragraph’s line', () => {
    const text = (heading: number) =>
      Array(4)
        .fill(`${'R'.padEnd(heading, 'a')}\n${'R'.padEnd(79, 'a')}.`)
        .join('\n');
    expect(cut(text(40))).toHaveLength(8);
    expect(cut(text(41))).toHaveLength(1);
  });
});

describe('a wrapped text with no blank lines', () => {
  it('is cut at indents', () => {
    const text = PARAGRAPHS.map((one) => wrapped(one, 60, '    ')).join('\n');
    expect(layOut(text).layout).toBe('indents');
    expect(cut(text).map((one) => one.replace(/\n/g, ' '))).toEqual(PARAGRAPHS);
    expect(cut(text.replaceAll('    ', '\t'))).toHaveLength(4);
    expect(cut(text.replaceAll('    ', '  '))).toHaveLength(4);
  });

  it('is not cut at indents that most lines have, or that stand within sentences', () => {
    const all = wrapped(PARAGRAPHS.join(' '), 60)
      .split('\n')
      .map((line, at) => (at % 3 === 0 ? line : `    ${line}`));
    expect(layOut(all.join('\n')).layout).toBe('blank lines');
    const some = wrapped(PARAGRAPHS.join(' '), 60)
      .split('\n')
      .map((line, at) => (at % 3 === 1 ? `    ${line}` : line));
    expect(layOut(some.join('\n')).layout).toBe('blank lines');
  });

  it('is cut below the last lines of paragraphs, which leave room', () => {
    const text = PARAGRAPHS.map((one) => wrapped(one, 66)).join('\n');
    expect(layOut(text).layout).toBe('last lines');
    expect(cut(text).map((one) => one.replace(/\n/g, ' '))).toEqual(PARAGRAPHS);
  });

  it('stays whole where its lines are not full, or are longer than any screen', () => {
    const text = PARAGRAPHS.map((one) => wrapped(one, 66)).join('\n');
    const ragged = text.replaceAll(' of the ', ' of\nthe ').replaceAll(' the ', '\nthe ');
    expect(layOut(ragged).layout).toBe('blank lines');
    const wide = (width: number) =>
      Array(4)
        .fill(wrapped(prose(500), width))
        .join('\n')
        .replace(/^.*$/m, (line) => line.padEnd(width, 'x'));
    expect(layOut(wide(160)).layout).toBe('last lines');
    expect(layOut(wide(161)).layout).toBe('blank lines');
  });

  it('stays cut at blank lines where it has one between paragraphs', () => {
    const [first = '', ...rest] = PARAGRAPHS.map((one) => wrapped(one, 66));
    expect(cut(`${first}\n\n${rest.join('\n')}`)).toHaveLength(2);
  });
});

describe('the turns of a transcript', () => {
  it.each([
    ['in capitals', 'BORG: The dam is safe.\nZELL: Is it?\nBORG: It is.'],
    ['of two lines', 'BORG: The dam is safe.\nZELL: I am glad to hear that.'],
    ['by names that come again', 'Ada Borg: The dam is safe.\nZell: Is it?\nAda Borg: It is.'],
    ['of questions and answers', 'Q: Is the dam safe?\nA: It is.'],
    ['with the time', '[00:01:02] Borg: The dam is safe.\n[00:01:09] Zell: Is it?\n[00:01:11] Borg: It is.'],
    ['with offices', 'SEN. BORG (Norby): The dam is safe.\nTHE PRESIDENT: Is it?\nQ: Who says so?'],
    ['in Chinese', '记者：大坝安全吗？\n王工：安全。\n记者：谢谢。'],
  ])('%s are passages of their own', (_, text) => {
    expect(cut(text)).toEqual(text.split('\n'));
  });

  it('may be wrapped, and may have further paragraphs', () => {
    expect(cut('BORG: The dam is\nsafe.\nZELL: Is it, after all\nthat rain?\n\nI doubt it.')).toEqual([
      'BORG: The dam is\nsafe.',
      'ZELL: Is it, after all\nthat rain?',
      'I doubt it.',
    ]);
  });

  it.each([
    ['labels that come once', 'Ada Borg: The dam is safe.\nZell: Is it?\nHolm: It is.', 1],
    ['labels that come again, but only twice in all', 'Borg: The dam is safe.\nBorg: It is.', 1],
    ['notes', 'NOTE: The dam is safe.\nUPDATE: It is.\nNOTE: Nobody knows.', 1],
    ['lists by letters', 'A. The dam.\nB. The town.\nA. The road.', 1],
    ['counts', 'Borg: 1,769.\nHolm: 1,501.\nBorg: 547.\nHolm: 46.', 1],
    ['tables', 'Home: 3\nAway: 2\nHome: 4\nAway: 0', 1],
  ])('are not %s', (_, text, passages) => {
    expect(cut(text)).toHaveLength(passages);
  });

  it('are at least a quarter of the paragraphs, and three in five end as sentences do', () => {
    const among = (others: number) =>
      `BORG: The dam is safe.\nZELL: It is not.\n\n${Array(others).fill('Rain fell.').join('\n\n')}`;
    expect(cut(among(6))).toHaveLength(8);
    expect(cut(among(7))).toHaveLength(8);
    const ended = (open: number) =>
      Array.from({ length: 10 }, (_, at) => (at < open ? 'BORG: Yes' : 'ZELL: No.')).join('\n');
    expect(cut(ended(4))).toHaveLength(10);
    expect(cut(ended(5))).toHaveLength(1);
  });
});

it('is cut at blank lines where it has more than 100,000 lines', () => {
  const text = (lines: number) => `${PARAGRAPHS[1]}\n`.repeat(lines - 1) + PARAGRAPHS[1];
  expect(layOut(text(100_000)).paragraphs).toHaveLength(100_000);
  expect(layOut(text(100_001)).paragraphs).toHaveLength(1);
});
