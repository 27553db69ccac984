import dotenv from 'dotenv';
import { readConfig } from './config.js';
import { describeFault } from './corpus/fault.js';
import { readSeeds } from './corpus/seeds.js';
import { messages } from './messages/index.js';

// Run by `npm run check:seeds [DIR]`: the faults that would keep the bot from starting, and warnings that would not.
dotenv.config({ quiet: true });
const [named, ...more] = process.argv.slice(2);
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
    `${messages.seeds.sound(folder, documents.length, passages, warnings.length, revision)}\n`,
  );
}
