import { endsSentence } from '../languages/wrapped-lines.js';
import { messages } from '../messages/index.js';
import { linesOf } from '../text/lines.js';
import { shorten } from '../text/shorten.js';
import type { Document } from './document.js';
import type { Fault } from './fault.js';
import { formOf } from './forms/form.js';
import { entitiesIn, tagsIn } from './markup.js';
import { garbledIn } from './mojibake.js';

/** What a warning says, before it is said of which file. */
type Words = Pick<Fault, 'line' | 'problem' | 'remedy'>;

/** A paragraph longer than this, in UTF-16 code units, is rarely one: a page at once is hard to quote and to read. */
const LONG_PARAGRAPH = 20_000;
/** A document of one passage is more than one paragraph if it is longer than this: news prints hardly any of this length. */
const LONG_BLOCK = 2_500;
/** Or if so many of its lines end as sentences do: a wrapped paragraph has one such line, at times two. */
const ENDED_LINES = 3;

/** What is worth knowing of a document that is sound, in the words of faults; `file` is where its keeper finds it. */
export function warningsOn(document: Document, file: string): Fault[] {
  const found = [...onPassages(document), ...onCharacters(document)];
  // Of what was taken out of a file, no line is one of the file; line 1 stands for the whole.
  const isItsOwn = document.extraction === undefined || formOf(document.file) === 'text';
  return found.map(({ line, ...words }) =>
    isItsOwn || line === 1
      ? { file, line, ...words }
      : { file, line: 1, ...messages.seedWarnings.inText(words, line) },
  );
}

function onPassages(document: Document): Words[] {
  const { seedWarnings } = messages;
  const { passages, layout, hasTurns } = document;
  const long = passages
    .filter(({ start, end }) => end - start > LONG_PARAGRAPH)
    .map(({ start, end }) => ({ line: document.lineAt(start), ...seedWarnings.longParagraph(end - start) }));
  if (long.length > 0) return long;
  // Turns of a transcript are told by their labels.
  if (hasTurns) return [];
  if (layout === 'lines') return [{ line: 1, ...seedWarnings.lineEach(passages.length) }];
  if (layout !== 'blank lines') return [{ line: 1, ...seedWarnings.wrapped(passages.length) }];
  return onOnlyPassage(document);
}

function onOnlyPassage(document: Document): Words[] {
  const { passages, text } = document;
  const [only, another] = passages;
  if (!only || another) return [];
  const length = only.end - only.start;
  const lines = document.lineAt(only.end) - document.lineAt(only.start) + 1;
  // A text that is long anyway need not be read for the ends of its lines.
  const isLong = length > LONG_BLOCK;
  if (!isLong && [...linesOf(text)].filter((line) => endsSentence(text, line)).length < ENDED_LINES)
    return [];
  return [{ line: 1, ...messages.seedWarnings.oneBlock(length, lines) }];
}

/** The longest example that is shown, in UTF-16 code units. */
const EXAMPLE = 40;

function onCharacters(document: Document): Words[] {
  const { mojibake, replaced, tags, entities } = messages.seedWarnings;
  return [
    ...counted(document, garbledIn(document.text), mojibake),
    ...counted(document, lostIn(document.text), (_, places) => replaced(places)),
    ...counted(document, tagsIn(document.text), tags),
    ...counted(document, entitiesIn(document.text), entities),
  ];
}

function* lostIn(text: string): Generator<Found> {
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1))
    yield { at, text: '' };
}

interface Found {
  readonly at: number;
  readonly text: string;
}

/** How often something is found; `isAll` is false where it was not counted to the end. */
interface Places {
  readonly times: number;
  readonly moreLines: number;
  readonly isAll: boolean;
}

/** More of one kind in one document says no more of it. */
const MOST_COUNTED = 1_000;

/** One warning for all that was found in a document, at the first. */
function counted(
  document: Document,
  found: Iterable<Found>,
  say: (example: string, places: Places) => Pick<Words, 'problem' | 'remedy'>,
): Words[] {
  let first: Found | undefined;
  let [times, last] = [0, 0];
  let lines = 0;
  let isAll = true;
  for (const one of found) {
    if (times === MOST_COUNTED) {
      isAll = false;
      break;
    }
    first ??= one;
    times++;
    const line = document.lineAt(one.at);
    if (line !== last) lines++;
    last = line;
  }
  if (!first) return [];
  return [
    {
      line: document.lineAt(first.at),
      ...say(shorten(first.text, EXAMPLE), { times, moreLines: lines - 1, isAll }),
    },
  ];
}

/** Warnings of one kind that are told: who has seen these knows what the others are. */
const TOLD_OF_A_KIND = 20;

/**
 * The warnings that are told of all, in order: of each kind, which is those with one remedy, no more than a few, and
 * the last of these says how many more there are.
 */
export function toldOf(warnings: readonly Fault[]): Fault[] {
  const kinds = new Map<string, Fault[]>();
  const left = new Map<string, number>();
  for (const warning of warnings) {
    const told = kinds.get(warning.remedy) ?? [];
    kinds.set(warning.remedy, told);
    if (told.length < TOLD_OF_A_KIND) told.push(warning);
    else left.set(warning.remedy, (left.get(warning.remedy) ?? 0) + 1);
  }
  return [...kinds].flatMap(([remedy, told]) => {
    const [more, last] = [left.get(remedy), told.at(-1)];
    if (more === undefined || !last) return told;
    return [
      ...told.slice(0, -1),
      { ...last, more: more + 1, ...messages.seedWarnings.inMoreFiles(last, more) },
    ];
  });
}
