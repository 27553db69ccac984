import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter, type Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages/index.js';
import { ROOT } from '../support/build.js';

/** What a reader would take for a sentence or a heading: several words, the first with a capital letter; or many words. */
const READS_LIKE_WORDS =
  /^\P{L}*\p{Lu}[\p{L}’']*[,:]? \p{L}|^\P{L}*\p{L}[\p{L}’']*(?:[,:;]? \p{L}[\p{L}’']*){3}/u;
/** Methods of a log. */
const LOG_CALL = new Set(['fatal', 'error', 'warn', 'info', 'debug']);

type Node = Rule.Node;

/** True for words that are no member's: a programmer's, a log's, a schema's, or a list that is read into words. */
function isOthers(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (at.type === 'NewExpression' && at.callee.type === 'Identifier' && at.callee.name.endsWith('Error')) {
      return true;
    }
    if (at.type !== 'CallExpression' || at.callee.type !== 'MemberExpression') continue;
    const { object, property } = at.callee;
    if (property.type !== 'Identifier') continue;
    const isLog =
      property.name === 'emitWarning' ||
      (LOG_CALL.has(property.name) && /(?:^|\.)#?log$/.test(nameOf(object)));
    const isSplit = property.name === 'split' && object === node;
    if (isLog || isSplit || property.name === 'meta') return true;
  }
  return false;
}

function nameOf(node: object): string {
  if (!('type' in node)) return '';
  if (node.type === 'Identifier' && 'name' in node) return String(node.name);
  if (node.type === 'MemberExpression' && 'property' in node) return `.${nameOf(node.property as object)}`;
  return node.type === 'PrivateIdentifier' && 'name' in node ? `#${String(node.name)}` : '';
}

const sentences: Rule.RuleModule = {
  create(context) {
    const look = (node: Node, text: string) => {
      if (READS_LIKE_WORDS.test(text) && !isOthers(node)) context.report({ node, message: text });
    };
    return {
      Literal(node) {
        if (typeof node.value === 'string') look(node, node.value);
      },
      // Whatever is put into a template may be a word.
      TemplateLiteral(node) {
        look(node, node.quasis.map(({ value }) => value.cooked ?? '').join('x'));
      },
    };
  },
};

/** The sentences in a compiled file that are for people, each once. */
function sentencesIn(code: string): string[] {
  const found = new Linter().verify(code, [
    {
      plugins: { own: { rules: { sentences } } },
      rules: { 'own/sentences': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  ]);
  return [...new Set(found.map(({ message }) => message))];
}

/** Where words are read, and nothing is said. */
const READ = /^src\/languages\//;
/** Files that gather what is wrong before they throw it, which is for programmers as all that is thrown. */
const THROWN = [
  'src/corpus/excerpt.ts',
  'src/reply/seal.ts',
  'src/search/opensearch/ingest/fill.ts',
  'src/search/opensearch/ingest/plan.ts',
  'src/search/opensearch/ingest/revisions.ts',
  'src/surfaces/discord/limits.ts',
];

describe('words for people', () => {
  const files = ['src', 'commands']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
    )
    .filter((file) => !file.startsWith('src/messages/') && !READ.test(file) && !THROWN.includes(file));
  const compiled = (file: string) =>
    readFileSync(path.join(ROOT, 'dist', file.replace(/\.ts$/, '.js')), 'utf8');

  it('stand in their own room alone', () => {
    const found = files.flatMap((file) =>
      sentencesIn(compiled(file))
        // As JSON names it.
        .filter((text) => !(text in messages.differences.kinds))
        .map((text) => `${file}: ${text}`),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it.each([
    ["say('nothing', 'Nothing was found.')", ['Nothing was found.']],
    ['const heading = `Only $' + '{number} of them`', ['Only x of them']],
    ["const note = 'worded differently over there'", ['worded differently over there']],
    ["const label = 'Shared words'", ['Shared words']],
  ])('are seen in %s', (code, found) => {
    expect(sentencesIn(code)).toEqual(found);
  });

  it.each([
    ['an error', "throw new RangeError('No entry of that name')"],
    ['a log', "this.parts.log.warn({ error }, 'Discord did not take it')"],
    ['a schema', "z.string().meta({ description: 'The id of the document' })"],
    ['a list', "const names = 'Mr Mrs Miss and so on'.split(' ')"],
    ['an identifier', "const verdict = 'too-short'"],
    ['a pattern', 'const line = /^Only the first of them/'],
  ])('are not seen in what %s says', (_, code) => {
    expect(sentencesIn(code)).toEqual([]);
  });
});
