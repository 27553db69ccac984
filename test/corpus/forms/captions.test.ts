import { describe, expect, it } from 'vitest';
import { paragraphsOf, takenOut } from './extracted.js';

/** Cues of SubRip, each from a second to a second. */
const srt = (...cues: [from: number, to: number, text: string][]) =>
  cues
    .map(([from, to, text], at) => {
      const moment = (second: number) =>
        new Date(second * 1_000).toISOString().slice(11, 23).replace('.', ',');
      return `${at + 1}\r\n${moment(from)} --> ${moment(to)}\r\n${text}\r\n`;
    })
    .join('\r\n');

describe('captions', () => {
  it('are words without numbers, times and tags, a sentence over cues in one paragraph', async () => {
    const text = srt(
      [1, 3, '{\\an8}The dam was <i>never</i>'],
      [3, 5, 'safe, she said.\r\nNobody < 3 asked.'],
      [8, 9, '1984'],
      [9, 10, 'was dry.'],
      [10, 11, '- Was it?'],
      [11, 12, '- It was.'],
      [30, 31, 'the rest'],
    );
    expect(await paragraphsOf('1.srt', text)).toEqual([
      'The dam was never safe, she said. Nobody < 3 asked.',
      '1984 was dry.',
      '- Was it?',
      '- It was.',
      'the rest',
    ]);
  });

  it.each([
    [1_499, 1],
    [1_500, 2],
  ])('after a sentence and %d ms of rest are %d paragraphs', async (rest, count) => {
    const second = 2 + rest / 1_000;
    expect(await paragraphsOf('1.srt', srt([1, 2, 'One.'], [second, 9, 'Two.']))).toHaveLength(count);
  });

  it.each([
    [4_999, 1],
    [5_000, 2],
  ])('in the middle of a sentence after %d ms of rest are %d paragraphs', async (rest, count) => {
    const second = 2 + rest / 1_000;
    expect(await paragraphsOf('1.srt', srt([1, 2, 'One and'], [second, 9, 'two.']))).toHaveLength(count);
  });

  it.each([
    ['x'.repeat(498), '.', 1],
    ['x'.repeat(499), '.', 2],
    ['x'.repeat(1_998), 'x', 1],
    ['x'.repeat(1_999), 'x', 2],
  ])('go on in another paragraph once one is long (%#)', async (long, end, count) => {
    expect(await paragraphsOf('1.srt', srt([1, 2, long + end], [2, 3, 'More.']))).toHaveLength(count);
  });

  it('of WebVTT have who speaks, and no notes and styles', async () => {
    const text = `WEBVTT - a title
Kind: captions

STYLE
::cue { color: red }

NOTE not shown,
nor this

intro
00:01.000 --> 00:02.000 align:start
<v.loud Ann Borg>It <c.y>was</c> <00:01.500>never</v>

00:02.000 --> 00:03.000
<v Ann Borg>safe &amp; sound.

00:03.000 --> 00:04.000
<v Cy>Who says?</v> <v Ann Borg>I do.
`;
    expect(await paragraphsOf('1.vtt', text)).toEqual([
      'Ann Borg: It was never safe & sound.',
      'Cy: Who says?',
      'Ann Borg: I do.',
    ]);
  });

  it('of Chinese are joined without a space', async () => {
    expect(await paragraphsOf('1.srt', srt([1, 2, '没有人'], [2, 3, '准备好。']))).toEqual([
      '没有人准备好。',
    ]);
  });

  it('that roll up say each line once, and others as often as it stands', async () => {
    const rolling = srt(
      [1, 2, 'it was never'],
      [2, 3, 'it was never\nsafe she'],
      [3, 4, 'safe she'],
      [4, 5, 'safe she\nsaid'],
    );
    expect(await paragraphsOf('1.srt', rolling)).toEqual(['it was never safe she said']);
    const half = srt([1, 2, 'No'], [2, 3, 'No'], [3, 4, 'Yes'], [4, 5, 'Yes']);
    expect(await paragraphsOf('1.srt', half)).toEqual(['No No Yes Yes']);
  });

  it('that are none are a fault, with the line', async () => {
    await expect(takenOut('1.srt', 'Words.\n')).rejects.toThrow(
      '1: words before the first time of a caption',
    );
    await expect(takenOut('1.vtt', 'WEBVTT\n\nNOTE a\n\nx y\n')).rejects.toThrow(
      '5: words before the first time',
    );
    await expect(takenOut('1.vtt', 'WEBVTT\n')).rejects.toThrow('1: the file has no captions');
  });
});
