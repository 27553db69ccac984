import type { ComparedQuotation, QuotationDifference } from '../../src/compare/compared-quotations.js';
import { compareQuotations } from '../../src/compare/compared-quotations.js';
import type { Row } from '../../src/compare/statements.js';
import type { Passage } from '../../src/corpus/passage.js';
import type { Span } from '../../src/text/span.js';

/** A quotation as one article prints it: where it stands in its paragraph. */
export interface QuotedSide extends Span {
  readonly article: string;
  readonly paragraph: number;
}

/** A quotation that two articles on one story print; `exact`, `contained` or `variant`. */
export interface QuotePair {
  readonly story: string;
  readonly relation: string;
  readonly a: QuotedSide;
  readonly b: QuotedSide;
}

interface PairCount {
  all: number;
  listed: number;
  differing: number;
  kinds: Map<ComparedQuotation['kind'], number>;
}

/** How the quotations of pairs are compared that stand in one row. */
export class PairFigures {
  readonly #counts = new Map<string, PairCount>();
  #different = 0;
  #empty = 0;

  /** Counts what is said of a pair in the rows of its passages. */
  count(
    { relation, a, b }: QuotePair,
    rows: readonly Row[],
    [one, other]: readonly [Passage, Passage],
  ): void {
    const count = this.#counts.get(relation) ?? { all: 0, listed: 0, differing: 0, kinds: new Map() };
    this.#counts.set(relation, count);
    count.all++;
    const found = rows.flatMap(({ statement, stretches }) => {
      const sides = [
        { wording: statement.indexOf(one), start: one.start + a.start, end: one.start + a.end },
        { wording: statement.indexOf(other), start: other.start + b.start, end: other.start + b.end },
      ];
      return compareQuotations(statement, stretches)
        .filter(({ places }) => sides.every((side) => isOver(places[side.wording] ?? null, side)))
        .map(({ kind, differences }) => ({
          kind,
          isTold: differences.some((difference) => isBetween(difference, sides)),
        }));
    });
    if (found.length > 0) count.listed++;
    if (found.some(({ isTold }) => isTold)) count.differing++;
    for (const kind of new Set(found.map((quotation) => quotation.kind)))
      count.kinds.set(kind, (count.kinds.get(kind) ?? 0) + 1);
  }

  /** Counts the quotations of a row that are called different, and those of them without a difference. */
  countRow({ statement, stretches }: Row): void {
    const different = compareQuotations(statement, stretches).filter(({ kind }) => kind === 'different');
    this.#different += different.length;
    this.#empty += different.filter(({ differences }) => differences.length === 0).length;
  }

  /** Lines of a table. */
  lines(): string[][] {
    const kinds = ['identical', 'part', 'different'] as const;
    return [
      ['', 'together', 'a difference between them', ...kinds],
      ...[...this.#counts].map(([relation, { all, listed, differing, kinds: counted }]) => [
        `${relation}, of ${all}`,
        String(listed),
        String(differing),
        ...kinds.map((kind) => String(counted.get(kind) ?? 0)),
      ]),
      ['called different in all rows', String(this.#different)],
      ['… without a difference', String(this.#empty)],
    ];
  }
}

function isOver(place: Span | null, { start, end }: Span): boolean {
  return place !== null && place.start < end && start < place.end;
}

/** True if a difference is between the two sides of a pair, and stands within what is quoted. */
function isBetween(
  { first, second }: QuotationDifference,
  sides: readonly (Span & { readonly wording: number })[],
): boolean {
  return [first, second].every(({ wording, span }) =>
    sides.some((side) => side.wording === wording && (span === null || isOver(span, side))),
  );
}
