import { expect, it } from 'vitest';
import { CHECK_WITHIN_MS, Checks } from '../../src/health/checks.js';

it('all is well where every check says so, one that takes its time too', async () => {
  const checks = new Checks();
  checks.add('corpus', () => undefined);
  checks.add('cluster', async () => undefined);
  expect(await checks.run()).toEqual({ ready: true, checks: { corpus: 'ok', cluster: 'ok' } });
});

it('a check that fails is named, with what is wrong, and the others are run all the same', async () => {
  const checks = new Checks();
  checks.add('first', () => 'it is out of paper');
  checks.add('second', () => {
    throw new Error('disk on fire');
  });
  checks.add('third', () => Promise.reject(new Error('nobody is there')));
  checks.add('last', () => undefined);
  expect(await checks.run()).toEqual({
    ready: false,
    checks: { first: 'it is out of paper', second: 'disk on fire', third: 'nobody is there', last: 'ok' },
  });
});

it('a check that does not answer in time fails', async () => {
  const checks = new Checks(20);
  checks.add('cluster', () => new Promise(() => {}));
  expect(await checks.run()).toEqual({ ready: false, checks: { cluster: 'no answer within 20 ms' } });
});

it('a check takes the place of one of the same name', async () => {
  const checks = new Checks();
  checks.add('cluster', () => 'gone');
  checks.add('cluster', () => undefined);
  expect(await checks.run()).toEqual({ ready: true, checks: { cluster: 'ok' } });
});

it('a check may take three quarters of the second that a probe waits', () => {
  expect(CHECK_WITHIN_MS).toBe(1_000 * 0.75);
});
