import { expect, it } from 'vitest';
import { logWarnings, warningLines } from '../../src/start/log-warnings.js';
import { keptLog } from '../support/bot.js';

it('logs twenty warnings of a load, and how many more there are', () => {
  const warnings = Array.from({ length: 21 }, (_, at) => ({
    file: `${at}.txt`,
    line: 3,
    problem: 'it is wet',
    remedy: 'dry it',
  }));
  const { log, logged } = keptLog();
  logWarnings(warnings, log);
  expect(logged).toHaveLength(21);
  expect(logged[0]).toMatchObject({ level: 40, warning: '0.txt:3: it is wet; dry it' });
  expect(logged[20]?.msg).toBe('1 more warning about the documents; npm run check:seeds lists them');
  const few = keptLog();
  logWarnings(warnings.slice(1), few.log);
  expect(few.logged).toHaveLength(20);
  const lines = warningLines(warnings);
  expect(lines).toHaveLength(21);
  expect(lines[0]).toBe('warning: 0.txt:3: it is wet; dry it');
  expect(lines[20]).toBe('warning: 1 more warning about the documents; npm run check:seeds lists them');
  expect(warningLines(warnings.slice(1))).toHaveLength(20);
});
