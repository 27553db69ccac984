import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';

/**
 * How deep arrays and objects may stand in one another. The names of authors are the fourth level of `sources.json`;
 * twice as many are a mistake, and the parser, which calls itself for each, has room for some thousands.
 */
export const MAX_DEPTH = 8;

/** What keeps a text from being JSON: where, as an offset in UTF-16 code units, and the parser's code for it. */
export interface JsonProblem {
  readonly offset: number;
  /** `undefined` where it is nested more deeply than `MAX_DEPTH`. */
  readonly error: ParseError['error'] | undefined;
}

/** The value that `text` holds, comments and trailing commas allowed; or the first thing that keeps it from being JSON. */
export function jsonTree(text: string): { readonly tree: Node | undefined } | JsonProblem {
  const deep = tooDeep(text);
  if (deep !== undefined) return { offset: deep, error: undefined };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  // The errors that follow are mostly the first one's doing.
  const [first] = errors;
  return first ? { offset: first.offset, error: first.error } : { tree };
}

/** Where `text` is nested more deeply than is read; undefined where it is not. Goes through its tokens once. */
function tooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const first = text.charAt(scanner.getTokenOffset());
    if (first === '{' || first === '[') depth++;
    else if (first === '}' || first === ']') depth--;
    if (depth > MAX_DEPTH) return scanner.getTokenOffset();
  }
  return undefined;
}
