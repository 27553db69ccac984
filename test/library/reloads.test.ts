import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commands } from '../../commands/index.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import { PLAIN } from '../../src/reply/plain-text.js';
import { Session } from '../../src/surfaces/terminal/session.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn, writeFiles } from '../support/folder.js';

/** Sentences of invented articles, which outlets print alike, change, break at line ends and quote one from another. */
const SENTENCES = [
  '“The dam is safe and will stay safe for us all,” said Ada Borg.',
  'Borg said that “the dam is safe and will stay safe for us”.',
  'The dam was un-\nsafe, the U.S. engineers wrote.',
  '“The dam was unsafe,” the US engineers’ report says. “It has been so for years.',
  '“It has been so for years and years.”',
  'Nobody uses the dam; use it, they told us.',
  'Rain fell on the café in 1956, 2.5 inches of it.',
  'Ms. Borg did not say why the rains had not been measured.',
  '…',
];
const article = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 })
  .map((all) => all.join('\n\n'));
const source = fc.constantFrom(
  {},
  { outlet: 'The Paper', published: '2018-07-05' },
  { outlet: 'The Post', language: 'de' },
  { outlet: 'Le Café', language: 'en-GB', title: 'The Dam' },
);
/** What happens to a folder before a reload: one of its documents is written, with a source, or removed. */
const change = fc.record({ id: fc.nat(11), text: fc.option(article, { freq: 4 }), source });

/** What is asked of both. */
const LINES = [
  '/quote topic:dam safe',
  '/quote topic:us',
  '/quote topic:use of the dam said:true',
  '/quote topic:rain speaker:Borg from:2018',
  '/quote topic:“the dam” unsfe',
  '/ask question:How much rain fell on the cafe?',
  '/ask question:Who said that the dam is safe?',
  '/verify quote:the dam is safe and will stay safe',
  '/verify quote:“The dam is not safe and will stay safe for us all,” said Carl Borg',
  '/verify quote:The dam was unsafe, the U.S. engineers wrote',
  '/verify quote:It has been so for years and years',
  '/compare',
  '/compare topic:dam',
  '/source id:a0#1',
];

class Folder {
  readonly path: string;
  readonly #sources = new Map<string, object>();

  constructor() {
    this.path = folderOf({});
    // So many that most of what was read is taken over.
    for (let at = 0; at < 12; at++)
      this.write(`a${at}.txt`, SENTENCES.slice(at % 6, (at % 6) + 3).join('\n\n'), {});
  }

  write(file: string, text: string, stated: object): void {
    this.#sources.set(file, stated);
    writeFiles(this.path, {
      [file]: text,
      'sources.json': JSON.stringify(Object.fromEntries(this.#sources)),
    });
  }

  remove(file: string): void {
    this.#sources.delete(file);
    rmSync(path.join(this.path, file), { force: true });
    writeFiles(this.path, { 'sources.json': JSON.stringify(Object.fromEntries(this.#sources)) });
  }
}

async function answers(live: LiveLibrary): Promise<unknown[]> {
  const session = new Session({ commands, live, log: keptLog().log, style: PLAIN });
  const given: unknown[] = [];
  for (const line of LINES) given.push([line, JSON.parse(await session.json(line))]);
  return given;
}

it('the same documents give the same answers, whatever was loaded before them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 7 }), async (changes) => {
      const folder = new Folder();
      const load = (loading = {}) => loadLibrary(folder.path, loading);
      const live = new LiveLibrary(await libraryIn(folder.path), load);
      for (const { id, text, source: stated } of changes) {
        if (text === null) folder.remove(`a${id + 1}.txt`);
        else folder.write(`a${id}.txt`, text, stated);
        // Whoever asks before leaves what is remembered.
        if (id % 4 === 0) await answers(live);
        expect((await live.reload('test')).kind).toBe('reloaded');
      }
      const fresh = new LiveLibrary(await libraryIn(folder.path), load);
      expect(live.serving.library.revision).toBe(fresh.serving.library.revision);
      expect(await answers(live)).toEqual(await answers(fresh));
    }),
    { numRuns: 8 },
  );
});
