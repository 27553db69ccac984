import { expect, it } from 'vitest';
import { withoutOwner } from '../../../src/languages/english/owner.js';

it.each([
  ['Borg’s lawyer Ada Holm', 'lawyer Ada Holm'],
  ["the voters' choice", 'choice'],
  ['Borg’s brother’s wife', 'wife'],
  ['Dr. Borg’s', 'Dr. Borg’s'],
  ['Ada O’Borg', 'Ada O’Borg'],
])('whose it is is left off: %s', (name, wanted) => {
  expect(withoutOwner(name)).toBe(wanted);
});
