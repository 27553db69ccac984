import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/corpus/source.js';
import { isHeadline, isStandfirst } from '../../src/search/headline.js';
import { documentOf } from './engine-contract.js';

const passagesOf = (text: string, source: Source = {}) => documentOf('1', text, source).passages;
const headlines = (text: string, source?: Source) => passagesOf(text, source).map(isHeadline);
const standfirsts = (...paragraphs: string[]) => passagesOf(paragraphs.join('\n\n')).map(isStandfirst);

describe('a headline', () => {
  it('is a first paragraph that is no sentence, of more than one', () => {
    expect(headlines('Rain in May\n\nIt fell')).toEqual([true, false]);
    expect(headlines('Rain in May')).toEqual([false]);
  });

  it.each(['.', '?', '!', '…', '.”', '?’', '."', ".'", '.»', '.)', '.]', '.”)'])(
    'does not end as a sentence does, in %s',
    (end) => {
      expect(headlines(`It rained in May${end}\n\nIt fell.`)).toEqual([false, false]);
    },
  );

  it('is the title of its document however it ends, case, accents and blanks apart', () => {
    const title = ' Will Élan fall? ';
    expect(headlines('WILL ELAN FALL?\n\nIt fell.', { title })).toEqual([true, false]);
    expect(headlines('Will it fall?\n\nIt fell.', { title })).toEqual([false, false]);
  });
});

describe('a standfirst', () => {
  it('is the second of three paragraphs or more, under a headline', () => {
    expect(standfirsts('Rain in May', 'It fell for days.', 'It did.')).toEqual([false, true, false]);
    expect(standfirsts('Rain in May', 'It fell for days.')).toEqual([false, false]);
    expect(standfirsts('It rained in May.', 'It fell for days.', 'It did.')).toEqual([false, false, false]);
  });

  it.each(['"', '“', '”'])('quotes nobody: %s', (mark) => {
    expect(standfirsts('Rain in May', `It ${mark}fell.`, 'It did.')).toEqual([false, false, false]);
  });

  it('has 140 code units at most', () => {
    const second = (length: number) => standfirsts('Rain in May', 'x'.repeat(length), 'It did.')[1];
    expect([second(140), second(141)]).toEqual([true, false]);
  });
});
