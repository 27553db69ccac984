/** What ends an embedding or an override, and what ends an isolate (UAX #9, “Explicit Directional Formatting Characters”). */
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';
/** All that begins or ends a direction of writing, and the end of a line, which ends all of them (UAX #9, X8). */
const TURNS = /[\u202A-\u202E\u2066-\u2069\n]/g;
const ISOLATES = /[\u2066-\u2068]/;

/**
 * The characters that end every direction of writing that `text` begins on its last line and does not end, so that what
 * stands behind it is written as if it were not there; nothing for most texts.
 */
export function directionEnds(text: string): string {
  const ends: string[] = [];
  let isolates = 0;
  for (const [turn] of text.matchAll(TURNS)) {
    if (turn === '\n') {
      ends.length = 0;
      isolates = 0;
    } else if (turn === POP_EMBEDDING) {
      // None that stands inside an isolate ends one outside of it.
      if (ends.at(-1) === POP_EMBEDDING) ends.pop();
    } else if (turn === POP_ISOLATE) {
      // It ends what was begun inside of the isolate, too.
      if (isolates > 0) while (ends.pop() !== POP_ISOLATE);
      isolates = Math.max(0, isolates - 1);
    } else if (ISOLATES.test(turn)) {
      ends.push(POP_ISOLATE);
      isolates++;
    } else ends.push(POP_EMBEDDING);
  }
  return ends.reverse().join('');
}
