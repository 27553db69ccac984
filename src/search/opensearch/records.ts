import type { Analyses } from '../../corpus/analyses.js';
import type { Document } from '../../corpus/document.js';
import type { Extraction } from '../../corpus/extraction.js';
import type { Passage } from '../../corpus/passage.js';
import { daysOf } from '../../corpus/published.js';
import type { Source } from '../../corpus/source.js';
import { languageOf } from '../../languages/index.js';
import { COMMON_SIGN, keyOf, wordsAsWritten } from '../../languages/terms.js';
import { foldWord } from '../../text/fold.js';
import { mayPartWords } from '../../text/folder.js';
import { lineEndsIn } from '../../text/line-ends.js';
import type { Pace } from '../../text/pace.js';
import { sha256Of } from '../../text/sha256.js';
import { FoldedText } from '../../text/typography.js';
import type { Listed } from '../catalogue.js';
import { FOLLOWING } from './indices.js';
import { token } from './token.js';

/** A passage as it is put into an index. */
export interface PassageRecord {
  readonly document: string;
  readonly number: number;
  readonly order: number;
  readonly named: readonly string[];
  readonly published?: string;
  readonly until?: string;
  readonly keys: string;
  readonly common: string;
  readonly words: string;
  readonly speaking: string;
  readonly length: number;
}

/** A document as it is put into an index. */
export interface DocumentRecord {
  readonly file: string;
  readonly sha256: string;
  readonly fingerprint: string;
  readonly own: string;
  readonly id: string;
  readonly titled: readonly string[];
  readonly outlet?: string;
  readonly order: number;
  readonly named: readonly string[];
  readonly published?: string;
  readonly until?: string;
  readonly undated: boolean;
  readonly passages: number;
  readonly parting: readonly string[];
  readonly listed: string;
  readonly text: TextRecord;
  readonly source: Source;
}

/** A document's text, and where it came from. */
export interface TextRecord {
  readonly is: string;
  /** The front matter before it. */
  readonly head: string;
  /** True where a byte order mark stands before it. */
  readonly marked: boolean;
  /** How it was taken out of its file, where the file is not the text. */
  readonly extraction?: Omit<Extraction, 'fileBytes'>;
}

/** The file that a document's text was taken out of, by itself: it may be large, and is seldom asked for. */
export interface FileRecord {
  readonly own: string;
  readonly bytes: { readonly base64: string };
}

/** How much of a first passage a list has, in UTF-16 code units. */
const OPENING = 200;
/** What is kept of names that are looked for, in UTF-16 code units. */
const LONGEST_NAME = 2_000;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A document's names: its outlet, if it states one, and its id, folded. */
function namesOf({ id, source: { outlet } }: Document): string[] {
  return (outlet === undefined ? [id] : [outlet, id]).map((name) => bounded(foldWord(name)));
}

/** The first and the last of the days that a stated date may mean. */
function daysStated(published: string | undefined): { published?: string; until?: string } {
  if (published === undefined) return {};
  const [first, last] = daysOf(published);
  return { published: first, until: last };
}

function bounded(name: string): string {
  return name.slice(0, LONGEST_NAME);
}

/** A folded name as it is looked for. */
export function namedBy(name: string): string {
  return bounded(foldWord(name));
}

/** The record of the file that a document's text was taken out of, if that is at hand. */
export async function fileRecord({ id, extraction }: Document): Promise<FileRecord | undefined> {
  const bytes = await extraction?.fileBytes();
  return bytes && { own: id, bytes: { base64: Buffer.from(bytes).toString('base64') } };
}

