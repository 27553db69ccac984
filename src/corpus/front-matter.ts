import {
  isAlias,
  isMap,
  isNode,
  LineCounter,
  parseDocument,
  visit,
  type Document as YamlDocument,
} from 'yaml';
import { messages } from '../messages/index.js';
import type { TextFault } from './forms/decode.js';
import { SOURCE_FIELDS, type Source } from './source.js';
import { type FieldPath, readSource } from './source-faults.js';

/**
 * The longest front matter, in UTF-16 code units: a hundred authors have room in it. The parser takes time by the square
 * of what is no YAML, some 50 ms for as much.
 */
const MAX_LENGTH = 8_000;
/** How deep lists and mappings may stand in one another: the parser calls itself for each, and authors take three. */
const MAX_DEPTH = 16;

/** A text, parted into what states its source and what is quoted. */
export interface FrontMatter {
  /** What stands before the body, both lines of `---` and their line ends among it; empty where there is no front matter. */
  readonly head: string;
  readonly body: string;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
  /** What is stated; undefined where nothing is. */
  readonly source: Source | undefined;
  /** The lines of the file on which the fields stand that are stated. */
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * Parts a text that begins with a mapping in YAML between two lines of `---`. Lines that are no mapping, or have no
 * end, are text, as they are below a rule. All values are read as text, without tags and aliases.
 * @returns the faults where it states something that is no source, or begins with a field and is no YAML.
 */
export function frontMatter(text: string): FrontMatter | { readonly faults: readonly TextFault[] } {
  const none = { head: '', body: text, bodyLine: 1, source: undefined, lines: new Map<string, number>() };
  const parts = partsOf(text);
  if (!parts) return none;
  const { head, yaml } = parts;
  const read = readYaml(yaml);
  if (read === 'text') return none;
  if ('faults' in read) return read;
  const { source, lines } = read;
  return { head, body: text.slice(head.length), bodyLine: head.split('\n').length, source, lines };
}

/** What stands between the first line, if it is `---`, and the next such line. */
function partsOf(text: string): { readonly head: string; readonly yaml: string } | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /^---[ \t]*(?:\r?\n|$(?!\n))/m.exec(text.slice(opening.length, MAX_LENGTH));
  if (!closing) return undefined;
  const end = opening.length + closing.index;
  return { head: text.slice(0, end + closing[0].length), yaml: text.slice(opening.length, end) };
}

function readYaml(
  yaml: string,
): 'text' | { readonly source: Source; readonly lines: Map<string, number> } | { faults: TextFault[] } {
  // The YAML begins on the second line of the file.
  const counter = new LineCounter();
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const { notYaml, tagOrAlias, yamlTooDeep } = messages.sources;
  if (isTooDeep(yaml)) return beginsWithField(yaml) ? { faults: [{ line: 2, ...yamlTooDeep }] } : 'text';
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    lineCounter: counter,
    logLevel: 'silent',
    prettyErrors: false,
    // Looked for below: the parser compares each key with all before.
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error) return beginsWithField(yaml) ? { faults: [{ line: lineAt(error.pos[0]), ...notYaml }] } : 'text';
  if (!isMap(document.contents) || document.contents.items.length === 0) return 'text';
  const odd = tagOrAliasIn(document);
  if (odd !== undefined) return { faults: [{ line: lineAt(odd), ...tagOrAlias }] };
  const keys = keysOf(document);
  const twice = document.contents.items
    .map(({ key }) => key)
    .find((key) => isNode(key) && key.range?.[0] !== keys.get(String(key)));
  if (isNode(twice))
    return {
      faults: [{ line: lineAt(twice.range?.[0] ?? 0), ...messages.seeds.duplicateField(String(twice)) }],
    };
  const lineOf = (path: FieldPath) => {
    const node = path.length > 1 ? document.getIn(path, true) : undefined;
    return lineAt((isNode(node) ? node.range?.[0] : undefined) ?? keys.get(String(path[0])) ?? 0);
  };
  const result = readSource(document.toJS(), lineOf);
  if ('faults' in result) return { faults: [...result.faults] };
  return { source: result.source, lines: new Map([...keys].map(([key, offset]) => [key, lineAt(offset)])) };
}

/** Where each key of the mapping first stands. */
function keysOf({ contents }: YamlDocument): Map<string, number> {
  const keys = new Map<string, number>();
  for (const { key } of isMap(contents) ? contents.items : []) {
    const name = String(key);
    if (!keys.has(name)) keys.set(name, (isNode(key) ? key.range?.[0] : undefined) ?? 0);
  }
  return keys;
}

/** Where a tag or an alias stands, which could make something else than text, or much out of little. */
function tagOrAliasIn(document: YamlDocument): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && node.tag === undefined) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** True if a text begins with the name of a field of a source: what follows is meant as such. */
function beginsWithField(yaml: string): boolean {
  const name = /^\s*(\w+)[ \t]*:/.exec(yaml)?.[1];
  return name !== undefined && SOURCE_FIELDS.includes(name);
}

/** True if brackets, or marks of lists in a row, are nested more deeply than is read. Goes through the text once. */
function isTooDeep(yaml: string): boolean {
  let [depth, marks, indent] = [0, 0, true];
  for (const sign of yaml) {
    if (sign === '\n') [marks, indent] = [0, true];
    else if (indent && '-?:'.includes(sign)) marks++;
    else if (sign !== ' ') indent = false;
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH || marks > MAX_DEPTH) return true;
  }
  return false;
}
