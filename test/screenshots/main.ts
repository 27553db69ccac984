import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { messagePage } from './message-page.js';
import { askers, SHOTS } from './shots.js';
import { smallPng } from './small-png.js';
import { withBot } from './with-bot.js';

/**
 * Takes the pictures that README and docs show: `npm run screenshots`, or of some with `-- NAME…`. Each is a message as a
 * bot sent it to the Discord of the tests, shown by web components in the Chromium that CHROMIUM names, `/usr/bin/chromium`
 * (Debian's) if left out.
 */
const FOLDER = path.join('docs', 'screenshots');
const ORIGIN = 'http://discord.local/';
/** The windows, and the room that Discord leaves a picture in them, in pixels. */
const WINDOWS = [
  { name: 'desktop', width: 800, room: { width: 550, height: 350 } },
  { name: 'phone', width: 390, room: { width: 302, height: Number.POSITIVE_INFINITY } },
] as const;

const wanted = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Letters in greys alone, which make small files.
  args: ['--no-sandbox', '--disable-lcd-text'],
});
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name: shot, asked, files, take } of SHOTS) {
    if (wanted.length > 0 && !wanted.includes(shot)) continue;
    const message = await withBot(files, (discord) => take(...askers(discord)));
    for (const { name, width, room } of WINDOWS) {
      const page = await browser.newPage({ viewport: { width, height: 200 } });
      const html = messagePage(message, asked, room);
      await page.route(`${ORIGIN}**`, (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
        const body = readFileSync(path.join('node_modules', pathname), 'utf8');
        return route.fulfill({ contentType: 'text/javascript', body });
      });
      await page.goto(ORIGIN);
      await page.locator('discord-message .discord-message-inner').first().waitFor();
      const shown = await smallPng(await page.screenshot({ fullPage: true }));
      writeFileSync(path.join(FOLDER, `${shot}-${name}.png`), shown);
      await page.close();
    }
  }
} finally {
  await browser.close();
}
