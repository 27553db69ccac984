import { afterEach, expect, it, vi } from 'vitest';
import type { ToProcess } from '../../src/processes/protocol.js';
import { type Asked, Rounds } from '../../src/processes/round.js';

const RELOAD = { about: 'reload', by: 'Ann', full: false } as const;

/** A process that keeps what it is asked. */
function asked(process: number): Asked & { readonly ids: number[] } {
  const ids: number[] = [];
  return { process, ids, send: ({ id }: ToProcess) => ids.push(id) > 0 };
}

afterEach(() => void vi.useRealTimers());

it('all are heard, in the order of their numbers, whoever is first', async () => {
  const rounds = new Rounds();
  const [two, three] = [asked(2), asked(3)];
  const heard = rounds.hear([two, three], RELOAD);
  rounds.tell(3, three.ids[0] ?? 0, { kind: 'reloaded', revision: 'b' });
  rounds.tell(2, two.ids[0] ?? 0, { kind: 'faulty', revision: 'a', faults: ['x'] });
  expect(await heard).toEqual([
    { process: 2, kind: 'faulty', revision: 'a', faults: ['x'] },
    { process: 3, kind: 'reloaded', revision: 'b' },
  ]);
});

it('who is not there, or ends meanwhile, is down', async () => {
  const rounds = new Rounds();
  const heard = rounds.hear([asked(2), { process: 3, send: () => false }], RELOAD);
  rounds.lose(2);
  expect(await heard).toEqual([
    { process: 2, kind: 'down' },
    { process: 3, kind: 'down' },
  ]);
});

it('nobody answers for another', async () => {
  const rounds = new Rounds();
  const two = asked(2);
  const heard = rounds.hear([two], RELOAD);
  rounds.tell(3, two.ids[0] ?? 0, { kind: 'reloaded', revision: 'b' });
  rounds.lose(3);
  rounds.tell(2, two.ids[0] ?? 0, { kind: 'broken', revision: 'a' });
  expect(await heard).toEqual([{ process: 2, kind: 'broken', revision: 'a' }]);
});

it.each([
  ['a reload', RELOAD, 600_000],
  ['a state', { about: 'state' } as const, 1_000],
])('%s is waited for so long and no longer', async (_, ask, wait) => {
  vi.useFakeTimers();
  const rounds = new Rounds();
  const silent = vi.fn();
  const heard = rounds.hear([asked(2)], ask).then((said) => silent(said));
  await vi.advanceTimersByTimeAsync(wait - 1);
  expect(silent).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await heard;
  expect(silent).toHaveBeenCalledWith([{ process: 2, kind: 'silent' }]);
});
