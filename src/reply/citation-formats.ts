import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { messages } from '../messages/index.js';
import { linkTo } from './link.js';

/** What a citation is made from: what is stated, and nothing else. */
interface Stated {
  readonly id: string;
  readonly file: string;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly outlet: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** Year, month and day, as far as a date is stated. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number } | undefined;
}

const FORMATS = {
  plain: { name: messages.citations.formats.plain, write: plain },
  markdown: { name: messages.citations.formats.markdown, write: markdown },
  apa: { name: messages.citations.formats.apa, write: apa },
  mla: { name: messages.citations.formats.mla, write: mla },
  chicago: { name: messages.citations.formats.chicago, write: chicago },
  bibtex: { name: messages.citations.formats.bibtex, write: bibtex },
  cslJson: { name: messages.citations.formats.cslJson, write: cslJson },
  wikipedia: { name: messages.citations.formats.wikipedia, write: wikipedia },
} as const satisfies Readonly<Record<string, { name: string; write: (stated: Stated) => string }>>;

/** A form of citation, as JSON names it. */
export type CitationFormat = keyof typeof FORMATS;
export const CITATION_FORMATS = Object.keys(FORMATS) as CitationFormat[];

/**
 * A document's citation, or that of a passage in it, in the forms that people copy. A field that is not stated
 * stays out; a document without a title is named by its file. Authors stand as they are stated: what cannot be
 * told to be a person's name is not turned around.
 */
export function citationFormats(
  document: Document,
  passage?: Passage,
): { id: CitationFormat; name: string; text: string }[] {
  const stated = statedOf(document, passage);
  return CITATION_FORMATS.map((id) => ({ id, name: FORMATS[id].name, text: FORMATS[id].write(stated) }));
}

function statedOf({ id, file, source }: Document, passage?: Passage): Stated {
  const { title, author, outlet, language, published } = source;
  const url = passage ? (linkTo(passage.excerpt) ?? undefined) : source.url;
  const [year, month, day] = (published ?? '').slice(0, 10).split('-').map(Number);
  const date = year && month && day ? { year, month, day } : undefined;
  return { id: passage?.id ?? id, file, title, author, outlet, url, language, date };
}

const MONTH_NAMES = [
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
type StatedDate = NonNullable<Stated['date']>;
const monthOf = ({ month }: StatedDate) => MONTH_NAMES[month - 1] ?? '';
const isoDate = ({ year, month, day }: StatedDate) =>
  [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** What is there of `parts`, joined. */
function joined(separator: string, ...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** A text that ends in a full stop, unless it ends in a mark of its own. */
function stopped(text: string | undefined): string | undefined {
  return text === undefined || text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

function plain({ author, title, file, outlet, date, url, id }: Stated): string {
  return joined(', ', author, title ? `“${title}”` : file, outlet, date && isoDate(date), id, url);
}

function markdown({ author, title, file, outlet, date, url, id }: Stated): string {
  const escaped = (text: string) => text.replace(/[\\`*_{}[\]<>()#+\-.!|~]/g, '\\$&');
  const name = title ? `“${escaped(title)}”` : escaped(file);
  const linked = url === undefined ? name : `[${name}](${url})`;
  return joined(
    ', ',
    author && escaped(author),
    linked,
    outlet && `*${escaped(outlet)}*`,
    date && isoDate(date),
    escaped(id),
  );
}

/** American Psychological Association, 7th edition: newspaper article. */
function apa({ author, title, file, outlet, date, url }: Stated): string {
  const when = date && `(${date.year}, ${monthOf(date)} ${date.day}).`;
  const name = stopped(title ?? `[${file}]`);
  // Without an author the title takes its place.
  const head = author ? joined(' ', stopped(author), when, name) : joined(' ', name, when);
  return joined(' ', head, stopped(outlet), url);
}

/** Modern Language Association, 9th edition: article in a newspaper. */
function mla({ author, title, file, outlet, date, url }: Stated): string {
  const when = date && `${date.day} ${monthOf(date)} ${date.year}`;
  const name = title ? `“${stopped(title)}”` : stopped(file);
  return joined(' ', stopped(author), name, stopped(joined(', ', outlet, when, url)));
}

/** Chicago Manual of Style, 17th edition: bibliography entry for a newspaper article. */
function chicago({ author, title, file, outlet, date, url }: Stated): string {
  const when = date && `${monthOf(date)} ${date.day}, ${date.year}`;
  const name = title ? `“${stopped(title)}”` : stopped(file);
  return joined(' ', stopped(author), name, stopped(joined(', ', outlet, when)), stopped(url));
}

function bibtex({ id, file, author, title, outlet, date, url, language }: Stated): string {
  const special: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  const escaped = (text: string) =>
    text.replace(/[\\~^{}$&#_%]/g, (character) => special[character] ?? `\\${character}`);
  const fields: [string, string | undefined][] = [
    ['author', author && `{${escaped(author)}}`],
    ['title', title && `{${escaped(title)}}`],
    ['journal', outlet && escaped(outlet)],
    ['year', date && String(date.year)],
    ['month', date && String(date.month)],
    ['day', date && String(date.day)],
    // An address stands as it is: the packages that print it escape it themselves.
    ['url', url],
    ['langid', language],
    ['note', title ? escaped(id) : escaped(`${file}, ${id}`)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@article{${id.replace(/[^\w:.-]/g, ':')},\n${lines.join(',\n')}\n}`;
}

function cslJson({ id, file, author, title, outlet, date, url, language }: Stated): string {
  return JSON.stringify({
    id,
    type: 'article-newspaper',
    title: title ?? file,
    ...(author && { author: [{ literal: author }] }),
    ...(outlet && { 'container-title': outlet }),
    ...(date && { issued: { 'date-parts': [[date.year, date.month, date.day]] } }),
    ...(url && { URL: url }),
    ...(language && { language }),
  });
}

/** Wikipedia's template "cite news". */
function wikipedia({ author, title, file, outlet, date, url, language }: Stated): string {
  const escaped = (text: string) =>
    text.replace(/[[\]{}|]/g, (sign) => (sign === '|' ? '{{!}}' : `&#${sign.charCodeAt(0)};`));
  const fields: [string, string | undefined][] = [
    ['author', author && escaped(author)],
    ['title', escaped(title ?? file)],
    ['work', outlet && escaped(outlet)],
    ['date', date && isoDate(date)],
    ['url', url?.replaceAll('|', '%7C')],
    ['language', language],
  ];
  return `{{cite news ${fields.flatMap(([name, value]) => (value ? [`|${name}=${value}`] : [])).join(' ')}}}`;
}