/** A document's record; reading its line ends rests as `pace` says. */
export async function documentRecord(
  document: Document,
  { order, fingerprint }: { readonly order: number; readonly fingerprint: string },
  pace: Pace,
): Promise<DocumentRecord> {
  const { id, file, sha256, text, head, source, passages, original, extraction } = document;
  const { title, outlet, published } = source;
  const ends = mayPartWords(text) ? lineEndsIn(await FoldedText.ofLong(text, pace)) : [];
  const opening = passages[0]?.text.slice(0, OPENING) ?? '';
  const listed: Listed = { id, source: shortened(source), opening };
  return {
    file,
    sha256,
    fingerprint,
    own: id,
    id: namedBy(id),
    titled: [title, outlet].flatMap((name) => (name === undefined ? [] : namedBy(name))),
    ...(outlet !== undefined && { outlet: bounded(outlet) }),
    order,
    named: namesOf(document),
    ...daysStated(published),
    undated: published === undefined,
    passages: passages.length,
    parting: [...new Set(ends.map(({ joined }) => token(joined)))],
    listed: JSON.stringify(listed),
    text: {
      is: text,
      head,
      marked: BYTE_ORDER_MARK.every((byte, at) => original.bytes[at] === byte),
      ...(extraction && { extraction: factsOf(extraction) }),
    },
    source,
  };
}

function factsOf({ fileBytes: _, ...facts }: Extraction): Omit<Extraction, 'fileBytes'> {
  return facts;
}

/** What a list has of a source: its names as far as they have room in a stored field. */
function shortened({ title, outlet }: Source): Source {
  return {
    ...(title !== undefined && { title: title.slice(0, OPENING) }),
    ...(outlet !== undefined && { outlet: bounded(outlet) }),
  };
}

/** The bytes of a record's text, as they were. */
export function bytesOf({ is, head, marked }: Pick<TextRecord, 'is' | 'head' | 'marked'>): Buffer {
  const bytes = Buffer.from(head + is, 'utf8');
  return marked ? Buffer.concat([BYTE_ORDER_MARK, bytes]) : bytes;
}

/** The id of a passage's record, or of a word's: at most 512 bytes, which is what OpenSearch takes. */
export function recordId(name: string): string {
  if (Buffer.byteLength(name) <= MOST_BYTES_OF_AN_ID) return name;
  return `#${sha256Of(name)}`;
}

const MOST_BYTES_OF_AN_ID = 500;

/** The id of the record of a document's file; no document's id begins so. */
export function fileId(id: string): string {
  return recordId(`//${id}`);
}

/** A word of a passage as counts need it. */
export interface CountedWord {
  readonly surface: string;
  readonly key: string;
  readonly isCommon: boolean;
}

/** The words of a passage with their keys. */
export function countedWords(passage: Passage): CountedWord[] {
  const language = languageOf(passage.language);
  return wordsAsWritten(passage.text).map(({ text: surface }) => {
    const key = keyOf(surface, language);
    return { surface, key, isCommon: key.startsWith(COMMON_SIGN) };
  });
}

/** The records of a document's passages, whose words are `read` in their order. */
export function passageRecords(
  document: Document,
  order: number,
  read: readonly (readonly CountedWord[])[],
  analyses: Analyses,
): PassageRecord[] {
  const { published } = document.source;
  const named = namesOf(document);
  const folded = read.map((words) => words.map(({ surface }) => token(foldWord(surface))));
  return document.passages.map((passage, at) => {
    const words = read[at] ?? [];
    const telling = words.filter(({ isCommon }) => !isCommon).map(({ key }) => token(key));
    const common = new Set(words.filter(({ isCommon }) => isCommon).map(({ key }) => token(key)));
    const speaking = new Set(analyses.utterancesOf(passage).flatMap(({ name }) => name.map(token)));
    return {
      document: document.id,
      number: passage.number,
      order,
      named,
      ...daysStated(published),
      keys: telling.join(' '),
      common: [...common].join(' '),
      words: [...(folded[at] ?? []), ...following(folded, at)].join(' '),
      speaking: [...speaking].join(' '),
      length: telling.length,
    };
  });
}

/** The first words after a passage in its document. */
function following(folded: readonly (readonly string[])[], at: number): string[] {
  const found: string[] = [];
  for (let next = at + 1; next < folded.length && found.length < FOLLOWING; next++) {
    found.push(...(folded[next] ?? []).slice(0, FOLLOWING - found.length));
  }
  return found;
}
