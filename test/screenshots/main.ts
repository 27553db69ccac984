import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { compare } from '../../commands/compare.js';
import { prepare } from '../../src/command/run.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { createLog } from '../../src/log.js';
import { Drawing } from '../../src/picture/drawing.js';
import { renderMessage, type SendableMessage } from '../../src/surfaces/discord/message.js';
import { THREE_OUTLETS, TWO_OUTLETS } from '../support/three-outlets.js';
import { messagePage } from './message-page.js';
import { smallPng } from './small-png.js';

/**
 * Takes the pictures that README and docs show: `npm run screenshots`. Each is a message as it is sent, shown by web
 * components in the Chromium that CHROMIUM names, `/usr/bin/chromium` (Debian's) if left out.
 */
const FOLDER = path.join('test', 'screenshots');
const TOPIC = 'closed bridge';
const ORIGIN = 'http://discord.local/';
/** The windows, and the room that Discord leaves a picture in them, in pixels. */
const WINDOWS = [
  { name: 'desktop', width: 800, room: { width: 550, height: 350 } },
  { name: 'phone', width: 390, room: { width: 302, height: Number.POSITIVE_INFINITY } },
] as const;

const log = createLog('silent', { write: () => undefined });
const drawing = new Drawing({ log });

/** The message that answers /compare over `files`. */
async function answered(files: Readonly<Record<string, string>>): Promise<SendableMessage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-screenshots-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const loaded = await loadLibrary(folder);
    if ('faults' in loaded) throw new Error('the documents are faulty');
    const { library } = loaded;
    const live = new LiveLibrary(library, () => loadLibrary(folder));
    const context = { library, live, asker: { name: 'member', mayModerate: false } };
    const reply = await prepare(compare, { topic: TOPIC }, context, log).answer();
    const state = { command: 'compare', options: { topic: TOPIC }, revision: library.revision };
    return await renderMessage(reply, state, drawing);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Letters in greys alone, which make small files.
  args: ['--no-sandbox', '--disable-lcd-text'],
});
try {
  for (const [outlets, files] of [
    ['two-outlets', TWO_OUTLETS],
    ['three-outlets', THREE_OUTLETS],
  ] as const) {
    const message = await answered(files);
    for (const { name, width, room } of WINDOWS) {
      const page = await browser.newPage({ viewport: { width, height: 200 } });
      const html = messagePage(message, `/compare topic:${TOPIC}`, room);
      await page.route(`${ORIGIN}**`, (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
        const body = readFileSync(path.join('node_modules', pathname), 'utf8');
        return route.fulfill({ contentType: 'text/javascript', body });
      });
      await page.goto(ORIGIN);
      await page.locator('discord-embed-description').first().waitFor();
      const shot = await smallPng(await page.screenshot({ fullPage: true }));
      writeFileSync(path.join(FOLDER, `${outlets}-${name}.png`), shot);
      await page.close();
    }
  }
} finally {
  await browser.close();
  await drawing.close();
}
