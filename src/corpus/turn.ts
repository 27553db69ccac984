import { turnLabelIn } from '../languages/english/turns.js';
import { endsSentence } from '../languages/wrapped-lines.js';
import { type Span, shifted } from '../text/span.js';
import type { Passage } from './passage.js';

/** Somebody's turn in a transcript, or a further paragraph of it; places in the document. */
export interface Turn {
  /** Who speaks; null where the label names nobody, as "Q:" does, and where somebody else speaks in the same paragraph. */
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
/** So far a paragraph is read for further labels, in UTF-16 code units; what has a colon beyond is not said to be one speaker's. */
const MOST_READ = 20_000;
/** A label has no more full stops in it, as in “Mr. J. Borg”. */
const MOST_ENDS = 3;
/** A colon and the blank behind it. */
const LONGEST_SPACE = 2;

/**
 * Whose turn a passage of a transcript is; undefined in other texts, and where it cannot be told: before the first
 * label, below the last turn, which a text may close with words of its own, and for headings and asides.
 */
export function turnOf(passage: Passage): Turn | undefined {
  const { hasTurns, voices } = passage.document;
  if (!hasTurns) return undefined;
  const own = labelOf(passage);
  // Where each voice has its tag, what has none is nobody's.
  if (!own && voices.size > 0) return undefined;
  if (own) {
    const speaker = isSharedTurn(passage) ? null : placed(own, passage);
    return { speaker, saidFrom: passage.start + own.end };
  }
  const { text } = passage.document;
  if (ASIDE.test(passage.text) || !endsSentence(text, passage) || !nextLabelled(passage, 1)) return undefined;
  const before = nextLabelled(passage, -1);
  const label = before && labelOf(before);
  if (!label) return undefined;
  const isShared = isSharedTurn(before) || isSharedTurn(passage);
  return { speaker: isShared ? null : placed(label, before), saidFrom: passage.start };
}

/** The end of a sentence, behind which a label may stand. */
const SENTENCE_END = /[.!?…][\p{Pf}\p{Pe}"'’”»)\]]*\s+/gu;

/** True if another label than its first, one of the text’s or one in capitals, stands inside of a paragraph, so that somebody else says the rest of it. */
export function isSharedTurn(passage: Passage): boolean {
  const { text, document } = passage;
  if (document.labels.size === 0) return false;
  const own = labelOf(passage);
  for (let colon = text.indexOf(':', own?.end ?? 0); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    if (colon > MOST_READ) return true;
    const from = Math.max(own?.end ?? 0, colon - READ);
    for (const { index, 0: end } of [...text.slice(from, colon).matchAll(SENTENCE_END)].slice(-MOST_ENDS)) {
      const start = from + index + end.length;
      const label = turnLabelIn(text.slice(start, colon + LONGEST_SPACE));
      if (
        label &&
        start + label.end === colon + 1 &&
        (label.isSure || document.labels.has(label.key)) &&
        label.key !== own?.key
      )
        return true;
    }
  }
  return false;
}

function nextLabelled({ document, number }: Passage, step: 1 | -1): Passage | undefined {
  for (let away = 1; away <= MAX_PARAGRAPHS; away++) {
    const passage = document.passages[number - 1 + away * step];
    if (!passage || labelOf(passage)) return passage;
  }
  return undefined;
}

/** A label with its name, and where it ends, in UTF-16 code units of its passage. */
interface Label {
  readonly end: number;
  /** What tells it from others of the text; undefined for a voice. */
  readonly key?: string;
  readonly name: Span | undefined;
}

function labelOf(passage: Passage): Label | undefined {
  const { document, start, end } = passage;
  if (document.voices.size > 0) return voiceOf(passage);
  const label = turnLabelIn(document.text.slice(start, Math.min(end, start + READ)));
  return label && document.labels.has(label.key) ? label : undefined;
}

/** No voice is longer, in UTF-16 code units: what takes the tags of voices out takes no longer ones. */
const LONGEST_VOICE = 300;

/** The voice that a passage begins with, whatever its name looks like; the longest, since a name may have a colon. */
function voiceOf({ document: { text, voices }, start, end }: Passage): Label | undefined {
  const head = text.slice(start, Math.min(end, start + LONGEST_VOICE + 1));
  for (let colon = head.lastIndexOf(':'); colon > 0; colon = head.lastIndexOf(':', colon - 1))
    if (voices.has(head.slice(0, colon))) return { end: colon + 1, name: { start: 0, end: colon } };
  return undefined;
}

function placed({ name }: Label, { start }: Passage): Span | null {
  return name ? shifted(name, start) : null;
}
