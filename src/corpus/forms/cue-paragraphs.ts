import { shownSpace } from './markup-text.js';

/** Words that are shown together. */
export interface Cue {
  /** From when to when, in milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Who says them, where the cue says so. */
  readonly voice?: string;
}

/** A rest after the end of a sentence that parts paragraphs, in milliseconds: captions of one breath follow within a second. */
const REST_MS = 1_500;
/** A rest after which another paragraph begins in the middle of a sentence too. */
const LONG_REST_MS = 5_000;
/** A paragraph ends with the next sentence once it is so long, and in any case at the second, in UTF-16 code units. */
const LONG = 500;
const LONGEST = 2_000;

/** The share of cues from which on captions roll up; those of people repeat the line before in a few of a hundred. */
const ROLLING = 0.5;

const SENTENCE_END = /[.!?…。！？][\p{Pf}\p{Pe}"'’”»)\]]*$/u;
/** How captions mark that another speaks: `- `, `>>`, `NAME:`. */
const ANOTHER_SPEAKS = /^(?:[-–—‐]\s*\p{L}|>>|\p{Lu}[\p{Lu}\d .'’-]{1,40}:\s)/u;

/** The words of cues as paragraphs: a sentence over several cues is joined, and each paragraph of a voice begins with its name. */
export function cueParagraphs(cues: readonly Cue[]): string[] {
  const paragraphs: string[] = [];
  let open: { text: string; voice: string | undefined; to: number } | undefined;
  const close = () => {
    if (open && open.text !== '') paragraphs.push(open.voice ? `${open.voice}: ${open.text}` : open.text);
    open = undefined;
  };
  for (const { from, to, lines, voice } of withoutRolled(cues)) {
    for (const line of lines) {
      const begins = open === undefined || voice !== open.voice || ANOTHER_SPEAKS.test(line);
      if (open && (begins || isOver(open.text, from - open.to))) close();
      open = { text: open ? shownSpace(`${open.text}\n${line}`) : line, voice, to };
    }
  }
  close();
  return paragraphs;
}

/**
 * The lines of cues. Captions that a machine made roll up: most cues show the line before once more, which is said once;
 * elsewhere a line that stands twice is said twice.
 */
function withoutRolled(cues: readonly Cue[]): (Omit<Cue, 'text'> & { lines: string[] })[] {
  const read = cues
    .map(({ text, ...cue }) => ({ ...cue, lines: linesOf(text) }))
    .filter(({ lines }) => lines.length > 0);
  const rolled = read.map(({ lines }, at) => at > 0 && lines[0] === read[at - 1]?.lines.at(-1));
  const isRolling = rolled.filter(Boolean).length > read.length * ROLLING;
  return isRolling ? read.map((cue, at) => (rolled[at] ? { ...cue, lines: cue.lines.slice(1) } : cue)) : read;
}

function isOver(text: string, rest: number): boolean {
  if (rest >= LONG_REST_MS || text.length >= LONGEST) return true;
  return SENTENCE_END.test(text.slice(-20)) && (rest >= REST_MS || text.length >= LONG);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => shownSpace(line).trim())
    .filter((line) => line !== '');
}
