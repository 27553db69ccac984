import type { Fleet, Heard, ProcessReload, ProcessState } from '../library/fleet.js';
import { messages } from '../messages/index.js';
import { otherShards, writeShards } from '../shards.js';
import type { Fact } from './facts.js';

/** What there is to know of the processes that serve a bot. */
export interface FleetView {
  readonly fleet: Fleet;
  /** What this process serves. */
  readonly revision: string;
  /** What was heard of the others. */
  readonly others: readonly Heard<ProcessReload | ProcessState>[];
  readonly asked: 'reload' | 'state';
}

/** Which process answers, what all of them serve, and which are out of reach. */
export function fleetFacts({ fleet, revision, others, asked }: FleetView): Fact[] {
  const { facts, thisProcess, agree, restartElsewhere, notAskedElsewhere } = messages.corpus;
  const { process, size } = fleet;
  const shards = writeShards(fleet.shards);
  const own = { process, state: asked === 'reload' ? ('reloaded' as const) : ('serving' as const), revision };
  const processes = others.map((other) => ({
    process: other.process,
    state: other.kind,
    revision: 'revision' in other ? other.revision : null,
  }));
  const all = [own, ...processes].sort((a, b) => a.process - b.process);
  const agreeing = all.filter((one) => one.revision === revision).length;
  const shardsElsewhere = otherShards(fleet.reached).map(writeShards);
  const elsewhere = asked === 'reload' ? restartElsewhere : notAskedElsewhere;
  return [
    { name: facts.thisProcess, value: thisProcess(process, size, shards), data: { process, shards } },
    {
      name: facts.processes,
      value: agree(
        agreeing,
        size,
        others.flatMap((other) => noteOn(other, revision)),
      ),
      data: { processes: all },
    },
    ...(shardsElsewhere.length === 0
      ? []
      : [{ name: facts.elsewhere, value: elsewhere(shardsElsewhere), data: { shardsElsewhere } }]),
  ];
}

/** True if all processes that run serve what this one does. */
export function isAgreed({ revision, others }: FleetView): boolean {
  return others.every((one) => one.kind === 'down' || ('revision' in one && one.revision === revision));
}

/** The faults that other processes found, each once. */
export function faultsOfOthers({ others }: FleetView): string[] {
  return [...new Set(others.flatMap((one) => (one.kind === 'faulty' ? one.faults : [])))];
}

function noteOn(one: Heard<ProcessReload | ProcessState>, revision: string): string[] {
  const { states } = messages.corpus;
  const { process } = one;
  if (one.kind !== 'serving' && one.kind !== 'reloaded') return [states[one.kind](process)];
  return one.revision === revision ? [] : [states.differs(process, one.revision)];
}
