import { expect, it } from 'vitest';
import { loneProcess } from '../../src/library/fleet.js';
import { factsSchema } from '../../src/reply/facts.js';
import { type FleetView, faultsOfOthers, fleetFacts, isAgreed } from '../../src/reply/fleet-facts.js';

const FLEET = {
  ...loneProcess({ first: 4, last: 7, of: 64 }),
  process: 2,
  size: 4,
  reached: { first: 0, last: 15, of: 64 },
};
const view = (...others: FleetView['others']): FleetView => ({
  fleet: FLEET,
  revision: 'new',
  others,
  asked: 'reload',
});
const all = (of: FleetView) => Object.assign({}, ...fleetFacts(of).map(({ data }) => data));
const said = (of: FleetView) => fleetFacts(of).map(({ name, value }) => `${name}: ${value}`);

it('where all have the same documents, that is said, and which machines were not reached', () => {
  const agreed = view(
    { process: 1, kind: 'reloaded', revision: 'new' },
    { process: 3, kind: 'reloaded', revision: 'new' },
    { process: 4, kind: 'down' },
  );
  expect(isAgreed(agreed)).toBe(true);
  expect(said(agreed)).toEqual([
    'This process: 2 of 4, shards 4-7/64',
    'Processes: 3 of 4 serve this revision; process 4 is not running and reads the documents when it starts',
    'Other machines: shards 16-63/64 were not reached; restart the bot there to read these documents',
  ]);
  expect(factsSchema.parse(all(agreed))).toEqual({
    process: 2,
    shards: '4-7/64',
    processes: [
      { process: 1, state: 'reloaded', revision: 'new' },
      { process: 2, state: 'reloaded', revision: 'new' },
      { process: 3, state: 'reloaded', revision: 'new' },
      { process: 4, state: 'down', revision: null },
    ],
    shardsElsewhere: ['16-63/64'],
  });
});

it('each process that has other documents is named, and each fault once', () => {
  const parted = view(
    { process: 1, kind: 'faulty', revision: 'old', faults: ['a', 'b'] },
    { process: 3, kind: 'faulty', revision: 'old', faults: ['b', 'c'] },
    { process: 4, kind: 'reloaded', revision: 'newer' },
  );
  expect(isAgreed(parted)).toBe(false);
  expect(said(parted)[1]).toBe(
    'Processes: 1 of 4 serve this revision; process 1 found faults and keeps its documents; process 3 found faults and keeps its documents; process 4 serves revision newer',
  );
  expect(faultsOfOthers(parted)).toEqual(['a', 'b', 'c']);
});

it.each([
  [{ process: 1, kind: 'broken', revision: 'old' }, 'could not reload and keeps its documents, see its log'],
  [{ process: 1, kind: 'silent' }, 'does not answer, see its log'],
] as const)('a process that did not reload is no agreement: %j', (other, expected) => {
  expect(isAgreed(view(other))).toBe(false);
  expect(said(view(other))[1]).toContain(`process 1 ${expected}`);
});

it('a state is asked of this machine alone', () => {
  const state = {
    ...view({ process: 1, kind: 'serving' as const, revision: 'new' }),
    asked: 'state' as const,
  };
  expect(said(state).at(-1)).toBe('Other machines: shards 16-63/64; what they serve is not known here');
  expect(all(state).processes).toEqual([
    { process: 1, state: 'serving', revision: 'new' },
    { process: 2, state: 'serving', revision: 'new' },
  ]);
});
