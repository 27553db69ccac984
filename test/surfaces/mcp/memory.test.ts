import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { SEEDS } from '../../support/folder.js';
import { answerIn, call, connected, PATIENCE, textOf } from '../../support/mcp.js';

/** What is in use once nothing is left that nobody needs, in bytes. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

it('a thousand calls leave nothing behind', { timeout: PATIENCE }, async () => {
  const { client } = await connected(SEEDS);
  const round = async (times: number) => {
    for (let at = 0; at < times; at++) {
      const answers = await Promise.all([
        call(client, 'quote', { topic: 'opposition rallies' }),
        call(client, 'verify', { quote: 'They gathered opposition forces and funded them' }),
        call(client, 'source', { id: `001#${(at % 11) + 1}` }),
        call(client, 'quote', { topic: at }),
      ]);
      expect(answers.map((answer) => answerIn(answer).outcome)).toEqual([
        'answered',
        'answered',
        'answered',
        'invalid',
      ]);
      await textOf(client, 'verbatim://document/000');
    }
  };
  const grownIn = async (times: number) => {
    const before = inUse();
    await round(times);
    return inUse() - before;
  };
  await round(50);
  // What is left behind is left each time; what is compiled or kept up to a bound is not.
  const grown = [await grownIn(250), await grownIn(250), await grownIn(250)];
  // A call that left its answer behind would leave 5 KB, five times as much in all.
  expect(Math.min(...grown)).toBeLessThan(1_000_000);
});
