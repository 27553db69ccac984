import { describe, expect, it } from 'vitest';
import { introductionsIn, speakersIn, speechIn } from '../../../src/languages/english/speech.js';

const speakers = (text: string) =>
  speechIn(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));

describe('the speaker of a quotation', () => {
  it.each([
    ['“We won,” Smith said.', ['Smith']],
    ['“We won,” said Mr. John Smith.', ['Mr. John Smith']],
    ['Smith said, “We won.”', ['Smith']],
    ['According to the judge, “We won.”', ['the judge']],
    ['“We won,” he elaborated.', ['he']],
    ['“We won,” Smith, a lawyer for the firm, said.', ['Smith']],
    ['“We won,” Smith said. “We always do.”', ['Smith', 'Smith']],
    ['“We won.” She added, “They lost.”', [null, 'She']],
    ['Trump attacked Obama, calling him “the worst.”', ['Trump']],
    ['In his speech, Trump called it “a lie” twice.', ['Trump']],
    ['“The sky is blue.”', [null]],
    ['Smith answered at once. “We won.”', ['Smith']],
    ['“We won,” Smith said. “And they lost.”', ['Smith', 'Smith']],
    ['“We won,” Smith said. It is a “fine” day.', ['Smith', null]],
    ['“We won,” said Smith, a lawyer for the firm, “and they lost.”', ['Smith', 'Smith']],
    ['The president was called “a liar” by Senator Warren.', ['Senator Warren']],
    ['Trump was told by Comey that he was “not under investigation.”', ['Comey']],
    ['“It was an accident,” police said.', ['police']],
  ])('%s', (text, wanted) => {
    expect(speakers(text)).toEqual(wanted);
  });

  it('is nobody who is only spoken of inside the quotation', () => {
    expect(speakers('“Smith said so,” Jones noted.')).toEqual(['Jones']);
  });
});

describe('what introduces a statement', () => {
  const introductions = (text: string) =>
    introductionsIn(text).map(({ words }) => text.slice(words.start, words.end));

  it.each([
    ['Putin argued that diplomats should wait.', ['Putin argued that']],
    [
      'To exonerate himself, he makes the audacious claim that it was so.',
      ['To exonerate himself, he makes the audacious claim that'],
    ],
    ['Putin pointed out that workers had left.', ['Putin pointed out that']],
    ['“We won,” said Smith. He added that it was late.', ['said Smith', 'He added that']],
    ['Rain fell on Monday.', []],
    ['Three people died in the fire, the police said.', ['the police said']],
  ])('%s', (text, wanted) => {
    expect(introductions(text)).toEqual(wanted);
  });
});

it('leaves pronouns out of the names of speakers', () => {
  expect(speakersIn('“We won,” he said. “They lost,” Anna Smith said.')).toEqual([
    'Anna Smith',
    'Anna Smith',
  ]);
});
