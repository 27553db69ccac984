import { quotationsIn } from '../../text/quotation-marks.js';

/** A line of a block quote in Markdown (CommonMark 0.31, 5.1), and what it says. */
const QUOTED_LINE = /^ {0,3}> ?(.*)$/;
/** The line below a quotation that says whose it is. */
const SIGNATURE = /^\s*[—–-]{1,2}\s?\S/;

/**
 * A draft in Markdown with its block quotes between quotation marks, since that is what they mean; one that has marks of
 * its own keeps these alone, and who is named below one stays outside.
 */
export function draftText(text: string): string {
  const read: string[] = [];
  let block: string[] = [];
  const endBlock = () => {
    // Blank lines keep a mark that is left open beside it from reaching into it.
    if (block.length > 0) read.push('', betweenMarks(block), '');
    block = [];
  };
  for (const line of text.split('\n')) {
    const quoted = QUOTED_LINE.exec(line)?.[1];
    if (quoted === undefined) {
      endBlock();
      read.push(line);
    } else block.push(quoted);
  }
  endBlock();
  return read.join('\n');
}

function betweenMarks(lines: readonly string[]): string {
  const whole = lines.join('\n');
  if (quotationsIn(whole).length > 0) return whole;
  const last = lines.at(-1) ?? '';
  const words = lines.length > 1 && SIGNATURE.test(last) ? lines.slice(0, -1) : lines;
  const said = words.join('\n').trim();
  const signed = lines.slice(words.length).join('');
  return said === '' ? signed : `“${said}”${signed === '' ? '' : `\n${signed}`}`;
}
