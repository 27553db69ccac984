import { type Piece, Prose } from './prose.js';
import { seededRandom } from './texts.js';
import { capitalised, LEXICA, rare, zipf } from './vocabulary.js';

/** An article as it is written into a folder of documents. */
export interface Article {
  /** A file's name without its ending: the document's id. */
  readonly id: string;
  readonly outlet?: string;
  readonly title?: string;
  /** The day of publication, such as `2024-03-14`. */
  readonly published?: string;
  readonly paragraphs: readonly string[];
}

/** What a story's outlets all report: what somebody said, or what happened. */
type Fact = { readonly speaker: Person; readonly said: Piece[][] } | { readonly told: Piece[][] };

interface Person {
  readonly name: string;
  readonly surname: string;
  readonly role: string;
}

interface Outlet {
  readonly name: string;
  readonly slug: string;
  /** Opening and closing quotation marks, as it sets them. */
  readonly marks: readonly [string, string];
}

const OUTLETS: readonly Outlet[] = [
  { name: 'The Harbour Gazette', slug: 'gazette', marks: ['“', '”'] },
  { name: 'Morning Ledger', slug: 'ledger', marks: ['"', '"'] },
  { name: 'National Wire', slug: 'wire', marks: ['“', '”'] },
  { name: 'The Valley Observer', slug: 'observer', marks: ['“', '”'] },
  { name: 'City Tribune', slug: 'tribune', marks: ['"', '"'] },
];
const ROLES = [
  'the minister',
  'the mayor',
  'a spokeswoman',
  'the union’s leader',
  'a police officer',
  'a professor',
];
/** With the four fifths of them that an outlet prints and four paragraphs of its own, about 20 paragraphs. */
const FACTS = 20;
const OWN_PARAGRAPHS = 4;
const PRINTED = 0.8;
/** True if an outlet takes a sentence over as it is, and how many of its pieces it replaces where it does not. */
const TAKEN_OVER = 0.2;
const REPLACED = 0.3;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
/** An arbitrary number that keeps a story's random numbers apart from those of the next. */
const SEED_STEP = 1_000_003;

/**
 * News-like articles with `passages` paragraphs in all: stories that two to five outlets tell, each with the same
 * quotations in other words. Always the same ones, and fewer are the beginning of more.
 */
export function generatedArticles(passages: number): Article[] {
  return [...articlesOneByOne(passages)];
}

/** The same, each made when it is asked for, so that they need not all be in memory. */
export function* articlesOneByOne(passages: number): Generator<Article> {
  let left = passages;
  for (let story = 0; left > 0; story++) {
    for (const article of tellings(story)) {
      if (left <= 0) return;
      yield { ...article, paragraphs: article.paragraphs.slice(0, left) };
      left -= article.paragraphs.length;
    }
  }
}

function tellings(story: number): Article[] {
  const random = seededRandom(story * SEED_STEP + 1);
  const times = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  const people = times(4, (): Person => {
    const surname = capitalised(zipf(LEXICA.surname, random));
    const role = ROLES[Math.floor(random() * ROLES.length)] ?? '';
    return { name: `${zipf(LEXICA.firstName, random)} ${surname}`, surname, role };
  });
  const places = times(3, () => capitalised(zipf(LEXICA.place, random)));
  const nouns = times(40, () => rare(LEXICA.noun, random));
  const prose = new Prose(random, { nouns, names: [...people.map(({ surname }) => surname), ...places] });
  const sentences = () => times(1 + Math.floor(random() * 2), () => prose.sentence());
  const facts = times(FACTS, (): Fact => {
    return prose.chance(0.45) ? { speaker: prose.pick(people), said: sentences() } : { told: sentences() };
  });
  const first = Math.floor(random() * OUTLETS.length);
  const tellers = times(2 + Math.floor(random() * 4), () => 0).map(
    (_, at) => OUTLETS[(first + at) % OUTLETS.length] as Outlet,
  );
  const published = new Date(FIRST_DAY + story * DAY_MS).toISOString().slice(0, 10);
  return tellers.map((outlet) => ({
    id: `${String(story).padStart(5, '0')}-${outlet.slug}`,
    outlet: outlet.name,
    title: prose.headline(),
    published,
    paragraphs: printed(facts, outlet, prose),
  }));
}

/** The story's facts in their order, some left out, with paragraphs of the outlet's own among them. */
function printed(facts: readonly Fact[], outlet: Outlet, prose: Prose): string[] {
  const paragraphs: string[] = [];
  for (const fact of facts) {
    if (prose.chance(PRINTED)) {
      const text = 'said' in fact ? quoted(fact.speaker, fact.said, outlet, prose) : retold(fact.told, prose);
      paragraphs.push(prose.chance(0.4) ? `${text} ${prose.print(prose.sentence())}.` : text);
    }
    if (prose.chance(OWN_PARAGRAPHS / FACTS))
      paragraphs.push(retold([prose.sentence(), prose.sentence()], prose));
  }
  return paragraphs;
}

function retold(told: readonly Piece[][], prose: Prose): string {
  const replaced = prose.chance(TAKEN_OVER) ? 0 : REPLACED;
  return told.map((sentence) => `${prose.print(sentence, replaced)}.`).join(' ');
}

/** A quotation as it was said, or its first sentence alone, with the speaker where the outlet puts them. */
function quoted(speaker: Person, said: readonly Piece[][], { marks }: Outlet, prose: Prose): string {
  const sentences = said.map((sentence) => prose.print(sentence));
  const [opening, closing] = marks;
  const [first = '', second] = prose.chance(0.25) ? sentences.slice(0, 1) : sentences;
  const who = prose.pick([speaker.name, speaker.surname, `${speaker.name}, ${speaker.role},`]);
  const rest = second === undefined ? '' : ` ${opening}${second}.${closing}`;
  const reported = prose.print(prose.sentence(), REPLACED);
  return prose.pick([
    `${opening}${first},${closing} said ${who.replace(/,$/, '')}.${rest}`,
    `${opening}${first},${closing} ${who} said.${rest}`,
    `${capitalised(who)} told reporters: ${opening}${first}.${closing}${rest}`,
    `${capitalised(who)} said that ${reported.charAt(0).toLowerCase()}${reported.slice(1)}. ${opening}${first},${closing} ${speaker.surname} added.${rest}`,
  ]);
}
