import { parseArgs } from 'node:util';
import { benchComparison, benchGrowth } from './comparison.js';
import { records, type Story, scalePassages } from './data.js';
import { benchFidelity } from './fidelity.js';
import { print } from './measure.js';
import { benchQuality } from './quality.js';
import { generatedPassages } from './texts.js';
import { benchVerdicts } from './verdicts.js';
import { benchVerification } from './verification.js';

const USAGE = `Usage: npm run bench -- [--smoke] [--fidelity] [--verdicts] [--quality] [--comparison] [--speed] [--data DIR]

Measures Verbatim beside a baseline in the same run; ratios matter, times are this machine's.
Without a kind of measurement, all are made.
  --fidelity    whether Discord shows texts as they stand
  --verdicts    what is said of quotations of which the truth is known (needs --data)
  --quality     whether the right passages come first, and whether silence is kept (needs --data)
  --comparison  counterparts, speakers, and how comparing grows
  --speed       the index, searches and verdicts
  --data DIR    measure on a folder of judged data too, as far as it is there
  --smoke       the same on little data, to see that it runs
`;

const { values } = parseArgs({
  options: {
    smoke: { type: 'boolean', default: false },
    fidelity: { type: 'boolean', default: false },
    verdicts: { type: 'boolean', default: false },
    quality: { type: 'boolean', default: false },
    comparison: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
    data: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const { smoke, data } = values;
const kinds = [values.fidelity, values.verdicts, values.quality, values.comparison, values.speed];
const all = !kinds.includes(true);

if (values.help) print(USAGE);
else {
  if (data === undefined) print('No --data folder was given, so nothing is measured on judged data.');
  if (all || values.fidelity) {
    const stories = data === undefined ? undefined : records<Story>(data, 'outlets', 'stories.jsonl');
    const paragraphs = (stories ?? []).flatMap(({ articles }) =>
      articles.flatMap((article) => article.paragraphs),
    );
    benchFidelity(smoke ? 2_000 : 100_000, paragraphs);
  }
  if (data !== undefined && (all || values.verdicts)) await benchVerdicts(data);
  if (data !== undefined && (all || values.quality)) await benchQuality(data);
  if (all || values.comparison) {
    await benchGrowth(smoke ? 8 : 100);
    if (data !== undefined) await benchComparison(data);
  }
  if (all || values.speed) {
    const generated = generatedPassages(smoke ? 500 : 20_000);
    await benchVerification(generated, 'generated');
    const real = data === undefined ? undefined : scalePassages(data);
    if (real) {
      for (const size of [1_000, 10_000, real.length]) await benchVerification(real.slice(0, size), 'real');
    }
  }
}
