import { spawnSync } from 'node:child_process';
import { leftOut, missingTools } from './tools.js';

/** After `npm test`: the tests on a cluster where they can run, and else a word that they did not, as the last one. */
const missing = await missingTools();
if (missing.length === 0) {
  const { status } = spawnSync('npm run test:cluster', { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
} else {
  process.stdout.write(`\n${leftOut(missing)}\n`);
}
