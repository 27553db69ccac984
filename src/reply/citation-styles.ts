import { messages } from '../messages/index.js';
import { inverted, type NameParts, natural, withInitials } from './author-names.js';
import { innerQuotes, stopped } from './inner-quotes.js';
import { joined, monthName, type Stated, type StatedDate } from './stated.js';

/** APA 7 (9.8) prints up to twenty authors; of more the first nineteen and the last. */
const APA_AUTHORS = 20;
/** MLA 9 (5.7) prints two authors, and of more the first. */
const MLA_AUTHORS = 2;
/** Chicago 17 (14.76) prints up to ten authors in a bibliography; of more the first seven. */
const CHICAGO_AUTHORS = 10;
const CHICAGO_SHOWN = 7;

/** American Psychological Association, 7th edition: newspaper article (section 10.1, example 16). */
export function apa(stated: Stated): string {
  const { authors, title, outlet, published, retrieved, url } = stated;
  const when = `(${published ? apaDate(published) : 'n.d.'}).`;
  // A description stands in brackets (9.22).
  const name = sentence(isNameless(stated) ? `[${messages.citations.untitled}]` : title);
  // Without an author the title takes its place.
  const head =
    authors.length > 0 ? joined(' ', sentence(apaAuthors(authors)), when, name) : joined(' ', name, when);
  const undated = published === undefined && retrieved && url !== undefined;
  const from = undated ? messages.citations.retrievedFrom(monthFirst(retrieved)) : '';
  return joined(' ', head, sentence(outlet), from, url);
}

/** Modern Language Association, 9th edition: article on a website of a newspaper. */
export function mla(stated: Stated): string {
  const { authors, outlet, published, retrieved, url } = stated;
  const when = published && dayFirst(published);
  const place = sentence(joined(', ', outlet, when, url));
  const accessed =
    published === undefined && retrieved ? messages.citations.accessed(dayFirst(retrieved)) : '';
  return joined(' ', sentence(mlaAuthors(authors)), titled(stated), place, accessed);
}

/** Chicago Manual of Style, 17th edition: bibliography entry for a newspaper article (14.191 to 14.200). */
export function chicago(stated: Stated): string {
  const { authors, outlet, published, retrieved, url } = stated;
  const when = published ? monthFirst(published) : 'n.d.';
  const accessed =
    published === undefined && retrieved ? messages.citations.accessed(monthFirst(retrieved)) : '';
  const name = titled(stated);
  // Without an author the newspaper takes its place (14.199).
  const parts =
    authors.length > 0
      ? [sentence(chicagoAuthors(authors)), name, sentence(joined(', ', outlet, when))]
      : [sentence(outlet), name, sentence(when)];
  return joined(' ', ...parts, accessed, sentence(url));
}

function sentence(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : stopped(text);
}

/** True if nothing is stated that a citation could begin with, so that a description has to. */
function isNameless({ authors, title, outlet }: Stated): boolean {
  return title === undefined && outlet === undefined && authors.length === 0;
}

/** A title between quotation marks, as what is part of an outlet has it; without them where it stands alone. */
function titled(stated: Stated): string | undefined {
  const { title, outlet } = stated;
  if (isNameless(stated)) return stopped(messages.citations.untitled);
  if (title === undefined || title === '') return undefined;
  return outlet === undefined ? stopped(title) : `“${stopped(innerQuotes(title))}”`;
}

function apaDate(date: StatedDate): string {
  return joined(
    ', ',
    date.year,
    joined(' ', monthName(date), date.day === undefined ? undefined : String(date.day)),
  );
}

function dayFirst(date: StatedDate): string {
  const month = monthName(date);
  return joined(
    ' ',
    date.day === undefined ? undefined : String(date.day),
    month && shortMonth(month),
    date.year,
  );
}

/** A month as MLA 9 (appendix 1) writes it: those of up to four letters whole. */
function shortMonth(month: string): string {
  if (month.length <= MAX_MONTH) return month;
  return month === 'September' ? 'Sept.' : `${month.slice(0, MONTH_LETTERS)}.`;
}

const MAX_MONTH = 4;
const MONTH_LETTERS = 3;

function monthFirst(date: StatedDate): string {
  const { day, year } = date;
  return joined(' ', monthName(date), day === undefined ? undefined : `${day},`, year);
}

function apaAuthors(authors: readonly NameParts[]): string {
  const names = authors.map(withInitials);
  if (names.length > APA_AUTHORS) return `${names.slice(0, APA_AUTHORS - 1).join(', ')}, … ${names.at(-1)}`;
  return listed(authors, names, '&');
}

function mlaAuthors(authors: readonly NameParts[]): string {
  const names = firstInverted(authors);
  return names.length > MLA_AUTHORS ? `${names[0]}, et al.` : listed(authors, names, 'and');
}

function chicagoAuthors(authors: readonly NameParts[]): string {
  const names = firstInverted(authors);
  if (names.length > CHICAGO_AUTHORS) return `${names.slice(0, CHICAGO_SHOWN).join(', ')}, et al.`;
  return listed(authors, names, 'and');
}

/** Names of which the first is ordered by, and the others are as they are said. */
function firstInverted(authors: readonly NameParts[]): string[] {
  return authors.map((name, at) => (at === 0 ? inverted(name) : natural(name)));
}

/** Names with a comma before the last; without one between two that are not persons'. */
function listed(authors: readonly NameParts[], names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const isPlain = names.length === 2 && authors.every(({ isPerson }) => !isPerson);
  return `${names.slice(0, -1).join(', ')}${isPlain ? '' : ','} ${and} ${last}`;
}
