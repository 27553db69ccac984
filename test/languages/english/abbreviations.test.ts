import { expect, it } from 'vitest';
import { isAbbreviation, TITLES } from '../../../src/languages/english/abbreviations.js';
import { tokensOf } from '../../../src/languages/english/tokens.js';
import { sentencesOf } from '../../../src/languages/sentences.js';

it.each(['Mr', 'Maj', 'Sept', 'J', 'U.S', 'e.g', 'vs', 'Corp'])('%s is an abbreviation', (word) => {
  expect(isAbbreviation(word)).toBe(true);
});

it.each(['Borg', 'a', 'US', 'mr', 'dam', ''])('%j is none', (word) => {
  expect(isAbbreviation(word)).toBe(false);
});

it('every title keeps its sentence whole and its full stop in its word', () => {
  for (const title of TITLES) {
    const text = `We met ${title}. Borg.`;
    expect(sentencesOf(text)).toHaveLength(1);
    expect(tokensOf(text, []).map(({ start, end }) => text.slice(start, end))).toContain(`${title}.`);
  }
});
