import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { print } from './measure.js';
import { benchSpeed } from './speed.js';
import { generatedPassages, scalePassages } from './texts.js';

const USAGE = `Usage: npm run bench -- [--smoke] [--data DIR]

Measures Verbatim beside a baseline in the same run; ratios matter, times are this machine's.
  --smoke     the same on little data, to see that it runs
  --data DIR  measure on a folder of judged data too, such as DIR/scale/gutenberg.jsonl.gz
`;

const { values } = parseArgs({
  options: { smoke: { type: 'boolean' }, data: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help) {
  print(USAGE);
} else {
  await benchSpeed(generatedPassages(values.smoke ? 500 : 20_000), 'generated');
  if (values.data === undefined)
    print('\nNo --data folder was given, so nothing was measured on judged data.');
  else if (!existsSync(values.data)) {
    print(`\n${values.data} does not exist; --data takes a folder with judged data.`);
    process.exitCode = 1;
  } else await benchSpeed(scalePassages(values.data), 'real');
}
