import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { placesOf } from '../../../src/surfaces/terminal/rows.js';
import { styleFor } from '../../../src/surfaces/terminal/style.js';
import { directionBehind, STRAIGHT } from '../../support/direction-state.js';
import { folderOf, SEEDS } from '../../support/folder.js';
import { sessionOver } from '../../support/session.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

const LINE = '/compare topic:opposition rallies';
const terminal = (columns: number, colours: boolean) =>
  styleFor({ isTTY: true, columns, hasColors: () => colours });

it('sets outlets beside each other where the window is wide enough, every word in order', async () => {
  const text = await (await sessionOver(SEEDS, terminal(100, true))).print(LINE);
  const rows = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.includes(' │ '));
  expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(100);
  const left = rows.map((line) => line.split(' │ ')[0]?.trim()).join(' ');
  expect(left).toContain(
    '“They gathered opposition forces and financed them, went to opposition rallies,” he elaborated.',
  );
});

it('marks what differs, by signs where there are no colours, and nothing where nothing does', async () => {
  const folder = folderOf(THREE_OUTLETS);
  const print = async (colours: boolean) =>
    (await sessionOver(folder, terminal(150, colours))).print('/compare topic:closed bridge');
  // Columns are read line by line, so the marks of one may come before those of another.
  expect((await print(false)).match(/⟦[^⟧]*⟧/g)?.sort()).toEqual(['⟦any⟧', '⟦a⟧']);
  const yellow = (await print(true)).split('\u001b[33m').slice(1);
  expect(yellow.map((text) => text.split('\u001b')[0]).sort()).toEqual(['a', 'any']);
  expect(await (await sessionOver(SEEDS, terminal(100, false))).print(LINE)).not.toContain('⟦');
});

it('sets them one below the other where it is narrow, and where it goes to a file', async () => {
  for (const style of [terminal(60, true), styleFor({ isTTY: false, columns: 200 })]) {
    expect(await (await sessionOver(SEEDS, style)).print(LINE)).not.toContain(' │ ');
  }
});

it('sets more than there is room for below, in even bands, and stands out nowhere', async () => {
  const word = 'Donaudampfschifffahrtsgesellschaftskapitänswitwe';
  const names = ['a', 'b', 'c', 'd', 'e'];
  const files = Object.fromEntries(
    names.map((name) => [`${name}.txt`, `${THREE_OUTLETS['courier.txt']} ${word} 日本語の文章です ${name}.`]),
  );
  const folder = folderOf(files);
  for (const [width, beside] of [
    [75, 2],
    [120, 3],
    [155, 3],
    [200, 5],
  ] as const) {
    const text = await (await sessionOver(folder, terminal(width, false))).print(
      '/compare topic:closed bridge',
    );
    const rows = text.split('\n').filter((line) => line.includes(' │ '));
    expect(Math.max(...rows.map(placesOf))).toBeLessThanOrEqual(width);
    expect(Math.max(...rows.map((row) => row.split(' │ ').length))).toBe(beside);
  }
});

it('lets no outlet turn the words of the one beside it, above or below', async () => {
  // What was begun by each: an override, an isolate with another inside, and an embedding.
  const begun = ['\u202E', '\u2067\u2066', '\u202B'];
  const names = Object.keys(THREE_OUTLETS).filter((name) => name.endsWith('.txt'));
  const texts = Object.entries(THREE_OUTLETS).map(([name, text]) => {
    const at = names.indexOf(name);
    return [name, at === -1 ? text : text.replace('closed', `${begun[at] ?? ''}closed`)];
  });
  const folder = folderOf(Object.fromEntries(texts));
  for (const width of [60, 150]) {
    const text = await (await sessionOver(folder, terminal(width, false))).print(
      '/compare topic:closed bridge',
    );
    for (const turn of begun) expect(text).toContain(turn);
    for (const row of text.split('\n')) {
      // Whatever stands left of a sign of ours has ended there.
      const cells = row.split(/ [│|·] /);
      for (const cell of cells) expect(directionBehind(cell)).toEqual(STRAIGHT);
    }
  }
});
