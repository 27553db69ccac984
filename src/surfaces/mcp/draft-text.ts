import { quotationsIn } from '../../text/quotation-marks.js';

/** The sign of a block quote in Markdown before a line (CommonMark 0.31, 5.1). */
const QUOTE_SIGN = /^ {0,3}> ?/;
/** The line before or after a block of code (4.5), whose signs are no quotation marks. */
const FENCE = /^ {0,3}(?:`{3,}[^`]*$|~~~)/;
/** The line below a quotation that says whose it is. */
const SIGNATURE = /^\s*[—–-]{1,2}\s?\S/;

/**
 * A draft in Markdown with its block quotes between quotation marks, since that is what they mean; one that has marks of
 * its own keeps these alone, and who is named below one stays outside. Blocks of code are text like any other, and none is
 * a quotation by its form.
 */
export function draftText(text: string): string {
  const read: string[] = [];
  let block: string[] = [];
  let inCode = false;
  const endBlock = () => {
    // Blank lines keep a mark that is left open beside it from reaching into it.
    if (block.length > 0) read.push('', betweenMarks(block), '');
    block = [];
  };
  for (const line of text.split('\n')) {
    const isFence = FENCE.test(line);
    if (!isFence && !inCode && QUOTE_SIGN.test(line)) {
      block.push(withoutSigns(line));
      continue;
    }
    endBlock();
    if (isFence) inCode = !inCode;
    else read.push(line);
  }
  endBlock();
  return read.join('\n');
}

/** A line of a block quote without its signs, of which one inside another has several. */
function withoutSigns(line: string): string {
  let at = 0;
  for (let sign = QUOTE_SIGN.exec(line); sign; sign = QUOTE_SIGN.exec(line.slice(at, at + MAX_SIGN))) {
    at += sign[0].length;
  }
  return line.slice(at);
}

/** As long as a sign is with the blanks around it, in UTF-16 code units. */
const MAX_SIGN = 5;

function betweenMarks(lines: readonly string[]): string {
  const whole = lines.join('\n');
  if (quotationsIn(whole).length > 0) return whole;
  const last = lines.at(-1) ?? '';
  const words = lines.length > 1 && SIGNATURE.test(last) ? lines.slice(0, -1) : lines;
  const said = words.join('\n').trim();
  const signed = lines.slice(words.length).join('');
  return said === '' ? signed : `“${said}”${signed === '' ? '' : `\n${signed}`}`;
}
