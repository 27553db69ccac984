import { type Introduction, isPronoun, type Speech } from '../languages/english/speech.js';
import { sentencesOf } from '../languages/sentences.js';
import { type Span, shifted } from '../text/span.js';
import type { Passage } from './passage.js';
import { sayingsOf } from './speech.js';
import { isSharedTurn } from './turn.js';

/** What a passage gives as somebody's words, in UTF-16 code units of its document. */
export interface Utterance {
  /** The words that name who says it, a pronoun too; null where none do. */
  readonly speaker: Span | null;
  /** Its quotations, without their marks. */
  readonly quoted: readonly Span[];
  /** What stands outside of quotation marks in the sentences that say so: reported speech, and what introduces it. */
  readonly reported: readonly Span[];
}

/**
 * Who says what in a passage. Quotations with one naming of their speaker are one utterance, and so is the sentence
 * of that; a sentence with several speakers is parted among them. A pronoun in the sentence of a name is that name's.
 */
export function utterancesOf(passage: Passage): Utterance[] {
  const { speeches, introductions: all, turn } = sayingsOf(passage);
  const introductions = all.filter(({ isDenied }) => !isDenied);
  const outer = speeches.filter(({ quotation }) => quotation.depth === 0);
  const found = new Map<number, { speaker: Span; quoted: Span[]; reported: Span[] }>();
  const of = (speaker: Span) => {
    const known = found.get(speaker.start) ?? { speaker, quoted: [], reported: [] };
    found.set(speaker.start, known);
    return known;
  };
  const unnamed: Utterance[] = [];
  for (const { quotation, speaker, isDenied } of outer) {
    const inner = { start: quotation.innerStart, end: quotation.innerEnd };
    if (isDenied) unnamed.push({ speaker: null, quoted: [inner], reported: [] });
    else if (speaker) of(speaker).quoted.push(inner);
    else unnamed.push({ speaker, quoted: [inner], reported: [] });
  }
  const introduced = new Set(introductions.map(({ speaker }) => speaker.start));
  // Who is said to use words without a verb of saying: Trump called it “a lie”.
  const users = [...found.values()]
    .filter(({ speaker }) => speaker.start >= passage.start && !introduced.has(speaker.start))
    .map(({ speaker }): Introduction => ({ words: speaker, speaker, isDenied: false, isBesideSaid: false }));
  const introducing = turn
    ? [turn]
    : [...introductions, ...users].sort((a, b) => a.words.start - b.words.start);
  let ahead = 0;
  for (const [{ speaker }, stretch] of turn
    ? [[turn, passage] as const]
    : stretchesOf(passage, introducing)) {
    while ((outer[ahead]?.quotation.end ?? stretch.end) <= stretch.start) ahead++;
    of(speaker).reported.push(...outside(stretch, outer, ahead));
  }
  return [...found.values(), ...unnamed];
}

/** The stretches of a passage's sentences that belong to each of its introductions, places in the document. */
function* stretchesOf(
  passage: Passage,
  introductions: readonly Introduction[],
): Generator<readonly [Introduction, Span]> {
  const { text } = passage.document;
  const [label] = introductions;
  if (
    label?.words.start === passage.start &&
    text.charAt(label.words.end - 1) === ':' &&
    !isSharedTurn(passage)
  ) {
    // All of somebody's turn in a transcript is theirs.
    yield [label, passage];
    return;
  }
  let at = 0;
  for (const sentence of introductions.length === 0 ? [] : sentencesOf(passage.text)) {
    const { start, end } = shifted(sentence, passage.start);
    const own: Introduction[] = [];
    for (; at < introductions.length; at++) {
      const next = introductions[at];
      if (!next || next.speaker.start >= end) break;
      const isGoingOn = own.length > 0 && isPronoun(text.slice(next.speaker.start, next.speaker.end));
      if (!isGoingOn) own.push(next);
    }
    let from = start;
    for (const [number, introduction] of own.entries()) {
      const next = own[number + 1];
      const to = next ? partingOf(text, introduction, next, own[number + 2]?.words.start ?? end) : end;
      yield [introduction, { start: from, end: to }];
      from = to;
    }
  }
}

/**
 * Where what one says ends and what the next says begins: at the next introduction, or, where that follows what it
 * introduces, after the first comma or semicolon between the two.
 */
function partingOf(text: string, first: Introduction, { words }: Introduction, end: number): number {
  const isLast = !/[\p{L}\p{N}]/u.test(text.slice(words.end, end));
  const parting = isLast ? text.slice(first.words.end, words.start).search(/[,;]/) : -1;
  return parting === -1 ? words.start : first.words.end + parting;
}

/** What of a stretch stands in none of the quotations of speeches, which are apart and in order, from number `at` on. */
function outside({ start, end }: Span, speeches: readonly Speech[], at: number): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (let next = at; from < end; next++) {
    const quotation = speeches[next]?.quotation;
    const to = Math.min(quotation?.start ?? end, end);
    if (from < to) parts.push({ start: from, end: to });
    from = quotation ? Math.max(from, quotation.end) : end;
  }
  return parts;
}
