import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commands } from '../../commands/index.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { Drawing } from '../../src/picture/drawing.js';
import { startBot } from '../../src/surfaces/discord/bot.js';
import { LocalDiscord } from '../discord-server/server.js';

/** Runs `use` with a bot over `files` that is on a Discord of our own; both are gone when it settles. */
export async function withBot<Result>(
  files: Readonly<Record<string, string>>,
  use: (discord: LocalDiscord) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-screenshots-'));
  const log = createLog('silent', { write: () => undefined });
  const drawing = new Drawing({ log });
  const discord = await LocalDiscord.start();
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const loaded = await loadLibrary(folder);
    if ('faults' in loaded) throw new Error('the documents are faulty');
    const live = new LiveLibrary(loaded.library, () => loadLibrary(folder), { seeds: folder });
    const { token, url: apiUrl, guildId } = discord;
    const bot = await startBot({ token, apiUrl, guildId, commands, live, log, drawing });
    try {
      return await use(discord);
    } finally {
      await bot.stop();
    }
  } finally {
    await discord.stop();
    await drawing.close();
    rmSync(folder, { recursive: true });
  }
}
