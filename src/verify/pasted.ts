import { decode } from 'html-entities';
import { CHAT_EMOJI, CHAT_MENTION } from '../text/chat-markup.js';
import type { Span } from '../text/span.js';

/** What a text brings along from where it was copied, and what was said does not have. */
export type SetAside =
  | 'emphasis marks'
  | 'spoiler marks'
  | 'code marks'
  | 'block-quote marks'
  | 'list marks'
  | 'heading marks'
  | 'backslashes'
  | 'HTML entities'
  | 'footnote marks'
  | 'links'
  | 'mentions'
  | 'signatures'
  | 'emoji';

/** A text without what was set aside, and what that was. */
export interface BareText {
  readonly text: string;
  /** Each kind once, in order of its first place. */
  readonly setAside: readonly SetAside[];
  /** Where in the text as pasted the character at `offset` begins, in UTF-16 code units. */
  place(offset: number): number;
}

/** A text as it was typed, nothing set aside. */
export function asTyped(text: string): BareText {
  return { text, setAside: [], place: (offset) => offset };
}

/** A stretch that is set aside, or stands for something else. */
interface Edit extends Span {
  readonly kind: SetAside;
  readonly text: string;
}

const MASKED_LINK = /\[([^\][\n]{1,300})\]\(<?https?:\/\/[^\s()<>]{1,2000}>?\)/gi;
// Emoji of several characters need the flag v, which this target has no literal for.
const WITH_SETS = 'gv';
const EMOJI = new RegExp(String.raw`\p{RGI_Emoji}|\p{Emoji_Presentation}`, WITH_SETS);
const RULES: readonly (readonly [kind: SetAside, pattern: RegExp])[] = [
  [
    'links',
    /<https?:\/\/[^\s<>]+>|https?:\/\/[^\s<>]+|(?<![\w.@])(?:pic\.twitter|twitter|x|t|bsky|youtu)\.(?:com|co|app|be)\/[^\s<>]+/gi,
  ],
  ['mentions', CHAT_MENTION],
  ['mentions', /^RT @\w{1,30}:?/g],
  // Under a post: its author's name and handle, and the date.
  ['signatures', /\s[-–—]\s?\p{Lu}[^\n–—(“”"]{1,60}\(@\w{1,30}\)[^\n]{0,60}$/gu],
  ['emoji', CHAT_EMOJI],
  ['emoji', EMOJI],
  // After a word or sign, or at the end: a number in brackets before a word may be one that was put in.
  ['footnote marks', /(?<=[^\s([])\[\d{1,3}\]|\[\d{1,3}\](?=[\s.,;:!?"”’]{0,4}$)/g],
  ['code marks', /```(?:[a-z]{1,12}\n|\n)?/g],
  ['backslashes', /\\(?=[\\`*_~|<>#[\]()-])/g],
];
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
/** What Markdown and Discord set at the beginning of a line; several may follow one another. */
const LINE_MARKS: readonly (readonly [kind: SetAside, pattern: RegExp])[] = [
  ['block-quote marks', />{1,3} ?/y],
  ['heading marks', /(?:#{1,3}|-#) /y],
  // A minus before a number is no list mark.
  ['list marks', /(?:[-*+] (?!\s?\d)|[•‣◦] ?)/y],
];
const MAX_LINE_MARKS = 4;

/** A text as it was pasted, without the marks of where it was copied from. Linear in the text. */
export function withoutMarkup(text: string): BareText {
  const edits = [
    ...maskedLinks(text),
    ...RULES.flatMap(([kind, pattern]) => removed(text, kind, pattern)),
    ...entities(text),
    ...lineMarks(text),
    ...listNumbers(text),
    ...emphasis(text),
  ];
  return edited(text, edits);
}

function removed(text: string, kind: SetAside, pattern: RegExp): Edit[] {
  return (
    Array.from(text.matchAll(pattern), ({ 0: found, index }): Edit => {
      return { kind, start: index, end: index + found.length, text: '' };
    })
      // A digit on a key is an emoji to Unicode, and a digit to whoever reads it.
      .filter(({ start }) => kind !== 'emoji' || !/[\d#*]/.test(text.charAt(start)))
  );
}

/** Numbers before the lines of a list: there are two at least, since one by itself may be a date or an amount. */
function listNumbers(text: string): Edit[] {
  const found = Array.from(text.matchAll(/^[ \t]{0,8}(?=\d{1,3}[.)] )/gm), ({ 0: blanks, index }): Edit => {
    const start = index + blanks.length;
    return { kind: 'list marks', start, end: text.indexOf(' ', start) + 1, text: '' };
  });
  return found.length > 1 ? found : [];
}

/** `[words](address)`: the words stay. */
function maskedLinks(text: string): Edit[] {
  return Array.from(text.matchAll(MASKED_LINK), ({ 0: link, 1: words = '', index }): Edit[] => [
    { kind: 'links', start: index, end: index + 1, text: '' },
    { kind: 'links', start: index + 1 + words.length, end: index + link.length, text: '' },
  ]).flat();
}

function entities(text: string): Edit[] {
  return Array.from(text.matchAll(ENTITY), ({ 0: entity, index }): Edit[] => {
    const character = decode(entity);
    return character === entity
      ? []
      : [{ kind: 'HTML entities', start: index, end: index + entity.length, text: character }];
  }).flat();
}

function lineMarks(text: string): Edit[] {
  const found: Edit[] = [];
  for (const { 0: blanks, index } of text.matchAll(/^[ \t]{0,8}/gm)) {
    let at = index + blanks.length;
    for (let count = 0; count < MAX_LINE_MARKS; count++) {
      const mark = markAt(text, at);
      if (!mark) break;
      found.push(mark);
      at = mark.end;
    }
  }
  return found;
}

function markAt(text: string, at: number): Edit | undefined {
  for (const [kind, pattern] of LINE_MARKS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, start: at, end: at + match[0].length, text: '' };
  }
  return undefined;
}

// Words that are struck out were taken back, so their marks stay.
const DELIMITER = /\*{1,3}|_{1,3}|\|\||(?<!`)`(?!`)/g;
const DELIMITER_KIND: Readonly<Record<string, SetAside>> = { '|': 'spoiler marks', '`': 'code marks' };

const INSIDE_WORD = /[\p{L}\p{N}]/u;

/** Pairs of delimiters around words: an opening one has a character after it, a closing one before it. */
function emphasis(text: string): Edit[] {
  const found: Edit[] = [];
  const open = new Map<string, number>();
  for (const { 0: delimiter, index: start } of text.matchAll(DELIMITER)) {
    const end = start + delimiter.length;
    const [before, after] = [text.charAt(start - 1), text.charAt(end)];
    const opened = open.get(delimiter);
    const kind = DELIMITER_KIND[delimiter.charAt(0)] ?? 'emphasis marks';
    // Inside a word or number a sign is a part of it: 5*3, snake_case.
    if (opened !== undefined && /\S/.test(before) && !INSIDE_WORD.test(after)) {
      found.push(
        { kind, start: opened, end: opened + delimiter.length, text: '' },
        { kind, start, end, text: '' },
      );
      open.delete(delimiter);
    } else if (/\S/.test(after) && !INSIDE_WORD.test(before)) open.set(delimiter, start);
  }
  return found;
}

/** `text` with the edits made; of two that overlap the one that begins first. */
function edited(text: string, edits: readonly Edit[]): BareText {
  const inOrder = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const places: number[] = [];
  const setAside = new Set<SetAside>();
  let [bare, reached] = ['', 0];
  const keep = (to: number) => {
    for (; reached < to; reached++) {
      bare += text.charAt(reached);
      places.push(reached);
    }
  };
  for (const { start, end, text: stands, kind } of inOrder) {
    if (start < reached) continue;
    keep(start);
    for (let at = 0; at < stands.length; at++) places.push(start);
    bare += stands;
    reached = end;
    setAside.add(kind);
  }
  keep(text.length);
  return { text: bare, setAside: [...setAside], place: (offset) => places[offset] ?? text.length };
}
