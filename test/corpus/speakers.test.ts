import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { completeSpeaker } from '../../src/command/complete.js';
import { Document } from '../../src/corpus/document.js';
import { Speakers } from '../../src/corpus/speakers.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { folderOf, libraryIn, writeFiles } from '../support/folder.js';
import { BROKEN_MODULE, threadModule } from '../support/thread-module.js';

/** Starting a thread may take long on a busy machine. */
const PATIENT = { timeout: 15_000 };

const document = (id: string, text: string) => Document.of(`${id}.txt`, Buffer.from(text), text, {});
const ONE = document(
  '1',
  '“The dam is safe,” Anna Borg said.\n\n“It is not,” said the Mayor. “It is,” Borg said.',
);
const TWO = document('2', '“Nothing will happen,” Anna Borg said.\n\nHe said: “So it is.”');
/** Of 180,000 characters, where the thread is given 100,000 at once. */
const LONG = document(
  '3',
  Array.from({ length: 300 }, (_, at) => {
    return `“So it is,” ${at % 2 ? 'Ben' : 'Carla'} Stone said. ${'There was rain. '.repeat(36)}`;
  }).join('\n\n'),
);

async function namesIn(speakers: Speakers): Promise<(readonly [string, number])[]> {
  await speakers.read();
  return speakers.names().map(({ name, count }) => [name, count] as const);
}

/** What is warned of until the test is over. */
function warnings(): string[] {
  const heard: string[] = [];
  const hear = (warning: Error) => void heard.push(warning.message);
  process.on('warning', hear);
  onTestFinished(() => void process.off('warning', hear));
  return heard;
}

describe('the names of speakers', () => {
  it('are those named next to a verb of saying, the most frequent first, without pronouns and articles', async () => {
    expect(await namesIn(new Speakers([ONE, TWO]))).toEqual([
      ['Anna Borg', 4],
      ['Borg', 2],
    ]);
  });

  it('are those who have turns in a transcript, in capitals or not', async () => {
    const talk = document(
      '1',
      'Ada Borg: It is.\nHolm: So?\nAda Borg: Yes.\nQ: Why?\nHolm: No.\nAda Borg: Ah.',
    );
    expect(await namesIn(new Speakers([talk]))).toEqual([
      ['Ada Borg', 3],
      ['Holm', 2],
    ]);
    const loud = document('2', 'BORG: It is.\nHOLM: So?\nBORG: Yes.');
    expect(await namesIn(new Speakers([loud]))).toEqual([
      ['BORG', 2],
      ['HOLM', 1],
    ]);
  });

  it('are counted over the whole of a document that goes to the thread in several portions', async () => {
    const names = await namesIn(new Speakers([ONE, LONG, TWO]));
    expect(names.slice(0, 2).map(([name]) => name)).toEqual(['Ben Stone', 'Carla Stone']);
    expect(names[0]?.[1]).toBe(names[1]?.[1]);
    expect(names.find(([name]) => name === 'Anna Borg')).toEqual(['Anna Borg', 4]);
  });

  it.each([
    [99_999, 1],
    [100_000, 2],
  ])('are asked of the thread 100,000 characters at once: of %i in %i times', async (length, times) => {
    const counting = threadModule(
      "(stretches) => stretches.map(() => [{ name: 'X', folded: 'x', count: 1 }])",
    );
    const long = document('4', `${'x'.repeat(length - 1)}\n\nx`);
    expect(await namesIn(new Speakers([long], undefined, counting))).toEqual([['X', times]]);
  });

  it('are none until all are read, which asking for them begins, while this thread goes on', async () => {
    const speakers = new Speakers([ONE, LONG]);
    expect(speakers.names()).toEqual([]);
    await expect.poll(() => speakers.names(), PATIENT).toHaveLength(4);
  });

  it('are taken from before for documents that are the same', async () => {
    const before = new Speakers([ONE, LONG]);
    const known = await namesIn(before);
    expect(await namesIn(new Speakers([ONE, LONG], before, BROKEN_MODULE))).toEqual(known);
    const without = await namesIn(new Speakers([ONE], before, BROKEN_MODULE));
    expect(without).toEqual(await namesIn(new Speakers([ONE])));
    expect((await namesIn(new Speakers([ONE, TWO], before))).at(0)).toEqual(['Anna Borg', 4]);
  });

  it('are read anew without being asked for where those before were asked for', async () => {
    const before = new Speakers([ONE]);
    await before.read();
    const heard = warnings();
    new Speakers([ONE, TWO], before, BROKEN_MODULE);
    await expect.poll(() => heard, PATIENT).toHaveLength(1);
    new Speakers([ONE, TWO], new Speakers([ONE]), BROKEN_MODULE);
    await setImmediate();
    expect(heard).toHaveLength(1);
  });

  it('are none where the thread breaks, of which one warning tells', async () => {
    const heard = warnings();
    const speakers = new Speakers([ONE], undefined, BROKEN_MODULE);
    expect(speakers.names()).toEqual([]);
    await expect(speakers.read()).rejects.toThrow('status 1');
    expect(speakers.names()).toEqual([]);
    await expect
      .poll(() => heard, PATIENT)
      .toEqual([expect.stringContaining('No names of speakers are suggested')]);
  });

  it('are suggested of the documents that serve, also after a reload', async () => {
    const folder = folderOf({ '1.txt': ONE.text });
    const live = new LiveLibrary(await libraryIn(folder), (previous) => loadLibrary(folder, previous));
    const suggested = async () =>
      (await completeSpeaker({ library: live.serving.library, given: {} }, 'bor')).map(({ value }) => value);
    await expect.poll(suggested, PATIENT).toEqual(['Anna Borg', 'Borg']);
    writeFiles(folder, { '2.txt': '“Yes,” said Carl Borgia.' });
    await live.reload('a test');
    await expect.poll(suggested, PATIENT).toContain('Carl Borgia');
  });
});
