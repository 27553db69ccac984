import { type TurnLabel, turnLabelIn } from '../languages/english/turns.js';
import { endsSentence } from '../languages/wrapped-lines.js';
import type { TextLine } from '../text/lines.js';

/** Turns of a transcript, as lines of a text begin them. */
export interface Turns {
  /** The numbers of the lines that begin a turn, from 0. */
  readonly at: ReadonlySet<number>;
  /** The labels of whoever speaks more than once, in small letters: who says what can be told by them. */
  readonly labels: ReadonlySet<string>;
}

const NO_LABELS: ReadonlySet<string> = new Set();
const NO_TURNS: Turns = { at: new Set(), labels: NO_LABELS };

/** So many turns make a transcript where their labels are names as any heading may be: “Ada Borg: …”. */
const FEWEST_TURNS = 3;
/** So many do where the labels are in capitals, or the letters of questions and answers. */
const FEWEST_SURE = 2;
/** The share of turns that end as a sentence does: what stands after the labels of a table or a list of facts does not. */
const SPOKEN_SHARE = 0.6;
/** The share of paragraphs that must begin with a label: some headlines and captions do in any article. */
const TURN_SHARE = 0.25;
/** A line is read so far for its label, in UTF-16 code units, and so much behind that. */
const READ = 90;
const LOOKED_AT = 4;

/**
 * The turns of a transcript: lines with a label that comes again, or one in capitals; none where a text is no
 * transcript. Names that come once beside others that come again speak once.
 */
export function turnsIn(text: string, lines: readonly TextLine[]): Turns {
  const labels = new Map<number, TurnLabel>();
  for (const [number, { start, end }] of lines.entries()) {
    const label = turnLabelIn(text.slice(start, Math.min(end, start + READ)));
    if (label) labels.set(number, label);
  }
  const counts = new Map<string, number>();
  for (const { key } of labels.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
  // “A” without “Q” numbers a list.
  if (!counts.has('q')) for (const [number, { key }] of labels) if (key === 'a') labels.delete(number);
  const isAgain = ({ key }: TurnLabel) => (counts.get(key) ?? 0) > 1;
  const sure = [...labels.values()].filter(({ isSure }) => isSure).length;
  const again = [...labels.values()].filter(isAgain).length;
  const isTranscript = sure >= FEWEST_SURE || (labels.size >= FEWEST_TURNS && again >= FEWEST_SURE);
  if (!isTranscript) return NO_TURNS;
  // Beside turns in capitals, another label is a heading, unless it comes again.
  const at = [...labels].flatMap(([number, label]) =>
    label.isSure || isAgain(label) || sure === 0 ? [number] : [],
  );
  const isFrequent = at.length >= TURN_SHARE * beginnings(text, lines);
  // An article may have a few questions and answers in it.
  if (!(isFrequent || counts.has('q')) || !areSpoken(text, lines, at, labels)) return NO_TURNS;
  const keys = at.flatMap((number) => labels.get(number)?.key ?? []);
  const hasSpeakers = isFrequent && again >= FEWEST_SURE;
  return { at: new Set(at), labels: hasSpeakers ? new Set(keys) : NO_LABELS };
}

/** How many lines of a text may begin a paragraph: those behind a blank line or the end of a sentence. */
function beginnings(text: string, lines: readonly TextLine[]): number {
  return lines.filter(({ blank }, number) => {
    const before = lines[number - 1];
    return !before || blank > 0 || endsSentence(text, before);
  }).length;
}

/** A number behind a label is a count or a score. */
const NUMBER = /^\s*[\p{Sc}+-]?\d/u;

/** True if most turns end as a sentence does, each before the label of the next, and do not begin with a number. */
function areSpoken(
  text: string,
  lines: readonly TextLine[],
  at: readonly number[],
  labels: ReadonlyMap<number, TurnLabel>,
): boolean {
  const spoken = at.filter((number, turn) => {
    const [first, last] = [lines[number], lines[(at[turn + 1] ?? lines.length) - 1]];
    if (!first || !last || !endsSentence(text, last)) return false;
    const from = first.start + (labels.get(number)?.end ?? 0);
    return !NUMBER.test(text.slice(from, from + LOOKED_AT));
  });
  return spoken.length >= SPOKEN_SHARE * at.length;
}
