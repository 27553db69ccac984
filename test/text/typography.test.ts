import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoldedText, foldsBetween } from '../../src/text/typography.js';
import { adversarialText } from '../support/adversarial.js';

const fold = (text: string) => FoldedText.of(text).text;

describe('folding', () => {
  it.each([
    [
      'quotation marks',
      ['He said “no” twice', 'He said "no" twice', 'He said «no» twice', 'He said no twice'],
    ],
    ['apostrophes', ['It’s', "It's", 'Itʼs']],
    ['dashes and hyphens', ['well‑known', 'well-known']],
    ['dashes with blanks around them', ['so — he', 'so – he', 'so -- he', 'so—he']],
    ['white space', ['one two', 'one\u00A0two', 'one\n\n  two', 'one\ttwo']],
    ['ellipsis characters', ['so … no', 'so... no', 'so . . . no', 'so…no']],
    ['composed characters', ['caf\u00E9', 'cafe\u0301']],
    ['invisible characters', ['example', 'exam\u00ADple', 'exam\u200Bple', '\uFEFFexample']],
  ])('makes one of %s', (_, forms) => {
    expect(new Set(forms.map(fold)).size).toBe(1);
  });

  it.each([
    ['letters', 'funded', 'financed'],
    ['letter case', 'Gospel', 'gospel'],
    ['accents', 'cafe', 'café'],
    ['digits', 'in 2012', 'in 2013'],
    ['commas', 'one, two', 'one two'],
    ['a contraction', "it's", 'its'],
    ['a hyphen and none', 're-sign', 'resign'],
    ['symbols', '5 %', '6 %'],
    ['superscripts', 'm²', 'm2'],
  ])('keeps %s apart', (_, a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('is the same in one piece and in many', async () => {
    const text = 'He said: “It’s – well – so…” '.repeat(9_000);
    expect((await FoldedText.ofLong(text, () => undefined)).text).toBe(fold(text));
  });

  it('leads back to the source, and forth again', () => {
    fc.assert(
      fc.property(adversarialText, (text) => {
        const folded = FoldedText.of(text);
        let reached = 0;
        for (let at = 0; at < folded.text.length; at++) {
          const [start, end] = [folded.sourceStart(at), folded.sourceEnd(at + 1)];
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(folded.foldedOffset(start)).toBeLessThanOrEqual(at);
          // A letter or digit without marks stands for itself.
          if (/[A-Za-z0-9]/.test(folded.text.charAt(at)) && end === start + 1) {
            expect(text.slice(start, end).normalize('NFKC')).toContain(folded.text.charAt(at));
          }
          reached = start;
        }
      }),
    );
  });

  it('of a folded text changes nothing more', () => {
    fc.assert(
      fc.property(adversarialText, (text) => {
        expect(fold(fold(text).trim())).toBe(fold(text).trim());
      }),
    );
  });
});

describe('the folds between two texts', () => {
  it.each<[string, string, string[]]>([
    ['He said no', 'He said no', []],
    ['“no”', '"no"', ['quotation marks']],
    ['It’s', "It's", ['apostrophes']],
    ['a - b', 'a — b', ['dashes and hyphens']],
    ['a b', 'a\nb', ['white space']],
    ['a…', 'a...', ['ellipsis characters']],
    ['caf\u00E9', 'cafe\u0301', ['composed characters']],
    ['example', 'exam\u00ADple', ['invisible characters']],
    [
      '“It’s so” — he',
      '"It\'s so"-he',
      ['quotation marks', 'apostrophes', 'dashes and hyphens', 'white space'],
    ],
  ])('%j and %j are %j', (a, b, folds) => {
    expect(foldsBetween(a, b)).toEqual(folds);
  });
});
