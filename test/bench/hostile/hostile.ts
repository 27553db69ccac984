import { mean, mebibytes, memoryHeld, milliseconds, print, table } from '../measure.js';
import { inputAt, ROUND } from './kinds.js';
import { Target } from './target.js';

/** Discord waits for three seconds; so much of it an answer may take, in milliseconds. */
const SLOW_MS = 2_000;
/** After so many inputs the local Discord forgets what was sent. */
const FORGOTTEN = 250;
/** How often memory is looked at: ten times a quarter. */
const SAMPLES = 40;
/**
 * By how much the last quarter may hold more than the first: documents come and go, and fill the caches of documents, which
 * have their bounds. What members type is measured by the soak.
 */
const FLAT = 1.5;
/** Of so many faults of a kind the input is printed. */
const PRINTED = 5;
/** How much of an input is printed, in UTF-16 code units: its number makes it again. */
const SHOWN = 600;

export interface HostileOptions {
  readonly count: number;
  readonly seed: number;
  /** Sends this input alone, over the documents that it was sent over. */
  readonly only?: number | undefined;
  readonly smoke: boolean;
}

/** What was counted of one kind of inputs. */
interface Counted {
  sent: number;
  answered: number;
  failed: number;
  refused: number;
  unanswered: number;
  moved: number;
  slow: number;
  longest: number;
}

/**
 * Sends hostile inputs to a bot on a local Discord and to a session, and says what came of them. Ends with a fault
 * where any failed, was refused by Discord, took too long or moved the corpus, or where memory grew.
 */
export async function benchHostile({ count, seed, only, smoke }: HostileOptions): Promise<void> {
  const target = await Target.start();
  const byKind = new Map<string, Counted>();
  const held: number[] = [];
  const began = performance.now();
  try {
    if (only !== undefined) await sendOnly(target, seed, only, byKind);
    else
      for (let at = 0; at < count; at++) {
        await sendAt(target, seed, at, byKind);
        if ((at + 1) % FORGOTTEN === 0) target.forget();
        if ((at + 1) % Math.max(1, Math.floor(count / SAMPLES)) !== 0) continue;
        held.push(memoryHeld().heap);
        if (!smoke) process.stderr.write(`${at + 1} of ${count}: ${mebibytes(held.at(-1) ?? 0)}\n`);
      }
  } finally {
    await target.stop();
  }
  const took = (performance.now() - began) / 1_000;
  print(
    `\nHostile: ${only === undefined ? `${count} inputs` : `input ${only}`} of seed ${seed}, in ${took.toFixed(0)} s`,
  );
  const isFaulty = report(byKind);
  const isFlat = only !== undefined || reportMemory(held);
  if (isFaulty || !isFlat) process.exitCode = 1;
}

/** Sends the input number `only` over the documents that it meets in a whole run: those that its round began with. */
async function sendOnly(
  target: Target,
  seed: number,
  only: number,
  byKind: Map<string, Counted>,
): Promise<void> {
  const round = Math.floor(only / ROUND);
  if (round * ROUND !== only) await target.send(inputAt(seed, round * ROUND).input);
  await sendAt(target, seed, only, byKind);
}

async function sendAt(target: Target, seed: number, at: number, byKind: Map<string, Counted>): Promise<void> {
  const { kind, input } = inputAt(seed, at);
  const seen = await target.send(input);
  const counted = byKind.get(kind) ?? {
    sent: 0,
    answered: 0,
    failed: 0,
    refused: 0,
    unanswered: 0,
    moved: 0,
    slow: 0,
    longest: 0,
  };
  byKind.set(kind, counted);
  counted.sent++;
  if (seen.answered) counted.answered++;
  counted.longest = Math.max(counted.longest, seen.took);
  if (seen.took > SLOW_MS) counted.slow++;
  for (const fault of new Set(seen.faults.map(([name]) => name))) counted[fault]++;
  const faults = [
    ...seen.faults,
    ...(seen.took > SLOW_MS ? [['slow', milliseconds(seen.took)] as const] : []),
  ];
  if (faults.length === 0 || counted.failed + counted.refused + counted.unanswered + counted.slow > PRINTED)
    return;
  print(`\n${kind}: --seed ${seed} --input ${at}\n  ${JSON.stringify(input).slice(0, SHOWN)}`);
  for (const [fault, what] of faults) print(`  ${fault}: ${what}`);
}

/** Prints what was counted; true if anything went wrong. */
function report(byKind: ReadonlyMap<string, Counted>): boolean {
  const rows = [...byKind].map(
    ([kind, { sent, answered, failed, refused, unanswered, moved, slow, longest }]) => [
      kind,
      ...[sent, answered, failed, refused, unanswered, moved, slow].map(String),
      milliseconds(longest),
    ],
  );
  const heads = [
    '',
    'sent',
    'answered',
    'failed',
    'refused',
    'unanswered',
    'corpus moved',
    'over 2 s',
    'longest',
  ];
  table([heads, ...rows]);
  return [...byKind.values()].some(
    ({ failed, refused, unanswered, moved, slow }) => failed + refused + unanswered + moved + slow > 0,
  );
}

/** Prints what the heap held; true if it did not grow. */
function reportMemory(held: readonly number[]): boolean {
  const quarter = Math.max(1, Math.floor(held.length / 4));
  const [first, last] = [mean(held.slice(0, quarter)), mean(held.slice(-quarter))];
  print(
    `Heap and buffers after a collection: ${mebibytes(first)} in the first quarter, ${mebibytes(last)} in the last, ${(last / first).toFixed(3)} of it`,
  );
  return last / first <= FLAT;
}
