/** A quotation mark that opens: at the beginning, or behind a blank, a bracket, a dash or another that opens. */
const OPENS = /[\s([{—–“‘]/;
const CLOSES = '”’"\'';
const LETTER = /[\p{L}\p{N}]/u;

/**
 * A title as it stands between double quotation marks: its own double ones are single, and single ones inside these
 * double (Chicago Manual of Style 17, 13.30; MLA Handbook 9, 5.92). Marks of other languages stay.
 */
export function innerQuotes(title: string): string {
  let written = '';
  const open: ('“' | '‘' | '„')[] = [];
  for (let at = 0; at < title.length; at++) {
    const sign = title.charAt(at);
    const isOpening = at === 0 || OPENS.test(title.charAt(at - 1));
    const inside = open.at(-1);
    if (sign === '„') open.push('„');
    else if (inside === '„' && (sign === '“' || sign === '”')) open.pop();
    else if (sign === '“' || (sign === '"' && isOpening)) {
      open.push('“');
      written += '‘';
      continue;
    } else if ((sign === '”' || sign === '"') && inside === '“') {
      open.pop();
      written += '’';
      continue;
    } else if (sign === '‘' && inside === '“') {
      open.push('‘');
      written += '“';
      continue;
    } else if (sign === '’' && inside === '‘' && !LETTER.test(title.charAt(at + 1))) {
      open.pop();
      written += '”';
      continue;
    }
    written += sign;
  }
  return written;
}

/**
 * A text that ends in a full stop, which stands inside a quotation mark at its end; as it is where it ends in a mark
 * of its own.
 */
export function stopped(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSES.includes(text.charAt(end - 1))) end--;
  const [body, quotes] = [text.slice(0, end), text.slice(end)];
  return body === '' || /[.!?…。！？]$/.test(body) ? text : `${body}.${quotes}`;
}
