import { Excerpt } from '../corpus/excerpt.js';
import { messages } from '../messages/index.js';
import type { Difference, Quoted } from '../reply/reply.js';
import { merged, type Span, shifted } from '../text/span.js';
import type { Claim } from '../verify/claim.js';
import type { NearWording } from '../verify/nearest.js';
import { claimedWords, type Verdict } from '../verify/verdict.js';
import { noteOf } from './note-of.js';
import { MAX_PLACES } from './verdict-notes.js';
import { documentsOf, more, type Of, type SaidAt, type Shown } from './verdict-places.js';

/** What is shown of a quotation that no document has: the nearest wordings, with what differs. */
export function foundNear(verdict: Of<'altered'>, said: SaidAt): Shown {
  const shown = verdict.near.slice(0, MAX_PLACES);
  const [nearest] = shown;
  return {
    heading: messages.verdicts.altered(documentsOf(verdict.near), verdict.isAll),
    quoted: shown.map((near) => {
      const { notes, ...who } = said(near);
      return {
        ...nearQuoted(near),
        ...noteOf(notes),
        ...who,
      };
    }),
    differences: shown.flatMap((near) => differencesAt(near, verdict.claim)),
    quotationMarks: nearest ? claimedMarks(verdict, nearest) : [],
    notes: more(verdict.near, verdict.isAll),
  };
}

/** A wording with what differs marked. */
export function nearQuoted({ document, start, end, differences, share }: NearWording): Quoted {
  return {
    excerpt: Excerpt.of(document, start, end),
    marks: merged(differences.flatMap(({ span }) => span ?? [])),
    score: share,
  };
}

/** How a wording differs from the quotation. */
export function differencesAt({ document, differences }: NearWording, claim: Claim): Difference[] {
  return differences.map(({ kind, claimed, span }) => ({
    kind,
    claimed: claimed && claimedWords(claim, claimed),
    excerpt: span && Excerpt.of(document, span.start, span.end),
    document: document.id,
  }));
}

/** Where in the quotation as given its own words stand that the document does not have. */
function claimedMarks({ claim, bare }: Verdict, { differences }: NearWording): Span[] {
  return merged(
    differences.flatMap(({ claimed }) => {
      if (!claimed || claimed.start === claimed.end) return [];
      const { start, end } = shifted(claimed, claim.at);
      return [{ start: bare.place(start), end: bare.place(end - 1) + 1 }];
    }),
  );
}
