import { setTimeout } from 'node:timers/promises';
import { commands } from '../../commands/index.js';
import { askedStatements } from '../../src/command/asked-statements.js';
import type { RawOptions } from '../../src/command/command.js';
import { type Filters, filterFor } from '../../src/command/filters.js';
import { reportedIn } from '../../src/compare/reported.js';
import type { Library } from '../../src/library/library.js';
import { LiveLibrary } from '../../src/library/live.js';
import { jsonLine } from '../../src/reply/json.js';
import type { JsonAnswer } from '../../src/reply/json-schema.js';
import { seal } from '../../src/reply/seal.js';
import { searchLeniently } from '../../src/search/lenient.js';
import { ClusterError } from '../../src/search/opensearch/cluster-error.js';
import { createPace } from '../../src/text/pace.js';
import { replaceWords } from './claims.js';
import { inputsFrom } from './inputs.js';
import { mean } from './measure.js';

/** One thing to ask two libraries. */
export type Question =
  | { readonly kind: 'ranking' | 'verdict'; readonly command: string; readonly options: RawOptions }
  | { readonly kind: 'comparison' | 'suggestion'; readonly topic: string };

/** How far two libraries answered alike. Shares are from 0 to 1. */
export interface Sameness {
  readonly asked: number;
  /** Of the verdicts, the share that are the same with the same places. */
  readonly verdicts: number;
  /** What the first ten of a ranking have in common, on average. */
  readonly overlap: number;
  /** The share of rankings that begin with the same. */
  readonly first: number;
  /** The share of questions that both answer, or neither. */
  readonly silence: number;
  /** What differs, for whoever looks into it. */
  readonly different: readonly string[];
}

/** What a library said, as far as it is compared: what comes first, or all of a verdict. */
type Said = { readonly verdict: string } | { readonly ranking: readonly string[] };

/** How many of a ranking are compared: what a member sees on the first pages. */
const FIRST = 10;
/** A comparison reads on until it is done: no clock of a busy machine may decide what it says. */
const WITHOUT_TIME = { passages: 1_000, time: Number.POSITIVE_INFINITY } as const;
/** How often is asked before it is a failure, and what is waited for in between, in milliseconds. */
const TRIES = 20;
const PAUSE_MS = 2_000;
/** How many of the passages on a topic are compared. */
const COMPARED = 5;

/** `count` questions of all kinds about some passages: a fifth each of topics, questions, filters and comparisons with suggestions, and claims. */
export async function questionsOn(
  library: Library,
  passages: readonly string[],
  count: number,
): Promise<Question[]> {
  const inputs = inputsFrom(passages, count);
  const outlets = await library.catalogue.outlets(5);
  const speakers = await library.catalogue.speakers('', 40);
  const one = (at: number): Question => {
    const topic = itemOf(inputs.topics, at);
    const claim = itemOf(inputs.standing, at);
    switch (at % 10) {
      case 0:
      case 1:
        return { kind: 'ranking', command: 'quote', options: { topic } };
      case 2:
      case 3:
        return { kind: 'ranking', command: 'ask', options: { question: itemOf(inputs.questions, at) } };
      case 4:
      case 5: {
        const filters: RawOptions[] = [
          { outlet: itemOf(outlets, at) },
          { from: '2020-01', to: '2020-12' },
          { said: true },
          { speaker: itemOf(speakers, at) },
        ];
        return {
          kind: 'ranking',
          command: 'quote',
          options: { topic, ...itemOf(filters, Math.floor(at / 10) + at) },
        };
      }
      case 6:
        return { kind: 'verdict', command: 'verify', options: { quote: claim } };
      case 7:
        return { kind: 'verdict', command: 'verify', options: { quote: itemOf(inputs.altered, at) } };
      case 8:
        return { kind: 'verdict', command: 'verify', options: { quote: absentFrom(claim, at) } };
      default:
        return Math.floor(at / 10) % 2 === 0
          ? { kind: 'comparison', topic }
          : { kind: 'suggestion', topic: itemOf(inputs.typed, at) };
    }
  };
  return Array.from({ length: count }, (_, at) => one(at));
}

