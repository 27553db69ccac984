import { expect, it } from 'vitest';
import { personsIn } from '../../../src/languages/english/persons.js';

it.each([
  ['Ada Borg met Mr. Holm in Lund.', ['Ada Borg', 'Mr. Holm']],
  ['On Monday Borg and Holm left the White House, the FBI and the U.S.', ['Borg', 'Holm']],
  ['Borg’s lawyer met the lawyer Ada Holm at Borg’s house.', ['Borg’s', 'lawyer', 'the lawyer Ada Holm']],
  ['“Ask Borg,” he said.', []],
  ['Rain fell on the mayor.', ['Rain']],
])('the names that may be a person’s: %s', (text, wanted) => {
  expect(personsIn(text)).toEqual(wanted);
});
