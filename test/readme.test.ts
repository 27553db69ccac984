import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { signatures } from '../src/command/signature.js';
import { ENOUGH } from '../src/search/met.js';
import { ROOT } from './support/build.js';
import { sessionOver } from './support/session.js';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

const CONVERSATION = /```\nverbatim> ([^\n]+)\n([^`]+)\n```/g;

// `npx vitest run test/readme.test.ts --update` writes the answers anew.
it.each([
  ['README.md', 2],
  ['docs/verifying.md', 1],
  ['docs/comparing.md', 1],
] as const)('%s shows conversations as they go', async (file, number) => {
  const page = readFileSync(path.join(ROOT, file), 'utf8');
  const questions = Array.from(page.matchAll(CONVERSATION), ([, line = '']) => line);
  expect(questions).toHaveLength(number);
  const session = await sessionOver();
  const answers = new Map<string, string>();
  for (const line of questions) answers.set(line, await session.print(line));
  const current = page.replace(
    CONVERSATION,
    (_, line: string) => `\`\`\`\nverbatim> ${line}\n${answers.get(line)}\n\`\`\``,
  );
  await expect(current).toMatchFileSnapshot(path.join(ROOT, file));
});

it('names every command with its options', () => {
  for (const { name, options } of signatures(commands)) {
    expect(readme).toContain(`/${name}`);
    for (const option of options) expect(readme, `/${name} ${option.name}`).toContain(`${option.name}:`);
  }
});

it('says how much must be met for an answer', () => {
  const searching = readFileSync(path.join(ROOT, 'docs/searching.md'), 'utf8');
  expect(searching).toContain(
    `no passage meets ${ENOUGH.answer} of a question or ${ENOUGH.topic} of a topic,`,
  );
});
