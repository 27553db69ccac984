import { expect, it } from 'vitest';
import { mutated, partOf, relatedTests } from './mutants.js';

const mutant = { id: 'limit', file: 'src/search/a.ts', from: 'MAX = 3', to: 'MAX = $&' };

it('a mutant changes what stands in a file once, and says where it does not', () => {
  expect(mutated('const MAX = 3;', mutant)).toBe('const MAX = $&;');
  expect(() => mutated('', mutant)).toThrow('limit: “MAX = 3” stands 0 times in src/search/a.ts');
  expect(() => mutated('MAX = 3; MAX = 3;', mutant)).toThrow('stands 2 times');
  expect(() => mutated('MAX = 3', { ...mutant, to: 'MAX = 3' })).toThrow('is replaced by itself');
});

it('a part is from all over a list, and never more than all', () => {
  expect(partOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 3, 6]);
  expect(partOf(['a', 'b'], 12)).toEqual(['a', 'b']);
});

it.each([
  ['src/search/met.ts', 'test/search/'],
  ['src/surfaces/discord/message.ts', 'test/surfaces/discord/'],
  ['src/log.ts', 'test/log.test'],
])('a change to %s is tried against %s, and against quality', (file, tests) => {
  expect(relatedTests(file)).toEqual(['test/quality/', tests]);
});

it('a change to what makes answers is tried against what shows them too', () => {
  const tests = ['test/quality/', 'test/commands/', 'test/command/', 'test/surfaces/'];
  expect(relatedTests('commands/ask.ts')).toEqual(tests);
});
