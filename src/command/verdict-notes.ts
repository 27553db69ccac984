import type { Document } from '../corpus/document.js';
import { Excerpt } from '../corpus/excerpt.js';
import type { Note } from '../reply/reply.js';
import { onOneLine } from '../text/typed.js';
import { uniqueBy } from '../text/unique-by.js';
import type { Occurrence } from '../verify/finder.js';
import type { InSentence, LeftOut } from '../verify/left-out.js';
import { attributionAt } from '../verify/speaker.js';
import type { Verdict } from '../verify/verdict.js';

/** The most places that one verdict shows, and asks who says it there; it counts all. */
export const MAX_PLACES = 10;
/** How much of a name that a member typed is repeated. */
const MAX_SPEAKER = 60;

const LEFT_OUT: Readonly<Record<LeftOut['where'], string>> = {
  omitted: 'Among the words left out',
  beside: 'In the same sentence, outside of the quotation',
};

/** What the sentences shown have that the quotation leaves out, a line for each kind and place. */
export function leftOutNotes(
  shown: readonly { readonly sentence: InSentence; readonly document: Document }[],
): Note[] {
  const byKind = new Map<string, Excerpt[]>();
  for (const { sentence, document } of shown) {
    for (const { what, where, start, end } of sentence.leftOut) {
      const label = `${LEFT_OUT[where]}: a ${what}`;
      byKind.set(label, [...(byKind.get(label) ?? []), Excerpt.of(document, start, end)]);
    }
  }
  return [...byKind].map(([label, excerpts]) => {
    const words = uniqueBy(excerpts, ({ text }) => text).slice(0, MAX_PLACES);
    return { before: `${label} (`, words, after: ').' };
  });
}

/** What was set aside before the words were compared; a typographic verdict lists it already. */
export function setAsideNotes({ kind, bare }: Verdict): string[] {
  if (bare.setAside.length === 0 || kind === 'exact' || kind === 'typographic') return [];
  return [`Set aside before comparing: ${bare.setAside.join(', ')}.`];
}

/** Where somebody says the words, or nearly the same; of words in parts, the first of them. */
function placesSaid(verdict: Verdict): readonly Occurrence[] {
  switch (verdict.kind) {
    case 'exact':
    case 'typographic':
      return verdict.found;
    case 'elided':
    case 'in-parts':
      return verdict.found.map(({ document, parts: [first], ...whole }) => ({
        document,
        ...(first ?? whole),
      }));
    case 'altered':
      return verdict.near;
    default:
      return [];
  }
}

/** Who is said to have said it, held against who says it there. */
export function speakerNotes(verdict: Verdict, speaker: string | null): Note[] {
  if (speaker === null) return [];
  const places = placesSaid(verdict);
  if (places.length === 0) return [];
  const { others, agreeing, naming } = attributionAt(speaker, places.slice(0, MAX_PLACES));
  const name = onOneLine(speaker, MAX_SPEAKER);
  if (naming === 0) return [`Given as said by ${name}; nobody is named next to these words there.`];
  if (others.length === 0) return [`Given as said by ${name}, who is named as saying it.`];
  if (agreeing > 0)
    return [
      {
        before: `Given as said by ${name}, who is named as saying it; elsewhere `,
        words: others,
        after: ' is.',
      },
    ];
  return [{ before: 'The documents have ', words: others, after: ` say this, not ${name}.` }];
}
