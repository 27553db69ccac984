import type { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import { directionEnds } from '../text/direction.js';
import type { QuotationDifferenceShown, StatementSection } from './reply.js';

/** What one passage has of something that is compared: its outlet or document, and its words, or none. */
export interface Side {
  readonly who: string;
  readonly excerpts: readonly Excerpt[];
}

/** Things compared, each as a list of sides. */
export interface SideBySide {
  readonly name: string;
  readonly rows: readonly (readonly Side[])[];
}

/** What differs between the passages of a statement, listed below it: words of quotations, and how they are introduced. */
export function sidesOf({ quoted, introductions, quotations }: StatementSection): SideBySide[] {
  const who = (at: number) => quoted[at]?.excerpt.document.teller ?? '';
  const introduced = introductions
    .map((excerpts, at): Side => ({ who: who(at), excerpts }))
    .filter(({ excerpts }) => excerpts.length > 0);
  const both = ({ first, second }: QuotationDifferenceShown) =>
    [first, second].map(
      ({ quoted: at, excerpt }): Side => ({ who: who(at), excerpts: excerpt ? [excerpt] : [] }),
    );
  return [
    {
      name: messages.compare.differences,
      rows: quotations.flatMap(({ differences }) => differences.map(both)),
    },
    { name: messages.compare.spellings, rows: quotations.flatMap(({ spellings }) => spellings.map(both)) },
    { name: messages.compare.introductions, rows: introduced.map((side) => [side]) },
  ].filter(({ rows }) => rows.length > 0);
}

/** Sides as one line; `shown` is how a surface shows a name or words. */
export function sidesLine(sides: readonly Side[], shown: (text: string) => string): string {
  const withEnds = (text: string) => shown(text) + directionEnds(text);
  const side = ({ who, excerpts }: Side) => {
    const said =
      excerpts.length === 0
        ? messages.compare.nothingThere
        : excerpts.map(({ text }) => withEnds(text)).join(' · ');
    return `${withEnds(who)}: ${said}`;
  };
  return sides.map(side).join(' | ');
}
