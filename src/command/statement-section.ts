import type { QuotationDifference } from '../compare/compared-quotations.js';
import { type Comparison, tellerOf } from '../compare/comparison.js';
import { Excerpt } from '../corpus/excerpt.js';
import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import { pictureOf } from '../reply/picture-of.js';
import type { QuotationDifferenceShown, StatementSection } from '../reply/reply.js';
import { merged, type Span } from '../text/span.js';

/** A compared statement as a reply shows it. */
export function statementSection(
  library: Library,
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
  const reporting = new Set(wordings.map(({ passage }) => tellerOf(passage)));
  const all = library.tellers;
  const missing = all.filter((teller) => !reporting.has(teller));
  const section: StatementSection = {
    kind: 'statement',
    heading: heading({ all: all.length, teller: tellerName(library) }, comparison, missing),
    quoted: wordings.map(({ passage }, at) => ({
      excerpt: passage.excerpt,
      marks: differingIn(quotations, at),
    })),
    shared: runs,
    missing,
    introductions: wordings.map(({ introductions }, at) => introductions.map((span) => cut(span, at))),
    ties: comparison.ties.map(({ wording, span }) => cut(span, wording)),
    quotations: quotations.map(({ kind, places, partOf, speakers, differences }) => ({
      kind,
      places,
      partOf,
      speakers: speakers.map((speaker, at) => speaker && cut(speaker, at)),
      differences: differences.map(shown),
    })),
  };
  // Where nothing is shared and nothing differs, a picture would say what the text says once more.
  const isTelling = runs.length > 0 || section.quoted.some(({ marks = [] }) => marks.length > 0);
  const isDrawn = picture && isTelling && reporting.size > 1;
  return isDrawn ? { ...section, picture: () => pictureOf(section) } : section;
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

/** `all` is how many outlets, or documents, there are. */
function heading(
  { all, teller }: { readonly all: number; readonly teller: Teller },
  { wordings, quotations }: Comparison,
  missing: readonly string[],
): string {
  const { reportedIn, onlyBy, noCounterpart, samePrinted, partlyPrinted, differentlyPrinted, join } =
    messages.compare;
  const tellers = new Set(wordings.map(({ passage }) => tellerOf(passage)));
  const others = missing.length - MAX_NAMED;
  const parts = [
    tellers.size > 1 ? reportedIn(tellers.size, all, teller) : onlyBy([...tellers].join('')),
    ...(missing.length > 0 && tellers.size > 1
      ? [noCounterpart(missing.slice(0, MAX_NAMED), Math.max(0, others))]
      : []),
  ];
  // The quotation that most print, and of these the longest, is what the statement is about.
  const printed = quotations
    .filter(({ kind }) => kind !== 'alone')
    .map(({ kind, places }) => ({ kind, by: printedBy(wordings, places), length: lengthOf(places) }))
    .sort((a, b) => b.by - a.by || b.length - a.length);
  const [most] = printed;
  if (most?.kind === 'identical') parts.push(samePrinted(most.by, all, teller));
  if (most?.kind === 'part') parts.push(partlyPrinted(most.by, all, teller));
  if (most?.kind === 'different') parts.push(differentlyPrinted(most.by, all, teller));
  return join(parts);
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
export function tellerName({ statesAllOutlets }: Library): Teller {
  return statesAllOutlets ? 'outlet' : 'document';
}

/** The figures of the statements that are shown, in one line: passages, words in common, quotations. */
export function figures(comparisons: readonly Comparison[], teller: Teller): string {
  const sum = (of: (comparison: Comparison) => number) => comparisons.reduce((all, one) => all + of(one), 0);
  const words = sum((comparison) => comparison.words);
  const share = words === 0 ? 0 : Math.round((sum((comparison) => comparison.sharedWords) / words) * 100);
  const quotations = (kind: string) =>
    sum((comparison) => comparison.quotations.filter((quotation) => quotation.kind === kind).length);
  const figures = {
    statements: comparisons.length,
    passages: sum(({ wordings }) => wordings.length),
    share,
    identical: quotations('identical'),
    part: quotations('part'),
    different: quotations('different'),
    alone: quotations('alone'),
  };
  return messages.compare.figures(figures, teller);
}
