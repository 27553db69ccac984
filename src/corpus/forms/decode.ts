import { messages } from '../../messages/index.js';

/** A fault's place inside a file and its words, before the file's name is added. */
export interface TextFault {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}

const LINE_FEED = 0x0a;
const strict = new TextDecoder('utf-8', { fatal: true });
// Tab, line feed and carriage return are white space; whatever else is a control has no place in a text.
const CONTROL = /[^\P{Cc}\t\n\r]|\r(?!\n)/u;

/**
 * The text that `bytes` hold in UTF-8, without a byte order mark, or what keeps them from being one.
 * Each kind of fault is reported once, at its first line, with the number of further lines.
 */
export function decode(bytes: Uint8Array): { text: string } | { faults: TextFault[] } {
  const text = inUtf8(bytes);
  return text === undefined ? { faults: [notUtf8(bytes)] } : checked(text);
}

/** What `bytes` say in UTF-8, without a byte order mark; undefined where they are not UTF-8. */
export function inUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text that a document may have, or the fault of one that is empty or has control characters. */
export function checked(text: string): { text: string } | { faults: TextFault[] } {
  if (text.trim() === '') {
    return { faults: [{ line: 1, ...messages.seeds.empty }] };
  }
  const fault = CONTROL.test(text) ? controlCharacter(text) : undefined;
  return fault ? { faults: [fault] } : { text };
}

/** The fault of bytes that are not UTF-8, and are in no encoding that is stated or can be told. */
export function notUtf8(bytes: Uint8Array): TextFault {
  return atFirstOf(badLines(bytes), messages.seeds.notUtf8);
}

/** The lines, counted from 1, that are not UTF-8. A line feed is never inside a character of UTF-8. */
export function badLines(bytes: Uint8Array): number[] {
  const bad: number[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const lineFeed = bytes.indexOf(LINE_FEED, start);
    const end = lineFeed === -1 ? bytes.length : lineFeed;
    try {
      strict.decode(bytes.subarray(start, end));
    } catch {
      bad.push(line);
    }
    start = end + 1;
  }
  return bad;
}

function controlCharacter(text: string): TextFault {
  const lines = text.split('\n');
  // Splitting took the line feed away, so a carriage return at the end of all lines but the last is a CRLF.
  const bad = lines.flatMap((line, index) =>
    CONTROL.test(index < lines.length - 1 ? `${line}\n` : line) ? [index + 1] : [],
  );
  const code = CONTROL.exec(text)?.[0].codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const { carriageReturn, control } = messages.seeds;
  return atFirstOf(bad, name === 'U+000D' ? carriageReturn(name) : control(name));
}

/** One fault for all of its lines, counted from 1, at the first of them. */
export function atFirstOf([line = 1, ...more]: number[], fault: Omit<TextFault, 'line'>): TextFault {
  return { line, ...(more.length > 0 ? messages.seeds.onMoreLines(fault, more.length) : fault) };
}
