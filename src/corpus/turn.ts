import { type TurnLabel, turnLabelIn } from '../languages/english/turns.js';
import { endsSentence } from '../languages/wrapped-lines.js';
import { type Span, shifted } from '../text/span.js';
import type { Passage } from './passage.js';

/** Somebody's turn in a transcript, or a further paragraph of it; places in the document. */
export interface Turn {
  /** Who speaks; null where the label names nobody, as "Q:" does. */
  readonly speaker: Span | null;
  /** Where what is said begins: behind the label, or with the paragraph. */
  readonly saidFrom: number;
}

/** Nobody speaks for more paragraphs in a row; it bounds the work where labels are far apart. */
const MAX_PARAGRAPHS = 30;
/** What is said of a scene, not in it: (Applause.), [END]. */
const ASIDE = /^[([*]/;
/** A label and the time before it are shorter, in UTF-16 code units. */
const READ = 100;

/**
 * Whose turn a passage of a transcript is; undefined in other texts, and where it cannot be told: before the first
 * label, below the last turn, which a text may close with words of its own, and for headings and asides.
 */
export function turnOf(passage: Passage): Turn | undefined {
  if (passage.document.labels.size === 0) return undefined;
  const own = labelOf(passage);
  if (own) return { speaker: placed(own, passage), saidFrom: passage.start + own.end };
  const { text } = passage.document;
  if (ASIDE.test(passage.text) || !endsSentence(text, passage) || !nextLabelled(passage, 1)) return undefined;
  const before = nextLabelled(passage, -1);
  const label = before && labelOf(before);
  return label && { speaker: placed(label, before), saidFrom: passage.start };
}

function nextLabelled({ document, number }: Passage, step: 1 | -1): Passage | undefined {
  for (let away = 1; away <= MAX_PARAGRAPHS; away++) {
    const passage = document.passages[number - 1 + away * step];
    if (!passage || labelOf(passage)) return passage;
  }
  return undefined;
}

function labelOf({ document, start, end }: Passage): TurnLabel | undefined {
  const label = turnLabelIn(document.text.slice(start, Math.min(end, start + READ)));
  return label && document.labels.has(label.key) ? label : undefined;
}

function placed({ name }: TurnLabel, { start }: Passage): Span | null {
  return name ? shifted(name, start) : null;
}
