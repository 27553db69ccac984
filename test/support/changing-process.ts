import { corpus } from '../../commands/corpus.js';
import { describeFault } from '../../src/corpus/fault.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { chat } from '../../src/surfaces/terminal/chat.js';
import { Progress } from '../../src/surfaces/terminal/progress.js';
import { Session } from '../../src/surfaces/terminal/session.js';

// What `npm start -- --json` is, with nothing but `/corpus`, so that it starts fast enough to be killed a hundred times.
const [seeds = ''] = process.argv.slice(2);
const result = await loadLibrary(seeds);
if ('faults' in result) throw new Error(result.faults.map(describeFault).join('\n'));
const live = new LiveLibrary(result.library, (loading) => loadLibrary(seeds, loading), { seeds });
const session = new Session({ commands: [corpus], live, log: createLog('silent'), style: PLAIN });
process.stdout.write('{}\n');
const streams = { input: process.stdin, output: process.stdout };
await chat({ session, live, mode: 'json', streams, progress: new Progress(process.stderr), working: String });
