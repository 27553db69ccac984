import type { QuotationDifference } from '../compare/compared-quotations.js';
import { type Comparison, tellerOf } from '../compare/comparison.js';
import { isCompared, type Reported, tellersOf } from '../compare/reported.js';
import type { Row } from '../compare/statements.js';
import { Excerpt } from '../corpus/excerpt.js';
import type { Passage } from '../corpus/passage.js';
import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { pictureOf } from '../reply/picture-of.js';
import type { QuotationDifferenceShown, StatementSection } from '../reply/reply.js';
import { merged, type Span } from '../text/span.js';
import { noteOf } from './note-of.js';
import { onlyNamed, pronounNotes } from './pronoun-note.js';

/** A compared statement as a reply shows it. */
export function statementSection(
  library: Library,
  row: Reported,
  comparison: Comparison,
  picture: boolean,
): StatementSection {
  const { wordings, runs, quotations } = comparison;
  const cut = (span: Span, wording: number) => {
    const document = wordings[wording]?.passage.document;
    if (!document) throw new RangeError(`A statement has no wording ${wording}`);
    return Excerpt.of(document, span.start, span.end);
  };
  const shown = ({ first, second }: QuotationDifference): QuotationDifferenceShown => ({
    first: { quoted: first.wording, excerpt: first.span && cut(first.span, first.wording) },
    second: { quoted: second.wording, excerpt: second.span && cut(second.span, second.wording) },
  });
  const only = quotations.map(({ speakers }) =>
    speakers.map((speaker, at) => {
      const document = wordings[at]?.passage.document;
      return (document && speaker && onlyNamed(document, speaker, library.analyses)) ?? null;
    }),
  );
  const others = row.isCut || row.isCrowded ? null : library.catalogue.numberOfTellers - row.onStory;
  const section: StatementSection = {
    kind: 'statement',
    heading: heading({ ...row, others }, comparison, tellerName(library)),
    quoted: wordings.map(({ stretch }, at) => {
      const notes = [
        ...copiesNotes(row.copies[at] ?? []),
        ...pronounNotes(only.flatMap((found) => found[at] ?? [])),
      ];
      return {
        excerpt: cut(stretch, at),
        marks: differingIn(quotations, at),
        ...noteOf(notes),
      };
    }),
    shared: runs,
    missing: row.missing,
    unclear: row.unclear,
    others,
    introductions: wordings.map(({ introductions }, at) => introductions.map((span) => cut(span, at))),
    ties: comparison.ties.map(({ wording, span }) => cut(span, wording)),
    quotations: quotations.map(({ kind, places, partOf, speakers, differences, spellings }, number) => ({
      kind,
      places,
      partOf,
      speakers: speakers.map((speaker, at) => speaker && cut(speaker, at)),
      onlyNames: (only[number] ?? []).map((found) => found?.name ?? null),
      differences: differences.map(shown),
      spellings: spellings.map(shown),
    })),
  };
  // Where nothing is shared and nothing differs, a picture would say what the text says once more.
  const isTelling = runs.length > 0 || section.quoted.some(({ marks = [] }) => marks.length > 0);
  const isSeveral = new Set(row.statement.map(tellerOf)).size > 1;
  return picture && isTelling && isSeveral ? { ...section, picture: () => pictureOf(section) } : section;
}

/** The words of a wording's quotations that another wording prints differently, in order and apart. */
function differingIn(quotations: Comparison['quotations'], wording: number): Span[] {
  const sides = quotations.flatMap(({ differences }) =>
    differences.flatMap(({ first, second }) => [first, second]),
  );
  return merged(sides.flatMap((side) => (side.wording === wording && side.span ? [side.span] : [])));
}

/** As many outlets as a heading names. */
const MAX_NAMED = 5;

/** A row, and in how many others nothing on its story was found. */
type OfStory = Row & Pick<StatementSection, 'others'> & Pick<Reported, 'isCrowded'>;

function heading(row: OfStory, { wordings, quotations }: Comparison, teller: Teller): string {
  const { samePrinted, partlyPrinted, differentlyPrinted, crowded, join } = messages.compare;
  const parts = [whoReports(row, teller), ...(row.isCrowded ? [crowded] : []), ...nobodyElse(row)];
  // The quotation that most print, and of these the longest, is what the statement is about.
  const printed = quotations
    .filter(({ kind }) => kind !== 'alone' && kind !== 'uncompared')
    .map(({ kind, places }) => ({ kind, by: printedBy(wordings, places), length: lengthOf(places) }))
    .sort((a, b) => b.by - a.by || b.length - a.length);
  const [most] = printed;
  const reporting = new Set(row.statement.map(tellerOf)).size;
  if (most?.kind === 'identical') parts.push(samePrinted(most.by, reporting));
  if (most?.kind === 'part') parts.push(partlyPrinted(most.by, reporting));
  if (most?.kind === 'different') parts.push(differentlyPrinted(most.by, reporting));
  return join(parts);
}

