import { spawnSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { drawStatement } from '../../src/picture/draw.js';
import { Drawing, type DrawingParts } from '../../src/picture/drawing.js';
import type { PictureOfStatement } from '../../src/picture/picture.js';
import { keptLog } from '../support/bot.js';
import { compiled } from '../support/build.js';
import { BROKEN_MODULE, threadModule } from '../support/thread-module.js';

const SAID = 'He said: “We have not engaged in any attacks.”';
const PICTURE: PictureOfStatement = {
  passages: ['The Post', 'The Times'].map((name) => ({
    name,
    text: SAID,
    place: `${name}#1, line 1`,
    differences: [{ start: 18, end: 25 }],
  })),
  shared: [[0, 0].map((start) => ({ start, end: 7 }))],
};

function drawing(parts: Omit<Partial<DrawingParts>, 'log'> = {}) {
  const { log, logged } = keptLog();
  const made = new Drawing({ log, ...parts });
  onTestFinished(() => made.close());
  return { drawing: made, logged };
}

it('draws the same bytes in its thread as are drawn in this one', async () => {
  const here = drawStatement(PICTURE);
  const there = await drawing().drawing.draw(PICTURE);
  if (!('file' in here && 'file' in there)) throw new Error('no picture was drawn');
  expect(Buffer.from(there.file.bytes).equals(here.file.bytes)).toBe(true);
  expect(there.file.description).toBe(here.file.description);
});

it('leaves this thread to others while a picture is drawn', async () => {
  let turns = 0;
  const over = drawing()
    .drawing.draw(PICTURE)
    .then(() => true);
  while (!(await Promise.race([over, setImmediate(false)]))) turns++;
  expect(turns).toBeGreaterThan(0);
});

it('says why there is no picture where the fonts lack a letter', async () => {
  const passages = PICTURE.passages.map((passage) => ({ ...passage, text: '首相は' }));
  expect(await drawing().drawing.draw({ ...PICTURE, passages })).toEqual({
    leftOut: 'the fonts do not have “首”',
  });
});

it('leaves a picture out that cannot be drawn, says so in the log, and draws the next', async () => {
  const { drawing: pictures, logged } = drawing();
  const broken = { ...PICTURE, shared: null } as unknown as PictureOfStatement;
  expect(await pictures.draw(broken)).toEqual({ leftOut: 'drawing it failed' });
  expect(logged).toMatchObject([{ msg: 'Drawing a picture failed', err: { type: 'TypeError' } }]);
  expect(await pictures.draw(PICTURE)).toHaveProperty('file');
});

it('leaves a picture out that takes longer than its limit', async () => {
  const { drawing: pictures, logged } = drawing({ limit: 1 });
  expect(await pictures.draw(PICTURE)).toEqual({ leftOut: 'drawing it failed' });
  expect(logged).toMatchObject([{ err: { message: 'No answer from the thread within 1 ms' } }]);
});

it('draws as many as may wait, ten and the one that is drawn, and leaves out the rest', async () => {
  const { drawing: pictures } = drawing();
  const drawn = await Promise.all(Array.from({ length: 12 }, () => pictures.draw(PICTURE)));
  expect(drawn.map((picture) => 'file' in picture)).toEqual([...Array(11).fill(true), false]);
});

it('leaves a picture out where its thread breaks, and says so in the log', async () => {
  const { drawing: pictures, logged } = drawing({ module: BROKEN_MODULE });
  expect(await pictures.draw(PICTURE)).toEqual({ leftOut: 'drawing it failed' });
  expect(logged).toMatchObject([{ err: { message: 'The thread ended by itself with status 1' } }]);
});

/** Stops the clock until the test is over. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
}

it('waits ten seconds for a picture', async () => {
  stopClock();
  const { drawing: pictures } = drawing({ module: threadModule('() => { for (;;); }') });
  let drawn: unknown;
  const over = pictures.draw(PICTURE).then((picture) => {
    drawn = picture;
  });
  await vi.advanceTimersByTimeAsync(9_999);
  expect(drawn).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  await over;
  expect(drawn).toEqual({ leftOut: 'drawing it failed' });
});

it('keeps its thread for a minute after a picture', async () => {
  stopClock();
  const { drawing: pictures } = drawing({
    module: threadModule('() => ({ leftOut: String(++calls) })', 'let calls = 0'),
  });
  const calls = async () => await pictures.draw(PICTURE);
  expect(await calls()).toEqual({ leftOut: '1' });
  await vi.advanceTimersByTimeAsync(59_999);
  expect(await calls()).toEqual({ leftOut: '2' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await calls()).toEqual({ leftOut: '1' });
});

it('finds its thread where it is compiled, and lets the process end after the last picture', () => {
  const program = `
    import { Drawing } from '${compiled('src/picture/drawing').href}';
    const drawn = await new Drawing({ log: console }).draw(${JSON.stringify(PICTURE)});
    console.log(Object.keys(drawn).join());`;
  const start = `import('data:text/javascript,${encodeURIComponent(program).replaceAll("'", '%27')}')`;
  const { status, stdout } = spawnSync(process.execPath, ['-e', start], {
    encoding: 'utf8',
    timeout: 18_000,
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'file\n' });
});
