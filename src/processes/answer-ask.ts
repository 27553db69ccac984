import type { Logger } from 'pino';
import { describeFault } from '../corpus/fault.js';
import type { LiveLibrary } from '../library/live.js';
import type { Ask, Told } from './protocol.js';

/** What this process says to what another asks, from `live`. A reload that runs is waited for. Never rejects. */
export async function answerAsk(ask: Ask, live: LiveLibrary, log: Logger): Promise<Told> {
  const serving = () => ({ revision: live.serving.library.revision });
  if (ask.about === 'state') return { kind: 'serving', ...serving() };
  try {
    const result = await live.reloadInTurn(ask.by, ask.full);
    if (result.kind === 'running') throw new Error('Another program is loading the documents');
    log.info({ by: ask.by, outcome: result.kind }, 'Reloaded for another process');
    if (result.kind === 'reloaded') return { kind: 'reloaded', ...serving() };
    return { kind: 'faulty', ...serving(), faults: result.faults.map(describeFault) };
  } catch (error) {
    log.error({ err: error }, 'Reloading for another process broke');
    return { kind: 'broken', ...serving() };
  }
}