/** Who reports a statement, of those that tell its story. */
function whoReports(row: OfStory, teller: Teller): string {
  const { reportedIn, onlyBy, aloneOnStory, foundIn, sameTextIn } = messages.compare;
  const own = new Set(row.statement.map(tellerOf));
  if (own.size > 1) return reportedIn(own.size, row.tellers, row.others ?? 0, teller);
  const name = [...own].join('');
  const copying = [...tellersOf(row)].filter((one) => !own.has(one));
  if (copying.length > 0) return sameTextIn(name, ...named(copying));
  if (row.tellers === 1 && !isCompared(row)) return row.isCrowded ? foundIn(name) : aloneOnStory(name);
  return row.unclear.length === 0 ? onlyBy(name) : foundIn(name);
}

/** As many of some names as are told, and how many more there are. */
function named(names: readonly string[]): readonly [names: readonly string[], more: number] {
  return [names.slice(0, MAX_NAMED), Math.max(0, names.length - MAX_NAMED)];
}

/** Those in which nothing like it was found, and those in which something may be it. */
function nobodyElse({ missing, unclear, ...row }: Row): string[] {
  const { noCounterpart, perhapsIn } = messages.compare;
  const isSaid =
    missing.length > 0 && (unclear.length > 0 || tellersOf({ missing, unclear, ...row }).size > 1);
  return [
    ...(unclear.length > 0 ? [perhapsIn(...named(unclear))] : []),
    ...(isSaid ? [noCounterpart(...named(missing))] : []),
  ];
}

/** Where else nearly the same text is printed: that is one telling, and not compared with itself. */
function copiesNotes(copies: readonly Passage[]): string[] {
  if (copies.length === 0) return [];
  const names = copies.map(({ id, document }) => messages.compare.copy(document.teller, id));
  return [messages.compare.alsoIn(...named(names))];
}

function printedBy(wordings: Comparison['wordings'], places: readonly (Span | null)[]): number {
  const printing = wordings.filter((_, at) => places[at]);
  return new Set(printing.map(({ passage }) => tellerOf(passage))).size;
}

function lengthOf(places: readonly (Span | null)[]): number {
  return Math.max(...places.map((place) => (place ? place.end - place.start : 0)));
}

/** What tells a statement. */
type Teller = 'outlet' | 'document';

/** What tells the statements of a corpus: outlets, or documents where some state no outlet. */
export function tellerName({ catalogue }: Library): Teller {
  return catalogue.statesAllOutlets ? 'outlet' : 'document';
}

/** A row that is shown, and how its wordings compare. */
export type Compared = readonly [row: Pick<Row, 'copies'>, comparison: Comparison];

/** The figures of the statements that are shown, in one line: passages, words in common, quotations. */
export function figures(shown: readonly Compared[], teller: Teller): string {
  const comparisons = shown.map(([, comparison]) => comparison);
  const sum = (of: (comparison: Comparison) => number) => comparisons.reduce((all, one) => all + of(one), 0);
  const words = sum((comparison) => comparison.words);
  const share = words === 0 ? 0 : Math.round((sum((comparison) => comparison.sharedWords) / words) * 100);
  const quotations = (kind: string) =>
    sum((comparison) => comparison.quotations.filter((quotation) => quotation.kind === kind).length);
  const copied = shown.reduce((all, [{ copies }, { quotations: own }]) => {
    const alone = own.filter(({ kind }) => kind === 'alone');
    return all + alone.filter(({ places }) => places.some((place, at) => place && copies[at]?.length)).length;
  }, 0);
  const passages = sum(({ wordings }) => wordings.length);
  const figures = {
    statements: comparisons.length,
    passages,
    share: passages > comparisons.length ? share : undefined,
    identical: quotations('identical'),
    part: quotations('part'),
    different: quotations('different'),
    alone: quotations('alone') - copied,
    copied,
    uncompared: quotations('uncompared'),
  };
  return messages.compare.figures(figures, teller);
}