/** Every other word of a claim changed, or all of them. */
function absentFrom(claim: string, at: number): string {
  const step = 1 + (Math.floor(at / 10) % 2);
  return replaceWords(claim, (word, place) => (place % step === 0 ? `not${word.toLowerCase()}` : word));
}

function itemOf<T>(list: readonly T[], at: number): T {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}

/** Asks two libraries the same, and tells how far they answer alike. */
export async function sameness(
  one: Library,
  other: Library,
  questions: readonly Question[],
): Promise<Sameness> {
  const different: string[] = [];
  const verdicts: number[] = [];
  const overlaps: number[] = [];
  const firsts: number[] = [];
  const silences: number[] = [];
  for (const question of questions) {
    const a = await patiently(() => said(one, question));
    const b = await patiently(() => said(other, question));
    if ('verdict' in a || 'verdict' in b) {
      const isSame = 'verdict' in a && 'verdict' in b && a.verdict === b.verdict;
      verdicts.push(Number(isSame));
      if (!isSame) different.push(JSON.stringify({ question, a, b }));
      continue;
    }
    const [ours, theirs] = [a.ranking.slice(0, FIRST), b.ranking.slice(0, FIRST)];
    const shared = ours.filter((item) => theirs.includes(item)).length;
    overlaps.push(
      Math.max(ours.length, theirs.length) === 0 ? 1 : shared / Math.max(ours.length, theirs.length),
    );
    firsts.push(Number(ours[0] === theirs[0]));
    silences.push(Number((ours.length === 0) === (theirs.length === 0)));
    if (ours.join('\n') !== theirs.join('\n')) different.push(JSON.stringify({ question, ours, theirs }));
  }
  return {
    asked: questions.length,
    verdicts: mean(verdicts),
    overlap: mean(overlaps),
    first: mean(firsts),
    silence: mean(silences),
    different,
  };
}

/** What is asked for, at last: that a busy machine is late is no other answer. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const isLate = error instanceof ClusterError && ['late', 'unreachable'].includes(error.fault);
      if (!isLate || attempt === TRIES) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

async function said(library: Library, question: Question): Promise<Said> {
  switch (question.kind) {
    case 'suggestion':
      return { ranking: (await suggested(library, question.topic)).map(({ value }) => value) };
    case 'comparison':
      return { ranking: await rows(library, question.topic) };
    case 'verdict': {
      const { verdicts = [] } = await answer(library, question.command, question.options);
      return { verdict: JSON.stringify(verdicts) };
    }
    case 'ranking': {
      const { excerpts = [] } = await answer(library, question.command, question.options);
      return { ranking: excerpts.map(({ document, start, end }) => `${document} ${start} ${end}`) };
    }
  }
}

/** The statements on a topic, each as the passages that report it. */
async function rows(library: Library, topic: string): Promise<string[]> {
  const none: Filters = {};
  const { hits, read } = await searchLeniently(library, topic, {}, (words) => filterFor(none, words));
  const passages = hits.slice(0, COMPARED).map(({ passage }) => passage);
  const asked = await askedStatements(library, read, passages);
  const { reported } = await reportedIn(library.stories, asked, WITHOUT_TIME);
  return reported.map(({ statement }) => statement.map(({ id }) => id).join(' '));
}

async function suggested(library: Library, typed: string): Promise<readonly { readonly value: string }[]> {
  return (await commandNamed('quote').complete?.('topic', typed, { library, given: {} })) ?? [];
}

/** An answer as JSON, with all the time that it takes. */
async function answer(library: Library, name: string, raw: RawOptions): Promise<JsonAnswer> {
  const command = commandNamed(name);
  const reply = await command.answer(command.options.parse(raw), {
    library,
    live: new LiveLibrary(library, async () => ({ running: true })),
    asker: { name: 'the benchmark', mayModerate: false },
    pace: createPace(),
    report: (error) => {
      throw error;
    },
  });
  const context = { command: name, options: raw, revision: library.revision } as const;
  return JSON.parse(jsonLine(seal(reply, library), context)) as JsonAnswer;
}

function commandNamed(name: string) {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`There is no command ${name}`);
  return command;
}
