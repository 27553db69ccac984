import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { commands } from '../../../commands/index.js';
import { LiveLibrary } from '../../../src/library/live.js';
import { loadLibrary } from '../../../src/library/load.js';
import { PLAIN } from '../../../src/reply/plain-text.js';
import { chat, type Mode } from '../../../src/surfaces/terminal/chat.js';
import { Progress } from '../../../src/surfaces/terminal/progress.js';
import { Session } from '../../../src/surfaces/terminal/session.js';
import { keptLog } from '../../support/bot.js';
import { libraryIn, SEEDS } from '../../support/folder.js';

type Load = ConstructorParameters<typeof LiveLibrary>[1];
const loadAgain: Load = (loading) => loadLibrary(SEEDS, loading);

async function talk(mode: Mode, isTTY: boolean, load = loadAgain) {
  const live = new LiveLibrary(await libraryIn(SEEDS), load);
  const session = new Session({ commands, live, log: keptLog().log, style: PLAIN });
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 200 });
  let written = '';
  output.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const progress = new Progress({ write: () => true });
  const over = chat({
    session,
    live,
    mode,
    streams: { input, output },
    progress,
    working: (seconds) => `${seconds} s`,
  });
  return { input, over, written: () => written };
}

it('answers each line of a pipe, without a prompt, and ends with it', async () => {
  const { input, over, written } = await talk('text', false);
  input.end('/quote topic:Showtime\n\ncompare\n/quote topic:football');
  await over;
  expect(written()).toMatch(
    /^1 passage in 1 document on: Showtime\n[\s\S]+\n\nCommands start[^\n]+\n\nNothing found on: football/,
  );
});

it('takes words without a slash for a question, and leaves at a word alone', async () => {
  for (const leaving of ['exit', 'quit', '/exit']) {
    const { input, over, written } = await talk('text', false);
    input.end(`Who financed the opposition?\n${leaving}\n/quote topic:Showtime`);
    expect(await over).toBe('over');
    expect(written()).toMatch(/^3 passages, with the most relevant sentence marked: Who financed/);
    expect(written()).toContain('They gathered opposition forces and financed them');
    expect(written()).not.toContain('Showtime');
  }
});

it('lists the commands on “help” and “?”', async () => {
  const { input, over, written } = await talk('text', false);
  input.end('help\n?');
  await over;
  expect(written().match(/^\/quote topic:…/gm)).toHaveLength(2);
  expect(written()).toContain('Words without a slash ask /ask');
});

it('writes an object a line as JSON', async () => {
  const { input, over, written } = await talk('json', false);
  input.end('/quote topic:Showtime\r\n/quote topic:football\r\n');
  await over;
  const outcomes = written()
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { outcome: string }).outcome);
  expect(outcomes).toEqual(['answered', 'nothing']);
});

it('prompts on a terminal, completes by Tab, goes back by the arrow, and leaves on Ctrl-C', async () => {
  const { input, over, written } = await talk('text', true);
  // A key at a time: what arrives at once is taken for pasted text, in which Tab is a character.
  for (const key of '/quote topic:Showt\t') input.write(key);
  await expect.poll(written).toContain('Showtime');
  input.write('\r');
  await expect.poll(written).toContain('1 passage in 1 document on: Showtime');
  input.write('\x1b[A\r');
  await expect.poll(() => written().match(/on: Showtime/g)?.length).toBe(2);
  input.write('\x03');
  await expect.poll(written).toContain('To leave, press Ctrl-C again, or type exit.');
  input.write('\x03');
  expect(await over).toBe('interrupted');
  expect(written()).toContain('verbatim> ');
});

it('takes back on Ctrl-C what is half typed, wherever the cursor is, and leaves only at two in a row', async () => {
  const { input, over, written } = await talk('text', true);
  for (const key of '/quote topic:Showt') input.write(key);
  // The arrow to the left, three times.
  input.write('\x1b[D\x1b[D\x1b[D');
  input.write('\x03');
  input.write('/quote topic:football\r');
  await expect.poll(written).toContain('Nothing found on: football');
  input.write('\x03');
  await expect.poll(() => written().match(/To leave/g)?.length).toBe(1);
  input.write('/quote topic:soccer\r');
  await expect.poll(written).toContain('Nothing found on: soccer');
  input.write('\x03');
  await expect.poll(() => written().match(/To leave/g)?.length).toBe(2);
  input.write('x');
  input.write('\x03');
  input.write('\x03');
  await expect.poll(() => written().match(/To leave/g)?.length).toBe(3);
  input.write('\x03');
  expect(await over).toBe('interrupted');
  expect(written()).not.toContain('on: Showt');
});

it('does not wait for the answer under way where Ctrl-C is pressed twice', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { input, over, written } = await talk('text', true, async () => {
    await held;
    return { running: true };
  });
  input.write('/corpus reload\r');
  input.write('\x03');
  await expect.poll(written).toContain('To leave');
  input.write('\x03');
  expect(await over).toBe('interrupted');
  release();
});

it('leaves cleanly where the input ends while an answer is made', async () => {
  const { input, over, written } = await talk('text', true);
  input.write('/corpus reload\r');
  input.write('\x04');
  await over;
  expect(written()).toContain('Reloaded.');
});
