import { inverted, type NameParts, natural } from './author-names.js';
import { babelName } from './babel-names.js';
import { isoDate, joined, monthName, type Stated, type StatedDate } from './stated.js';

/** A field of a record and its value; undefined where nothing is stated. */
type Field = readonly [name: string, value: string | undefined];

const SPECIAL_IN_TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** BibTeX, with the fields of biblatex for what BibTeX has no name for. */
export function bibtex({ id, authors, title, outlet, published, retrieved, url, language }: Stated): string {
  const fields: Field[] = [
    ['author', authors.map(texName).join(' and ')],
    ['title', title && `{${texText(title)}}`],
    ['journal', outlet && texText(outlet)],
    ['year', published?.year],
    ['month', numbered(published?.month)],
    ['day', numbered(published?.day)],
    // An address stands as it is, since the packages that print it escape it themselves; but braces would end the field.
    ['url', url && encoded(url, /[{}\\]/g)],
    ['urldate', retrieved && isoDate(retrieved)],
    ['langid', language && babelName(language)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return [`@article{${id.replace(/[^\w:.-]/g, ':')}`, ...lines].join(',\n').concat('\n}');
}

function texText(text: string): string {
  return text.replace(/[\\~^{}$&#_%]/g, (character) => SPECIAL_IN_TEX[character] ?? `\\${character}`);
}

/** A person's name in parts, which braces keep whole where TeX would read them otherwise; any other name in braces. */
function texName({ family, given, suffix, isPerson }: NameParts): string {
  if (!isPerson || given === undefined) return `{${texText(family)}}`;
  const whole = (part: string) => (/,|\band\b/i.test(part) ? `{${texText(part)}}` : texText(part));
  return joined(', ', whole(family), suffix && whole(suffix), whole(given));
}

function numbered(part: number | undefined): string | undefined {
  return part === undefined ? undefined : String(part);
}

/** RIS, as reference managers read it: a newspaper article. */
export function ris({ authors, title, outlet, published, retrieved, url, language }: Stated): string {
  const fields: Field[] = [
    ['TY', 'NEWS'],
    ...authors.map((name): Field => ['AU', inverted(name)]),
    ['TI', title],
    ['T2', outlet],
    ['PY', published?.year],
    ['DA', published && risDate(published)],
    ['Y2', retrieved && risDate(retrieved)],
    ['UR', url],
    ['LA', language],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}  - ${value}`] : []));
  return [...lines, 'ER  - '].join('\n');
}

/** `YYYY/MM/DD/`: parts that are not stated are empty. */
function risDate({ year, month, day }: StatedDate): string {
  const padded = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${year}/${padded(month)}/${padded(day)}/`;
}

/** CSL-JSON: an item as citation processors take it. */
export function cslJson({ id, authors, title, outlet, published, retrieved, url, language }: Stated): string {
  return JSON.stringify({
    id,
    type: 'article-newspaper',
    ...(title && { title }),
    ...(authors.length > 0 && { author: authors.map(cslName) }),
    ...(outlet && { 'container-title': outlet }),
    ...(published && { issued: cslDate(published) }),
    ...(retrieved && { accessed: cslDate(retrieved) }),
    ...(url && { URL: url }),
    ...(language && { language }),
  });
}

function cslName({ family, given, suffix, isPerson }: NameParts): object {
  return isPerson ? { family, ...(given && { given }), ...(suffix && { suffix }) } : { literal: family };
}

function cslDate({ year, month, day }: StatedDate): object {
  return { 'date-parts': [[Number(year), month, day].filter((part) => part !== undefined)] };
}

/** Wikipedia's template "cite news". */
export function wikipedia({ authors, title, outlet, published, retrieved, url, language }: Stated): string {
  const fields: Field[] = [
    ...authors.flatMap((name, at) => wikipediaName(name, authors.length > 1 ? String(at + 1) : '')),
    ['title', title],
    ['work', outlet],
    ['date', published && wikipediaDate(published)],
    ['url', url && encoded(url, IN_WIKITEXT)],
    ['access-date', retrieved && isoDate(retrieved)],
    ['language', language],
  ];
  const written = ([name, value]: Field) =>
    value ? [`|${name}=${name === 'url' ? value : wikiText(value)}`] : [];
  return `{{cite news ${fields.flatMap(written).join(' ')}}}`;
}

/** What an address in a template must have percent-encoded, by "Template:Cite news", section "URL". */
const IN_WIKITEXT = /[\s"'<>[\]{|}]/g;

function encoded(url: string, signs: RegExp): string {
  return url.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** What MediaWiki reads as links, templates, tags, emphasis, a signature or an entity, and no title means so. */
const IN_WORDS = /[<>[\]{|}]|'(?=')|(?<=')'|~(?=~)|(?<=~)~|&(?=#?\w+;)/g;

function wikiText(text: string): string {
  return text.replace(IN_WORDS, (sign) => (sign === '|' ? '{{!}}' : `&#${sign.charCodeAt(0)};`));
}

function wikipediaName(name: NameParts, number: string): Field[] {
  const { family, given, suffix, isPerson } = name;
  if (!isPerson || given === undefined) return [[`author${number}`, natural(name)]];
  return [
    [`last${number}`, family],
    [`first${number}`, joined(' ', given, suffix)],
  ];
}

/** A day by its numbers; a month by its name, since `2018-03` may be read as two years. */
function wikipediaDate(date: StatedDate): string {
  return date.day === undefined ? joined(' ', monthName(date), date.year) : isoDate(date);
}
