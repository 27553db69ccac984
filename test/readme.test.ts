import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { signatures } from '../src/command/signature.js';
import { ENOUGH } from '../src/search/met.js';
import { ROOT } from './support/build.js';
import { sessionOver } from './support/session.js';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

it('shows a conversation as it goes', async () => {
  const [, line = '', answer] = /```\nverbatim> ([^\n]+)\n([^`]+)\n```/.exec(readme) ?? [];
  expect(await (await sessionOver()).print(line)).toBe(answer);
});

it('names every command with its options', () => {
  for (const { name, options } of signatures(commands)) {
    expect(readme).toContain(`/${name}`);
    for (const option of options) expect(readme, `/${name} ${option.name}`).toContain(`${option.name}:`);
  }
});

it('says how much must be met for an answer', () => {
  expect(readme).toContain(`no passage meets ${ENOUGH},`);
});
