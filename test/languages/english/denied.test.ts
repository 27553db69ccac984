import { describe, expect, it } from 'vitest';
import { isDenied } from '../../../src/languages/english/denied.js';
import { introductionsIn, speechIn } from '../../../src/languages/english/speech.js';

/** Who is said to say the first quotation of a text; undefined where they are said not to. */
function speakerOf(text: string): string | undefined {
  const [first] = speechIn(text);
  return first?.speaker && !first.isDenied ? text.slice(first.speaker.start, first.speaker.end) : undefined;
}

describe('what somebody is said not to say is nobody’s', () => {
  it.each([
    'Stein never said “the bridge is going to fall”.',
    'Stein denied saying “we will sell the harbour”.',
    'Stein denied having ever said “we will sell the harbour”.',
    'Stein did not say that “the road is closed”.',
    'Stein didn’t say “the road is closed”.',
    'Stein has never called the road “closed for good”.',
    'Stein refused to call it “closed for good”.',
    'Stein declined to say “the road is closed”.',
    'Stein stopped short of saying “the road is closed”.',
    'Stein should have said “the road is closed”.',
    'Nor did Stein say “the road is closed”.',
    'Neither Stein said “the road is closed”.',
    'Lund denied that Stein had said “the road is closed”.',
    'There is no evidence that Stein said “the road is closed”.',
    'Stein denied that “the road is closed”.',
    'No official said “the road is closed”.',
    '“The road is closed,” Stein never said.',
    'Stein did not answer. “The road is closed.”',
    'Stein has never used the words “a friend of the road”.',
  ])('%s', (text) => {
    expect(speakerOf(text)).toBeUndefined();
  });

  it.each([
    'Stein said “the road is not closed”.',
    'Stein not only said “the road is closed”, he laughed.',
    'Stein did not hesitate to call it “closed for good”.',
    'Stein, who never liked it, said “the road is closed”.',
    'Asked why he had not come, Stein said “the road is closed”.',
    'Stein declined to comment further, saying “the road is closed”.',
    'Stein denied it: “The road is open.”',
    '“The road is open,” Stein denied.',
    'No Labels said “the road is closed”.',
    'The rain never fell. Stein said “the road is closed”.',
    'Stein had never before said “the road is closed”.',
    'Lund did not come, and Stein said “the road is closed”.',
    'It is not late, Stein said: “The road is closed.”',
    'Stein did not come, but told the paper “the road is closed”.',
    'Stein did not seem to care, telling the paper “the road is closed”.',
    'Stein never laughed and said “the road is closed”.',
    'Lund asked whether or not Stein said “the road is closed”.',
    'Stein says nobody may like it but insists it is “closed for good”.',
    'Stein has never been “a friend of the road”.',
    'His warning that it would not have to be “closed for good” was late, Stein said.',
  ])('but what they say is theirs: %s', (text) => {
    expect(speakerOf(text)).toMatch(/Stein|[Hh]e|Labels|His/);
  });

  it.each<[text: string, isDenied: boolean]>([
    ['Stein never said that the road is closed.', true],
    ['Stein denied ever having said that the road is closed.', true],
    ['Nor did he say that the road is closed.', true],
    ['Stein said that the road is never closed.', false],
    ['Stein denied that the road is closed.', false],
    ['To say nothing new and never lie, Stein said the road is closed.', false],
  ])('nor is it in reported speech: %s', (text, isDenied) => {
    const all = introductionsIn(text);
    expect(all.every((one) => one.isDenied === isDenied)).toBe(true);
    expect(all.length + Number(isDenied)).toBeGreaterThan(0);
  });

  it('does not go on in the next quotation, which somebody else may say', () => {
    const [first, second] = speechIn('Stein never said “the road is closed.” “It is open.”');
    expect([first?.isDenied, second?.speaker]).toEqual([true, null]);
  });

  it('is told by what stands within 200 characters, and by the twenty before', () => {
    const between = (blanks: number) => {
      const text = `Stein${' '.repeat(blanks)}never said`;
      const cue = { start: text.length - 4, end: text.length };
      return isDenied(text, { speaker: { start: 0, end: 5 }, cue });
    };
    expect([between(190), between(191)]).toEqual([true, false]);
    const behind = (words: string) => {
      const start = words.length;
      const cue = { start: start + 6, end: start + 10 };
      return isDenied(`${words}Stein said`, { speaker: { start, end: start + 5 }, cue });
    };
    expect([behind('There is no indication that '), behind('Of a casino indication that ')]).toEqual([
      true,
      false,
    ]);
  });
});
