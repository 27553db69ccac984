import { expect, it } from 'vitest';
import type { Source } from '../../src/corpus/source.js';
import { isVague, isWanted } from '../../src/search/source-filter.js';
import { documentOf } from './engine-contract.js';

const wanted = (source: Source, filter: Parameters<typeof isWanted>[1]) =>
  isWanted(documentOf('000', 'Words.', source), filter);

it.each<[string, Source, boolean]>([
  ['le cafe', { outlet: 'Le Café' }, true],
  ['000', { outlet: 'Le Café' }, true],
  ['000', {}, true],
  ['Le', { outlet: 'Le Café' }, false],
  ['', {}, true],
  ['00', {}, false],
])('outlet:%s with %j: %s', (outlet, source, expected) => {
  if (outlet !== '') expect(wanted(source, { outlet })).toBe(expected);
  else expect(wanted(source, {})).toBe(expected);
});

it.each<[string | undefined, string | undefined, boolean]>([
  ['2018', '2018', true],
  ['2018-07', undefined, true],
  ['2018-07-05', '2018-07-05', true],
  ['2018-07-06', undefined, false],
  [undefined, '2018-07-04', false],
  [undefined, '2018-06', false],
  ['2019', undefined, false],
  ['2017-12-31', '2018-07', true],
])('from:%s to:%s of 2018-07-05', (from, to, expected) => {
  expect(wanted({ published: '2018-07-05' }, { from, to })).toBe(expected);
  expect(wanted({ published: '2018-07-05T23:30:00+02:00' }, { from, to })).toBe(expected);
  expect(wanted({}, { from, to })).toBe(false);
});

it.each<[string, string | undefined, string | undefined, 'in' | 'out' | 'vague']>([
  ['2018', '2018', '2018', 'in'],
  ['2018', '2018-01', '2018-12-31', 'in'],
  ['2018', '2018-03', undefined, 'vague'],
  ['2018', undefined, '2018-03', 'vague'],
  ['2018', '2019', undefined, 'out'],
  ['2018', undefined, '2017-12-31', 'out'],
  ['2018-02', '2018-02-01', '2018-02-28', 'in'],
  ['2020-02', undefined, '2020-02-28', 'vague'],
  ['2018-03', '2018-03-05', '2018-03-05', 'vague'],
  ['2018-03', '2018', '2018', 'in'],
  ['2018-03', '2018-04', undefined, 'out'],
])('what is dated %s, from:%s to:%s: %s', (published, from, to, expected) => {
  expect(wanted({ published }, { from, to })).toBe(expected === 'in');
  const document = documentOf('000', 'Words.', { published, outlet: 'The Paper' });
  expect(isVague(document, { from, to })).toBe(expected === 'vague');
  expect(isVague(document, { from, to, outlet: 'Another' })).toBe(false);
});
