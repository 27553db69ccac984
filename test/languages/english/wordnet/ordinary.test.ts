import { expect, it } from 'vitest';
import { isOrdinary } from '../../../../src/languages/english/wordnet/ordinary.js';

it.each(['king', 'lie', 'lies', 'paid', 'universities', 'may', 'turkey'])(
  '“%s” is a word in small letters',
  (word) => {
    expect(isOrdinary(word)).toBe(true);
  },
);

it.each(['putin', 'chicago', 'einstein', 'lundgren', 'ekeby', ''])('“%s” is a name, or no word', (word) => {
  expect(isOrdinary(word)).toBe(false);
});
