import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { placesOf } from '../../../src/surfaces/terminal/rows.js';
import { styleFor } from '../../../src/surfaces/terminal/style.js';
import { folderOf, SEEDS } from '../../support/folder.js';
import { answerOf, sessionOver } from '../../support/session.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

const LINES = [
  '/quote topic:opposition rallies',
  '/verify quote:They gathered opposition forces and funded them',
  '/compare topic:opposition rallies',
  '/source 000#5',
  'Who financed the opposition?',
  '/help',
];
const oneBlank = (text: string) => text.replace(/\s+/g, ' ');
const windowOf = (columns: number, colours = true) =>
  styleFor({ isTTY: true, columns, hasColors: () => colours });

it.each([20, 33, 44, 70])(
  '%i places wide shows all that a file gets, and no row that could be shorter',
  async (width) => {
    const session = await sessionOver(SEEDS, windowOf(width));
    for (const line of LINES) {
      const text = stripVTControlCharacters(await session.print(line));
      // Signs before what was given stand before each of its rows.
      const whole = stripVTControlCharacters(await session.print('/copy'));
      expect(oneBlank(text.replace(/^> /gm, ''))).toBe(oneBlank(whole.replace(/^> /gm, '')));
      // Where nothing is marked, it is what goes to a file.
      if (line.startsWith('/source')) expect(whole).toBe(await (await sessionOver()).print(line));
      const [shown = ''] = line.startsWith('/source') ? text.split('Plain text') : [text];
      for (const row of shown.split('\n')) {
        if (placesOf(row) <= width) continue;
        // A word that fits into no row, such as a hash; beside the name of a fact, rows are half as long.
        const word = row.split(/\s/).at(-1) ?? '';
        expect(placesOf(word), row).toBeGreaterThan(line.startsWith('/source') ? width / 2 - 2 : width - 2);
      }
    }
  },
);

it('as its width changes, the next answer has the new one', async () => {
  const stream = { isTTY: true, columns: 30, hasColors: () => false };
  const session = await sessionOver(SEEDS, styleFor(stream));
  const widest = async () =>
    Math.max(...(await session.print('/quote topic:NGOs')).split('\n').map(({ length }) => length));
  expect(await widest()).toBeLessThanOrEqual(30);
  stream.columns = 90;
  expect(await widest()).toBeGreaterThan(60);
  // Some say that they have none.
  stream.columns = 0;
  expect(await widest()).toBeGreaterThan(90);
});

it('what is there to be copied is never broken, and /copy gives the last answer so', async () => {
  const folder = folderOf({
    'cafe.txt':
      'He said:\tcafe\u0301  and “日本語の文章です。日本語の文章です。” all at once, twice over and over.\r\nThen he left.',
  });
  for (const width of [20, 36, 50]) {
    const session = await sessionOver(folder, windowOf(width, false));
    expect(oneBlank(await session.print('/copy'))).toBe('There is no answer to show again.');
    const document = readFileSync(path.join(folder, 'cafe.txt'), 'utf8');
    expect(await session.print('/quote topic:left')).not.toContain(document);
    expect(await session.print('/copy')).toContain(`\n\n${document}\n\n`);
    const source = await session.print('/source cafe');
    const { citations = {} } = await answerOf(session, '/source cafe');
    for (const citation of Object.values(citations)) expect(source).toContain(citation);
  }
});

it('/copy sets nothing beside anything', async () => {
  const session = await sessionOver(folderOf(THREE_OUTLETS), windowOf(150, false));
  expect(await session.print('/compare topic:closed bridge')).toContain(' │ ');
  const copy = await session.print('/copy');
  expect(copy).not.toContain(' │ ');
  expect(copy).toContain(THREE_OUTLETS['herald.txt']);
});

it('/copy gives the page that was shown last', async () => {
  const session = await sessionOver(SEEDS, windowOf(60));
  await session.print('/quote topic:Putin');
  const more = stripVTControlCharacters(await session.print('/more'));
  expect(oneBlank(stripVTControlCharacters(await session.print('/copy')))).toBe(oneBlank(more));
  expect(more).toContain('Showing 4–6');
});
