import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commands } from '../commands/index.js';
import { CITATION_FORMATS } from '../src/reply/citation-formats.js';
import { answerSchema } from '../src/reply/json-schema.js';
import { schemaDocument } from '../src/surfaces/terminal/schema-document.js';
import { ROOT } from './support/build.js';

const JSON_DOC = path.join(ROOT, 'docs/json.md');
const text = readFileSync(JSON_DOC, 'utf8');

// `npx vitest run test/docs.test.ts --update` writes the schema anew.
it('docs/json.md has the schema as it is', async () => {
  const schema = JSON.stringify(schemaDocument(commands), null, 2);
  const current = text.replace(/```json\n[^`]*```/, () => `\`\`\`json\n${schema}\n\`\`\``);
  expect(current).toContain(schema);
  await expect(current).toMatchFileSnapshot(JSON_DOC);
});

it('docs/json.md names every field of an answer, and every form of citation', () => {
  const [fields = ''] = /\| Field \|.+?\n\n/s.exec(text) ?? [];
  for (const name of [...Object.keys(answerSchema.shape), ...CITATION_FORMATS]) {
    expect(fields).toContain(`\`${name}\``);
  }
});
