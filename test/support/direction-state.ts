/** The deepest that directions of writing are nested (UAX #9, BD2). */
const MAX_DEPTH = 125;

/**
 * The direction of writing that a reader's program is at behind a line, as UAX #9 has it from X1 to X8: how many levels, and
 * what was begun beyond the deepest. All are 0 where what follows is written as if the line were not there.
 */
export function directionBehind(line: string): { levels: number; isolates: number; embeddings: number } {
  const stack = [{ level: 0, isolate: false }];
  let [isolates, embeddings, valid] = [0, 0, 0];
  for (const character of line) {
    const { level } = stack.at(-1) ?? { level: 0 };
    const isRight = '\u202B\u202E\u2067'.includes(character);
    // Where the text decides, the first letter after it would; that it is written from the left is assumed.
    const next = isRight ? (level + 1) | 1 : (level + 2) & ~1;
    if ('\u202A\u202B\u202D\u202E'.includes(character)) {
      if (next <= MAX_DEPTH && isolates === 0 && embeddings === 0)
        stack.push({ level: next, isolate: false });
      else if (isolates === 0) embeddings++;
    } else if ('\u2066\u2067\u2068'.includes(character)) {
      if (next <= MAX_DEPTH && isolates === 0 && embeddings === 0) {
        valid++;
        stack.push({ level: next, isolate: true });
      } else isolates++;
    } else if (character === '\u2069') {
      if (isolates > 0) isolates--;
      else if (valid > 0) {
        embeddings = 0;
        while (!stack.at(-1)?.isolate) stack.pop();
        stack.pop();
        valid--;
      }
    } else if (character === '\u202C' && isolates === 0) {
      if (embeddings > 0) embeddings--;
      else if (!stack.at(-1)?.isolate && stack.length > 1) stack.pop();
    }
  }
  return { levels: stack.length - 1, isolates, embeddings };
}

/** What `directionBehind` gives of a line that turns nothing behind it. */
export const STRAIGHT = { levels: 0, isolates: 0, embeddings: 0 };

/** All that begins a direction of writing, and what ends one. */
export const TURNS = [
  ...['\u202A', '\u202B', '\u202C', '\u202D', '\u202E'],
  ...['\u2066', '\u2067', '\u2068', '\u2069'],
];
