import { decode as decodeEntities } from 'html-entities';
import { messages } from '../../messages/index.js';
import { charactersOf } from './characters.js';
import { type Cue, cueParagraphs } from './cue-paragraphs.js';
import type { TextFault } from './decode.js';
import type { Extraction, ToExtract } from './extracted.js';

/** Our own reading of SubRip and WebVTT; the number is that of its rules. */
export const CAPTIONS_EXTRACTOR = { extractor: 'Verbatim', version: '2' } as const;

const TIME = '(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,3}))?';
const TIMING = new RegExp(`^[ \\t]*${TIME}[ \\t]*-->[ \\t]*${TIME}(?:[ \\t]|$)`);
/** Blocks of WebVTT that are not shown. */
const UNSHOWN = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t]|$)/;
const NUMBER = /^\s*\d+\s*$/;
/** Tags of WebVTT, its times inside of a cue among them; in SubRip only those in use, since any sign may stand there. */
const VTT_TAG = /<\/?[a-z][^<>\n]{0,300}>|<\/?>|<[\d:.]{1,20}>/gi;
const SRT_TAG = /<\/?(?:i|b|u|s|font)(?:[ \t][^<>\n]{0,300})?>|\{\\[^{}\n]{0,300}\}/gi;
const VOICE = /<v(?:\.[^\s<>]{0,100})?[ \t]+([^<>\n]{1,300})>/gi;

/** The words of captions without numbers, times and tags, by paragraphs; a voice as `NAME: text`. */
export function captionsText({ bytes, encoding }: ToExtract): Extraction {
  const characters = charactersOf(bytes, { stated: encoding });
  if ('faults' in characters) return characters;
  const lines = characters.text.split(/\r?\n/);
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const read = cuesOf(lines, isVtt);
  if ('fault' in read) return { faults: [read.fault] };
  const text = cueParagraphs(read.cues).join('\n\n');
  if (text === '') return { faults: [{ line: 1, ...messages.forms.noCaptions }] };
  const voices = [...new Set(read.cues.flatMap(({ voice }) => voice ?? []))];
  return {
    ...CAPTIONS_EXTRACTOR,
    text,
    guessed: characters.guessed,
    ...(voices.length > 0 && { voices }),
  };
}

/** A cue whose lines are being read. */
interface OpenCue {
  readonly from: number;
  readonly to: number;
  readonly lines: string[];
}

function cuesOf(lines: readonly string[], isVtt: boolean): { cues: Cue[] } | { fault: TextFault } {
  const cues: OpenCue[] = [];
  let isUnshown = false;
  for (const [at, line] of lines.entries()) {
    const timing = TIMING.exec(line);
    const isFirst = at === 0 || lines[at - 1]?.trim() === '';
    const beforeTiming = TIMING.test(lines[at + 1] ?? '');
    if (timing) {
      cues.push({ from: momentOf(timing.slice(1, 5)), to: momentOf(timing.slice(5, 9)), lines: [] });
      isUnshown = false;
    } else if (isVtt && isFirst && UNSHOWN.test(line)) isUnshown = true;
    else if (line.trim() === '') isUnshown = false;
    // The number or name of a cue stands just before its times.
    else if (!isUnshown && !(beforeTiming && (isFirst || NUMBER.test(line)))) {
      const open = cues.at(-1);
      if (!open) return { fault: { line: at + 1, ...messages.forms.notCaption } };
      open.lines.push(line);
    }
  }
  return { cues: cues.flatMap((cue) => turnsOf(cue, isVtt)) };
}

/** A time in milliseconds, from its hours, minutes, seconds and what is behind the point. */
function momentOf([hours = '0', minutes = '0', seconds = '0', rest = '']: readonly (
  | string
  | undefined
)[]): number {
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(rest.padEnd(3, '0'))
  );
}

/** A cue by those who speak in it. */
function turnsOf({ from, to, lines }: OpenCue, isVtt: boolean): Cue[] {
  const text = lines.join('\n');
  if (!isVtt) return [{ from, to, text: text.replace(SRT_TAG, '') }];
  const parts = text.split(VOICE);
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) return [];
    const voice = at === 0 ? undefined : decodeEntities(parts[at - 1] ?? '').trim();
    const words = decodeEntities(part.replace(VTT_TAG, ''));
    return words.trim() === '' ? [] : [{ from, to, text: words, ...(voice && { voice }) }];
  });
}
