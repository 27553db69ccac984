import { expect, it } from 'vitest';
import { isHonorific, withoutHonorifics } from '../../../src/languages/english/honorifics.js';

it.each([
  ['mr smith', 'smith'],
  ['the former president ada borg', 'ada borg'],
  ['ada borg', 'ada borg'],
  ['president', 'president'],
  ['secretary of state', 'secretary of state'],
])('titles are left off where a name follows: %s', (name, wanted) => {
  expect(withoutHonorifics(name.split(' ')).join(' ')).toBe(wanted);
});

it('is a title with its full stop or a capital too', () => {
  expect(['Mr.', 'President', 'gov', 'Borg'].map(isHonorific)).toEqual([true, true, true, false]);
});
