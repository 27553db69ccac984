import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { authorsOf, type NameParts } from './author-names.js';
import { addressOf, linkTo } from './link.js';

/** A date as far as it is stated. Month and day are counted from 1. */
export interface StatedDate {
  readonly year: string;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** What a citation is made from: what is stated, and nothing else. */
export interface Stated {
  readonly id: string;
  readonly file: string;
  readonly title: string | undefined;
  readonly authors: readonly NameParts[];
  readonly outlet: string | undefined;
  readonly published: StatedDate | undefined;
  /** When the document was retrieved. */
  readonly retrieved: StatedDate | undefined;
  /** The document's address. */
  readonly url: string | undefined;
  /** The address of the very words. */
  readonly link: string | undefined;
  readonly language: string | undefined;
}

/** What is stated of a document, to cite it or a passage in it. */
export function statedOf(document: Document, passage?: Passage): Stated {
  const { id, file, source } = document;
  const { title, outlet, language, published, retrieved, url } = source;
  return {
    id: passage?.id ?? id,
    file,
    title,
    authors: authorsOf(source),
    outlet,
    published: dateOf(published),
    retrieved: dateOf(retrieved),
    url,
    link: (passage ? linkTo(passage.excerpt) : addressOf(document)) ?? undefined,
    language,
  };
}

function dateOf(date: string | undefined): StatedDate | undefined {
  if (date === undefined) return undefined;
  const [year = '', month, day] = date.slice(0, 'YYYY-MM-DD'.length).split('-');
  return {
    year,
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

/** A date as ISO 8601 writes it, as far as it is stated. */
export function isoDate({ year, month, day }: StatedDate): string {
  return joined(
    '-',
    year,
    ...[month, day].map((part) => (part === undefined ? undefined : String(part).padStart(2, '0'))),
  );
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A month's name, which every style here has in English; undefined where none is stated. */
export function monthName({ month }: StatedDate): string | undefined {
  return month === undefined ? undefined : MONTHS[month - 1];
}

/** What is there of `parts`, joined. */
export function joined(separator: string, ...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
