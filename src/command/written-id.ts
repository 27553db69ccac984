/** What may stand beside an id: anything but letters, digits and the sign that is a part of one. */
const BESIDE = /[^\p{L}\p{N}#]/u;

/**
 * The ids that `text` may be where one was copied with what stands beside it: first as it is, then with ever more
 * of the marks at its ends left out, without blanks around `#`, and last what is before a comma. An id may have
 * marks of its own, so that the first that exists is meant.
 *
 * @example [...idsWritten('(001#2')] // ['(001#2', '001#2']
 */
export function* idsWritten(text: string): Generator<string> {
  const [beforeComma = ''] = text.split(',');
  const joined = (one: string) =>
    one
      .split('#')
      .map((part) => part.trim())
      .join('#');
  const seen = new Set<string>();
  for (const part of [text, joined(text), joined(beforeComma)]) {
    for (const id of withoutMarks(part)) {
      if (!seen.has(id)) yield id;
      seen.add(id);
    }
  }
}

/** A text, and what is left of it when marks at its ends are left out, the fewest first. */
function withoutMarks(text: string): string[] {
  const characters = Array.from(text);
  const isMark = (one: string) => BESIDE.test(one);
  const before = characters.findIndex((one) => !isMark(one));
  if (before === -1) return [text];
  const after = characters.length - 1 - characters.findLastIndex((one) => !isMark(one));
  const left: string[] = [];
  for (let marks = 0; marks <= before + after; marks++) {
    for (let start = Math.max(0, marks - after); start <= Math.min(before, marks); start++) {
      left.push(characters.slice(start, characters.length - (marks - start)).join(''));
    }
  }
  return left;
}
