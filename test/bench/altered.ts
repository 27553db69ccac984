import { verdictSection } from '../../src/command/verdict-section.js';
import type { Document } from '../../src/corpus/document.js';
import { sentencesOf } from '../../src/languages/sentences.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';
import type { VerdictSection } from '../../src/reply/reply.js';
import { seal } from '../../src/reply/seal.js';
import { words } from '../../src/text/words.js';
import { verify } from '../../src/verify/verify.js';
import { print, table } from './measure.js';

/** A word that no document has. */
const OTHER = 'banana';
/** How many words a claim that is cut at a joint has. */
const CLAIM_WORDS = 12;

/** What went wrong with claims of one kind. */
interface Tally {
  claims: number;
  failed: number;
  standing: number;
  absent: number;
  unnamed: number;
  outside: number;
  elsewhere: number;
  named: number;
}

/** A claim of which it is known what was changed, and where. */
interface Changed {
  readonly claim: string;
  readonly document: Document;
  /** Where the sentence or stretch stands in the document that the claim was made from. */
  readonly start: number;
  readonly end: number;
  /** The document's word that `OTHER` stands for; undefined where signs were changed. */
  readonly word?: string;
}

/** Where a claim may be cut: at blanks, hyphens, dashes, dots, slashes, commas, quotation marks, and the ends. */
const JOINT = /(?<=[\s\-–—…./,“”"‘’'])|(?=[\s\-–—…./,“”"‘’'])/gu;

/** Claims cut at every joint of every paragraph with one inner word replaced, and the same with other signs at the ends. */
export async function benchAltered(
  library: EmbeddedLibrary,
  limit = Number.POSITIVE_INFINITY,
): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const passage of library.passages.slice(0, limit)) {
    for (const changed of cutAtJoints(passage.document, passage.start, passage.end))
      await judge(library, changed, 'cut at a joint, a word replaced', tallies);
    for (const changed of otherSigns(passage.document, passage.start, passage.end))
      await judge(library, changed, 'other signs at the ends', tallies);
  }
  for (const changed of replacedInSentences(library, limit * 4))
    await judge(library, changed, 'a word of a sentence replaced', tallies);
  print('\nClaims with something changed, of which it is known what');
  table([
    ['', 'claims', 'failed', 'stand', 'absent', 'no difference', 'outside', 'elsewhere', 'named'],
    ...[...tallies].map(([kind, tally]) => [
      kind,
      ...[tally.claims, tally.failed, tally.standing, tally.absent, tally.unnamed, tally.outside].map(String),
      String(tally.elsewhere),
      `${((100 * tally.named) / tally.claims).toFixed(2)} %`,
    ]),
  ]);
}

async function judge(
  library: EmbeddedLibrary,
  changed: Changed,
  kind: string,
  tallies: Map<string, Tally>,
): Promise<void> {
  const tally = tallies.get(kind) ?? {
    claims: 0,
    failed: 0,
    standing: 0,
    absent: 0,
    unnamed: 0,
    outside: 0,
    elsewhere: 0,
    named: 0,
  };
  tallies.set(kind, tally);
  tally.claims++;
  let section: VerdictSection;
  try {
    section = verdictSection(changed.claim, await verify(library, changed.claim), library.analyses);
    seal({ outcome: 'answered', message: '', sections: [section], perPage: 1 }, library);
  } catch (error) {
    if (tally.failed++ < 3) print(`failed: ${changed.claim} ${String(error)}`);
    return;
  }
  const show = (what: string) => {
    if (process.env.BENCH_SHOW === what) print(`${what}: ${JSON.stringify(changed.claim)}`);
  };
  if (['exact', 'typographic', 'elided'].includes(section.verdict)) {
    if (changed.word !== undefined) show('standing');
    tally.standing++;
    return;
  }
  if (section.verdict === 'absent') {
    show('absent');
    tally.absent++;
  }
  if (section.verdict !== 'altered') return;
  if (section.differences.length === 0) tally.unnamed++;
  const outside = section.differences.some(
    ({ excerpt }) =>
      excerpt &&
      !section.quoted.some(
        ({ excerpt: around }) =>
          around.document === excerpt.document && around.start <= excerpt.start && excerpt.end <= around.end,
      ),
  );
  if (outside) tally.outside++;
  const here = section.quoted.some(
    ({ excerpt }) =>
      excerpt.document === changed.document && excerpt.start < changed.end && excerpt.end > changed.start,
  );
  if (!here) {
    show('elsewhere');
    tally.elsewhere++;
  }
  const named = section.differences.some(
    ({ claimed, excerpt }) =>
      changed.word === undefined ||
      (hasPart(claimed, OTHER) &&
        hasPart(excerpt?.text, changed.word) &&
        excerpt?.document === changed.document),
  );
  if (named) tally.named++;
  else {
    show('unnamed');
  }
}

/** True for a word, and for a compound that has it, which differs as a whole. */
function hasPart(text: string | null | undefined, word: string): boolean {
  return text?.split(/[-‐‑]/u).includes(word) === true;
}

function* cutAtJoints(document: Document, from: number, to: number): Generator<Changed> {
  const text = document.text.slice(from, to);
  const joints = [...new Set([0, ...Array.from(text.matchAll(JOINT), ({ index }) => index), text.length])];
  const list = words(text);
  for (const [number, joint] of joints.entries()) {
    for (const side of ['start', 'end'] as const) {
      const first = list.findIndex(({ start }) => start >= joint);
      const last = list.findLastIndex(({ end }) => end <= joint);
      const [start, end] =
        side === 'start'
          ? [joint, list[first + CLAIM_WORDS - 1]?.end]
          : [list[last - CLAIM_WORDS + 1]?.start, joint];
      if (start === undefined || end === undefined || start >= end) continue;
      const inner = list.filter((word) => word.start > start && word.end < end).slice(1, -1);
      const word = inner[number % Math.max(1, inner.length)];
      if (!word) continue;
      const claim = text.slice(start, word.start) + OTHER + text.slice(word.end, end);
      yield { claim, document, start: from + start, end: from + end, word: word.text };
    }
  }
}

const SIGNS = ['!', '?', '#', '…', '—', '%', '-', '*', '”', ')'];

function* otherSigns(document: Document, from: number, to: number): Generator<Changed> {
  const text = document.text.slice(from, to);
  for (const [number, sentence] of sentencesOf(text).entries()) {
    const sign = SIGNS[number % SIGNS.length] ?? '!';
    const bare = text.slice(sentence.start, sentence.end).replace(/[.?!,“”"]+$/u, '');
    const place = { document, start: from + sentence.start, end: from + sentence.end };
    if (words(bare).length < 5) continue;
    yield { claim: `${bare}${sign}`, ...place };
    yield { claim: `${sign}${bare}`, ...place };
  }
}

function* replacedInSentences(library: EmbeddedLibrary, limit: number): Generator<Changed> {
  let made = 0;
  for (const { document, text, start } of library.passages) {
    for (const sentence of sentencesOf(text)) {
      const list = words(text.slice(sentence.start, sentence.end));
      const word = list[(made * 7) % Math.max(1, list.length)];
      if (list.length < 5 || !word) continue;
      if (made++ >= limit) return;
      const own = text.slice(sentence.start, sentence.end);
      yield {
        claim: own.slice(0, word.start) + OTHER + own.slice(word.end),
        document,
        start: start + sentence.start,
        end: start + sentence.end,
        word: word.text,
      };
    }
  }
}
