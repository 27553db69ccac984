import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/build.js';
import { answerIn, call, connected, textOf } from '../../support/mcp.js';

const page = readFileSync(path.join(ROOT, 'docs/mcp.md'), 'utf8');

/** The rows of a table: what stands in code in the first cell, and in the second. */
function rows(heading: string): [name: string, named: string[]][] {
  const [, table = ''] = page.split(heading);
  const [lines = ''] = table.split('\n\n', 1);
  return Array.from(lines.matchAll(/^\| `([^`]+)` \| ([^|]+)\|/gm), ([, name = '', second = '']) => [
    name,
    Array.from(second.matchAll(/`([^`]+)`/g), ([, one = '']) => one),
  ]);
}

it('docs/mcp.md names every tool with what it takes', async () => {
  const { client } = await connected();
  const { tools } = await client.listTools();
  expect(rows('| Tool | Takes | What it answers |\n')).toEqual(
    tools.map(({ name, inputSchema }) => [name, Object.keys(inputSchema.properties ?? {})]),
  );
});

it('docs/mcp.md names every prompt with what it takes', async () => {
  const { client } = await connected();
  const { prompts } = await client.listPrompts();
  expect(rows('| Prompt | Takes | |\n')).toEqual(
    prompts.map(({ name, arguments: given = [] }) => [name, given.map((one) => one.name)]),
  );
});

it('docs/mcp.md names addresses of what it says that they are of', async () => {
  const { client } = await connected();
  const [[document = ''] = [], [passage = ''] = []] = rows('| Address | |\n');
  const sixth = await textOf(client, passage);
  expect(await textOf(client, document)).toContain(sixth);
  const source = answerIn(await call(client, 'source', { id: '000#6' }));
  expect(source.excerpts?.[0]?.text).toBe(sixth);
});

it('docs/mcp.md says how many quotations of a text are checked', async () => {
  const { client } = await connected();
  const message = Array.from({ length: 26 }, () => 'He said “went to opposition rallies”.').join('\n\n');
  const result = await call(client, 'verify_quotes', { message });
  const [, first] = /the first (\d+) of at most/.exec(page) ?? [];
  expect(answerIn(result).verdicts).toHaveLength(Number(first));
  expect(answerIn(result).message).toContain(`Only the first ${first} of 26 quotations were checked.`);
});
