import { applyEdits, createScanner, type Edit, type Node } from 'jsonc-parser';
import { jsonTree } from './json-tree.js';
import { SOURCE_FIELDS, type Source } from './source.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** How a file is written: its line ends, and one step of its indentation. */
interface Style {
  readonly eol: string;
  readonly step: string;
}

/** A property to be set, or taken away where `value` is undefined. */
interface Change {
  readonly key: string;
  readonly value: unknown;
}

/**
 * `text`, which is what `sources.json` holds (undefined where there is no such file), with `source` as all that is
 * stated of `file`; without an entry for it where `source` is undefined. All else stays as it is: the order, the
 * comments, the indentation and the line ends. A new entry comes last.
 * @throws SyntaxError where `text` is not an object in JSON; comments and trailing commas are allowed.
 */
export function withSource(text: string | undefined, file: string, source: Source | undefined): string {
  if (text?.startsWith(BYTE_ORDER_MARK)) return BYTE_ORDER_MARK + withSource(text.slice(1), file, source);
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const parsed = jsonTree(before);
  const root = 'tree' in parsed ? parsed.tree : undefined;
  if (root?.type !== 'object') throw new SyntaxError('The text is not a JSON object');
  const style = styleOf(before);
  const entry = root.children?.find((property) => keyOf(property) === file)?.children?.[1];
  if (source !== undefined && entry?.type === 'object' && isInLines(before, entry))
    return applyEdits(before, editsOf(before, entry, fieldChanges(entry, source), style));
  return applyEdits(before, editsOf(before, root, [{ key: file, value: source }], style));
}

/** True if an object stands on several lines: one on a single line is written anew. */
function isInLines(text: string, { offset, length }: Node): boolean {
  return text.slice(offset, offset + length).includes('\n');
}

/** What is to be changed in an entry, so that it states `source`; fields that state the same stay as they are. */
function fieldChanges(entry: Node, source: Source): Change[] {
  const stated: Readonly<Record<string, unknown>> = source;
  const present = new Set((entry.children ?? []).map(keyOf));
  const gone = [...present].filter((key) => stated[key] === undefined);
  const set = SOURCE_FIELDS.filter((key) => stated[key] !== undefined);
  return [
    ...gone.map((key) => ({ key, value: undefined })),
    ...set.map((key) => ({ key, value: stated[key] })),
  ];
}

function keyOf(property: Node): string {
  return String(property.children?.[0]?.value);
}

function styleOf(text: string): Style {
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    step: /^(?:\t| {1,8})(?=["/])/m.exec(text)?.[0] ?? '  ',
  };
}

/** The edits that make `changes` in `object`. Of a key that stands more than once, the first is set and all are removed. */
function editsOf(text: string, object: Node, changes: readonly Change[], style: Style): Edit[] {
  const properties = object.children ?? [];
  const commas = properties.map(({ offset, length }) => commaAfter(text, offset + length));
  const edits: Edit[] = [];
  const kept = new Set(properties.keys());
  const added: Change[] = [];
  const indent = indentOf(text, object);
  for (const { key, value } of changes) {
    const places = [...properties.keys()].filter((at) => keyOf(properties[at] as Node) === key);
    if (value === undefined) for (const at of places) kept.delete(at);
    else if (places.length === 0) added.push({ key, value });
    else edits.push(...replaced(text, properties[places[0] ?? 0], value, indent + style.step, style));
  }
  for (const [at, property] of properties.entries())
    if (!kept.has(at)) edits.push(...removal(text, property, commas[at]));
  const hadTrailing = commas.at(-1) !== undefined;
  edits.push(...lastComma(properties, commas, kept, added.length > 0 || hadTrailing));
  if (added.length > 0) edits.push(addition(text, object, { added, indent, style, hadTrailing }));
  return edits.sort((a, b) => a.offset - b.offset);
}

/** Where the comma stands that follows a value which ends at `end`; undefined where none does. */
function commaAfter(text: string, end: number): number | undefined {
  const scanner = createScanner(text, true);
  scanner.setPosition(end);
  scanner.scan();
  const next = scanner.getTokenOffset();
  return text[next] === ',' ? next : undefined;
}

/** The white space that the line on which a node begins has before it. */
function indentOf(text: string, { offset }: Node): string {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function written(value: unknown, indent: string, { eol, step }: Style): string {
  return JSON.stringify(value, null, step).replaceAll('\n', eol + indent);
}

function replaced(
  text: string,
  property: Node | undefined,
  value: unknown,
  indent: string,
  style: Style,
): Edit[] {
  const node = property?.children?.[1];
  if (!node) return [];
  const { offset, length } = node;
  const isSame = JSON.stringify(plainValue(text.slice(offset, offset + length))) === JSON.stringify(value);
  return isSame ? [] : [{ offset, length, content: written(value, indent, style) }];
}

/** The value of a text in strict JSON; undefined where it has comments. */
function plainValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes away a property and its comma, and the whole line where nothing else stands on it. Comments stay. */
function removal(text: string, { offset, length }: Node, comma: number | undefined): Edit[] {
  const end = offset + length;
  if (comma !== undefined && text.slice(end, comma).trim() !== '')
    return [
      { offset, length, content: '' },
      { offset: comma, length: 1, content: '' },
    ];
  const last = comma === undefined ? end : comma + 1;
  const before = text.slice(0, offset).trimEnd().length;
  const isOwnLine =
    text.slice(before, offset).includes('\n') && /^[ \t]*(?:\r?\n|$)/.test(text.slice(last, last + 200));
  if (isOwnLine) return [{ offset: before, length: last - before, content: '' }];
  const blanks = comma === undefined ? 0 : (/^[ \t]*/.exec(text.slice(last, last + 200))?.[0].length ?? 0);
  return [{ offset, length: last - offset + blanks, content: '' }];
}

/** Puts the comma behind the last of the properties that stay, or takes it away. */
function lastComma(
  properties: readonly Node[],
  commas: readonly (number | undefined)[],
  kept: ReadonlySet<number>,
  isWanted: boolean,
): Edit[] {
  const at = Math.max(-1, ...kept);
  const [property, comma] = [properties[at], commas[at]];
  if (!property || isWanted === (comma !== undefined)) return [];
  if (comma !== undefined) return [{ offset: comma, length: 1, content: '' }];
  return [{ offset: property.offset + property.length, length: 0, content: ',' }];
}

/** Writes new properties before the closing brace, behind every comment. */
function addition(
  text: string,
  { offset, length }: Node,
  {
    added,
    indent,
    style,
    hadTrailing,
  }: {
    readonly added: readonly Change[];
    readonly indent: string;
    readonly style: Style;
    readonly hadTrailing: boolean;
  },
): Edit {
  const closing = offset + length - 1;
  const place = text.slice(0, closing).trimEnd().length;
  const inner = indent + style.step;
  const lines = added.map(
    ({ key, value }) => `${style.eol}${inner}${JSON.stringify(key)}: ${written(value, inner, style)}`,
  );
  const isLastOnLine = text.slice(place, closing).includes('\n');
  const end = isLastOnLine ? '' : style.eol + indent;
  return {
    offset: place,
    length: isLastOnLine ? 0 : closing - place,
    content: `${lines.join(',')}${hadTrailing ? ',' : ''}${end}`,
  };
}
