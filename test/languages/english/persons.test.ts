import { expect, it } from 'vitest';
import { isPersonal, personsIn } from '../../../src/languages/english/persons.js';

it.each([
  ['Ada Borg met Mr. Holm in Lund.', ['Ada Borg', 'Mr. Holm']],
  ['On Monday Borg and Holm left the White House, the FBI and the U.S.', ['Borg', 'Holm']],
  ['Borg’s lawyer met the lawyer Ada Holm at Borg’s house.', ['Borg’s', 'lawyer', 'the lawyer Ada Holm']],
  ['“Ask Borg,” he said.', []],
  ['Rain fell on the mayor.', ['Rain']],
])('the names that may be a person’s: %s', (text, wanted) => {
  expect(personsIn(text)).toEqual(wanted);
});

it.each(['Ada Borg', 'Mr. Borg', 'Mayor Borg', 'Ana de la Cruz', 'Ada Borg’s'])('%s is a person', (name) => {
  expect(isPersonal(name)).toBe(true);
});

it.each(['Borg', 'New Lund', 'Lund Council', 'the Lund Post', 'South Lund', 'Lund UN', 'Borg’s lawyer'])(
  '%s may be something else',
  (name) => {
    expect(isPersonal(name)).toBe(false);
  },
);
