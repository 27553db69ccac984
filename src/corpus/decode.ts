import { messages } from '../messages/index.js';

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
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return { faults: [notUtf8(bytes)] };
  }
  if (text.trim() === '') {
    return { faults: [{ line: 1, ...messages.seeds.empty }] };
  }
  const fault = CONTROL.test(text) ? controlCharacter(text) : undefined;
  return fault ? { faults: [fault] } : { text };
}

function notUtf8(bytes: Uint8Array): TextFault {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 ? atFirstOf([1], messages.seeds.utf16) : atFirstOf(badLines(bytes), messages.seeds.notUtf8);
}

/** The lines, counted from 1, that do not decode. A line feed is never inside a character of UTF-8. */
function badLines(bytes: Uint8Array): number[] {
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

function atFirstOf([line = 1, ...more]: number[], fault: Omit<TextFault, 'line'>): TextFault {
  return { line, ...(more.length > 0 ? messages.seeds.onMoreLines(fault, more.length) : fault) };
}
