import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORTING_VERBS } from '../../../src/languages/english/reporting-verbs.js';
import { regularForms } from '../../../src/languages/english/verb-forms.js';
import { classesOf, Is, mentionsSaying } from '../../../src/languages/english/word-classes.js';

/** Every form, written out and read by people: base, present, past, participle. */
const WRITTEN = readFileSync(path.join(import.meta.dirname, 'verb-forms.txt'), 'utf8')
  .trim()
  .split('\n');

describe('the verbs of saying', () => {
  it('have the forms that are written out for each', () => {
    const made = REPORTING_VERBS.map(({ base, present, past, participle }) =>
      [base, present, past.join('/'), participle.join('/')].join(' '),
    );
    expect(made.sort()).toEqual(WRITTEN);
  });

  it('stand in the table once', () => {
    const bases = REPORTING_VERBS.map(({ base }) => base);
    expect(bases).toEqual([...new Set(bases)]);
  });

  it.each([
    ['quipped', Is.SayPast],
    ['labelled', Is.SayPast],
    ['labeled', Is.SayPast],
    ['labelling', Is.SayParticiple],
    ['rebutted', Is.SayPast],
    ['offered', Is.SayPast],
    ['offering', Is.SayParticiple],
    ['quips', Is.SayPresent],
    ['rebut', Is.SayBase],
    ['reports', Is.SayNoun],
    ['labels', Is.SayNoun],
  ])('%s is looked up', (form, classes) => {
    expect(classesOf(form) & classes).toBe(classes);
  });

  it.each(['quiped', 'rebuted', 'offerred', 'admited', 'slured', 'blurtted'])(
    '%s is no form of one',
    (form) => {
      expect(classesOf(form) & (Is.SayPast | Is.SayPresent | Is.SayBase | Is.SayParticiple)).toBe(0);
    },
  );
});

describe('the forms of a regular verb', () => {
  it.each([
    ['deny', 'never', 'denies denied denying'],
    ['preach', 'never', 'preaches preached preaching'],
    ['argue', 'never', 'argues argued arguing'],
    ['convey', 'never', 'conveys conveyed conveying'],
    ['agree', 'never', 'agrees agreed agreeing'],
    ['rebut', 'always', 'rebuts rebutted rebutting'],
    ['label', 'either', 'labels labeled labelled labeling labelling'],
  ] as const)('of %s, whose last letter doubles %s', (base, doubling, wanted) => {
    const { present, past, participle } = regularForms(base, doubling);
    expect([present, ...past, ...participle].join(' ')).toBe(wanted);
  });
});

it.each([
  ['Borg quipped', true],
  ['According to the mayor', true],
  ['he says so', true],
  ['two reports and many labels', false],
  ['the dam is safe', false],
])('“%s” mentions saying: %s', (text, wanted) => {
  expect(mentionsSaying(text)).toBe(wanted);
});
