import path from 'node:path';
import dotenv from 'dotenv';
import { readConfig } from './config.js';
import { countOf, describeFault } from './corpus/fault.js';
import { readSeeds } from './corpus/seeds.js';
import { stateSuggested, suggestedSources } from './corpus/suggested-sources.js';
import { messages } from './messages/index.js';

// Run by `npm run check:seeds [DIR]`: the faults that would keep the bot from starting, and warnings that would not. With
// `--write`, what pages say of their source is stated in sources.json.
dotenv.config({ quiet: true });
const given = process.argv.slice(2);
const isToWrite = given.includes('--write');
const [named, ...more] = given.filter((one) => one !== '--write');
if (more.length > 0 || named?.startsWith('-')) {
  process.stderr.write(messages.settings.checkUsage);
  process.exit(1);
}
const configured = readConfig(process.env);
if ('problems' in configured && named === undefined) {
  process.stderr.write(`${configured.problems.join('\n')}\n`);
  process.exit(1);
}
const folder = named ?? ('config' in configured ? configured.config.SEEDS_DIR : '');
const result = await readSeeds(folder);
if ('faults' in result) {
  process.stderr.write(`${result.faults.map(describeFault).join('\n')}\n`);
  process.exitCode = 1;
} else {
  for (const warning of result.warnings)
    process.stderr.write(`${messages.seeds.warning(describeFault(warning))}\n`);
  const passages = result.documents.reduce((sum, document) => sum + document.passages.length, 0);
  const { documents, warnings, revision } = result;
  process.stdout.write(
    `${messages.seeds.sound(folder, documents.length, passages, countOf(warnings), revision)}\n`,
  );
  const suggested = suggestedSources(documents);
  const lines = suggested.flatMap(({ file, fields }) =>
    fields.map(([field, value]) => messages.forms.suggested(path.join(folder, file), field, value)),
  );
  if (isToWrite) await stateSuggested(folder, suggested, result.memory.sources.byFile);
  const told = isToWrite ? messages.forms.suggestionsWritten : messages.forms.suggestionsNotWritten;
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n${told(lines.length)}\n`);
}
