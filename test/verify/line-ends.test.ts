import { describe, expect, it } from 'vitest';
import { Document } from '../../src/corpus/document.js';
import { joinedAt, lineEndsIn } from '../../src/text/line-ends.js';
import { FoldedText } from '../../src/text/typography.js';
import { LineEnds, standingAround } from '../../src/verify/line-ends.js';

const documentOf = (text: string) => Document.of('1.txt', Buffer.from(text), text, {});
const folded = (text: string) => FoldedText.of(text);

describe('a line end that parts a word', () => {
  it('is told by the word joined, in small letters, and by its place in the folded text', () => {
    expect(lineEndsIn(folded('“The Gov-\nernment’s non-\r\n  violent” a-b - c'))).toEqual([
      { joined: "government's", place: 7 },
      { joined: 'nonviolent', place: 21 },
    ]);
  });

  it('is told by sixty letters on either side at most', () => {
    const joined = (before: number, after: number) =>
      joinedAt(`${'a'.repeat(before)}\u00AD${'b'.repeat(after)}`, before).length;
    expect([joined(60, 60), joined(61, 61), joined(3, 4)]).toEqual([120, 120, 7]);
  });

  it('is looked for in the first thousand places of one word', () => {
    const ends = new LineEnds();
    ends.add(
      documentOf('a'),
      Array.from({ length: 1_001 }, (_, place) => ({ joined: 'dam', place })),
    );
    const near = [...ends.near('the dam')];
    expect([near.length, near.at(-1)?.place]).toEqual([1_000, 999]);
  });

  it('is near a claim that has the word joined or with a hyphen, once each', () => {
    const ends = new LineEnds();
    ends.add(documentOf('a'), [{ joined: 'nonviolent', place: 3 }]);
    const count = (claim: string) => [...ends.near(claim)].length;
    expect(['nonviolent', 'Non-Violent', 'a non-violent, nonviolent b'].map(count)).toEqual([1, 1, 1]);
    expect(['violent', 'non violent', 'x-non-violent-y', ''].map(count)).toEqual([0, 0, 1, 0]);
  });

  it('stands in a claim joined, or with the hyphen, and nothing else changed', () => {
    const text = folded('So the non-\nviolent rain fell.');
    const place = text.text.indexOf('\u00AD');
    const found = (claim: string) =>
      standingAround(claim, text, place).map(({ start, end }) => text.text.slice(start, end));
    expect(found('The nonviolent rain')).toEqual(['the non\u00ADviolent rain']);
    expect(found('the non-violent rain')).toEqual(['the non\u00ADviolent rain']);
    expect(found('the non--violent rain')).toEqual([]);
    expect(found('the Nonviolent rain')).toEqual([]);
    expect(found('rain fell')).toEqual([]);
  });
});

it('looks at some of the places where a text repeats one letter, and not at all of them', () => {
  const text = FoldedText.of('a-\n'.repeat(500));
  const [, , , second] = lineEndsIn(text);
  expect(standingAround('a-a', text, second?.place ?? 0).length).toBeLessThanOrEqual(32);
  const claim = Array.from({ length: 60 }, () => 'a').join('-');
  const found = standingAround(claim, text, 250).length;
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThanOrEqual(32);
});
