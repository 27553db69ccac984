import { compareQuotations } from '../../src/compare/compared-quotations.js';
import { libraryOf } from './folder.js';

/** The quotations of texts that are one row, each of its own outlet. */
export async function compared(...texts: string[]) {
  const library = await libraryOf(Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text])));
  const statement = [...library.passages];
  const cut = (span: { start: number; end: number } | null, at: number) =>
    span && (statement[at]?.document.text.slice(span.start, span.end) ?? null);
  const sides = ({ first, second }: ReturnType<typeof compareQuotations>[number]['differences'][number]) => [
    cut(first.span, first.wording),
    cut(second.span, second.wording),
  ];
  return compareQuotations(statement).map(({ kind, places, partOf, differences, spellings }) => ({
    kind,
    partOf,
    texts: places.map(cut),
    differences: differences.map(sides),
    spellings: spellings.map(sides),
  }));
}

/** Words that somebody of one name says. */
export const said = (words: string, by = 'Borg') => `“${words},” ${by} said.`;

/** How each quotation of the texts is printed. */
export async function kinds(...texts: string[]) {
  return (await compared(...texts)).map(({ kind }) => kind);
}
