import type { Document } from '../corpus/document.js';
import { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import type { Note } from '../reply/reply.js';
import { onOneLine } from '../text/typed.js';
import { uniqueBy } from '../text/unique-by.js';
import type { Occurrence } from '../verify/finder.js';
import type { InSentence } from '../verify/left-out.js';
import { attributionAt } from '../verify/speaker.js';
import type { Verdict } from '../verify/verdict.js';

/** The most places that one verdict shows, and asks who says it there; it counts all. */
export const MAX_PLACES = 10;
/** How much of a name that a member typed is repeated. */
const MAX_SPEAKER = 60;

/** What the sentences shown have that the quotation leaves out, a line for each kind and place. */
export function leftOutNotes(
  shown: readonly { readonly sentence: InSentence; readonly document: Document }[],
): Note[] {
  const { leftOut, qualifiers, leftOutWords } = messages.verdicts;
  const all = shown.flatMap(({ sentence, document }) =>
    sentence.leftOut.map(({ what, where, start, end }) => ({
      ...leftOutWords(leftOut[where], qualifiers[what]),
      excerpt: Excerpt.of(document, start, end),
    })),
  );
  return uniqueBy(all, ({ before }) => before).map(({ before, after }) => {
    const excerpts = all.filter((one) => one.before === before).map(({ excerpt }) => excerpt);
    return { before, words: uniqueBy(excerpts, ({ text }) => text).slice(0, MAX_PLACES), after };
  });
}

/** What was set aside before the words were compared; a typographic verdict lists it already. */
export function setAsideNotes({ kind, bare }: Verdict): string[] {
  if (bare.setAside.length === 0 || kind === 'exact' || kind === 'typographic') return [];
  return [messages.verdicts.setAside(bare.setAside.map((kind) => messages.differences.kinds[kind]))];
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
  if (naming === 0) return [messages.verdicts.nobodyNamed(name)];
  if (others.length === 0) return [messages.verdicts.sameNamed(name)];
  const { alsoNamed, otherNamed } = messages.verdicts;
  return [{ ...(agreeing > 0 ? alsoNamed(name) : otherNamed(name)), words: others }];
}
