import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { ENOUGH } from '../src/search/met.js';
import { ROOT } from './support/build.js';
import { sessionOver } from './support/session.js';

const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

it('shows a conversation as it goes', async () => {
  const [, line = '', answer] = /```\nverbatim> ([^\n]+)\n([^`]+)\n```/.exec(readme) ?? [];
  expect(await (await sessionOver()).print(line)).toBe(answer);
});

it('names every command with its options', () => {
  for (const { declaration } of commands) {
    if (!('options' in declaration)) continue;
    for (const option of declaration.options ?? []) {
      const name = option.type === 1 ? `/${declaration.name} ${option.name}` : `${option.name}:`;
      expect(readme, `${declaration.name} ${name}`).toContain(name);
    }
  }
});

it('says how much must be met for an answer', () => {
  expect(readme).toContain(`no passage meets ${ENOUGH},`);
});
