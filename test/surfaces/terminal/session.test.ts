import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../../src/command/command.js';
import { LiveLibrary } from '../../../src/library/live.js';
import { PLAIN } from '../../../src/reply/plain-text.js';
import { say } from '../../../src/reply/reply.js';
import { Session } from '../../../src/surfaces/terminal/session.js';
import { keptLog } from '../../support/bot.js';
import { folderOf, libraryOf, SEEDS } from '../../support/folder.js';
import { answerOf, ask, type JsonAnswer, sessionOver } from '../../support/session.js';
import { THREE_OUTLETS } from '../../support/three-outlets.js';

describe('an answer as JSON', () => {
  it('has no character that a terminal obeys, and says the same', async () => {
    const text = 'The bridge \u202Ewas\u202C \u2067closed\u2069\u200E.';
    const session = await sessionOver(folderOf({ '1.txt': text }));
    const obeyed = /[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
    const line = await session.json('/quote topic:bridge');
    expect(line).not.toMatch(obeyed);
    expect((JSON.parse(line) as JsonAnswer).excerpts?.[0]?.text).toBe(text);
    const typed = await session.json('/quote topic:bridge \u009Bx');
    expect(typed).not.toMatch(obeyed);
    expect((JSON.parse(typed) as JsonAnswer).options).toEqual({ topic: 'bridge \u009Bx' });
  });
});

describe('a chat', () => {
  it('shows each excerpt as its document has it, between empty lines', async () => {
    const text = await (await sessionOver()).print('/quote topic:intelligence report');
    const passage = readFileSync(path.join(SEEDS, '001_fb275b7cd65c788f.txt'), 'utf8').split('\n\n')[7];
    expect(text).toBe(
      `1 passage in 1 document on: intelligence report\n\n${passage}\n\n— 001_fb275b7cd65c788f.txt\n  001#8, line 15\n\nOutlet not stated: 001`,
    );
  });

  it('shows three passages at once, and the rest on /more', async () => {
    const session = await sessionOver();
    const first = await session.print('/quote topic:Putin');
    expect(first).toMatch(/Showing 1–3 of \d+; \/more for the next$/);
    expect(await session.print('/qoute topic:NGOs')).toContain('Did you mean /quote?');
    const pages = [first];
    for (let page = await session.print('/more'); page !== 'There is nothing more to show.'; ) {
      pages.push(page);
      page = await session.print('/more');
    }
    const shown = pages.join('\n').match(/00\d#\d+, line/g) ?? [];
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBe((await ask('/quote topic:Putin')).excerpts?.length);
  });

  it('marks the words that differ where marks show, and lists them everywhere', async () => {
    const marking = { ...PLAIN, marks: true, mark: (text: string) => `[[${text}]]` };
    const line = '/compare topic:closed bridge';
    const folder = folderOf(THREE_OUTLETS);
    const marked = await (await sessionOver(folder, marking)).print(line);
    expect(marked.match(/\[\[.*?\]\]/g)).toEqual(['[[a]]', '[[any]]']);
    const plain = await (await sessionOver(folder)).print(line);
    for (const text of [marked, plain]) {
      expect(text).toContain(
        '\n\nDifferent inside quotation marks:\n\n  The Example Courier: a | The Example Herald: any\n\n',
      );
    }
    expect(plain).toContain(THREE_OUTLETS['herald.txt']);
  });

  it('helps', async () => {
    const text = await (await sessionOver()).print('/help');
    for (const command of [
      '/quote topic:… [outlet:…] [from:…] [to:…] [said:…] [speaker:…] [private:…]',
      '/compare',
      '/corpus reload',
      '/more',
    ]) {
      expect(text).toContain(command);
    }
  });

  it('lets its owner moderate', async () => {
    expect(await (await sessionOver()).print('/corpus reload')).toMatch(/^Reloaded\.\n\nAdded {6}none/);
  });
});

describe('JSON', () => {
  it('has for every excerpt a stretch of the file that it names', async () => {
    for (const line of ['/quote topic:Putin', '/compare', '/compare topic:NGOs']) {
      const { excerpts = [] } = await ask(line);
      expect(excerpts.length).toBeGreaterThan(0);
      for (const { file, start, end, text, line: at } of excerpts) {
        const document = readFileSync(path.join(SEEDS, file), 'utf8');
        expect(text).toBe(document.slice(start, end));
        expect(at).toBe(document.slice(0, start).split('\n').length);
      }
    }
  });

  it('answers NGOs with what both outlets say of them, and compares it', async () => {
    const { excerpts = [], revision, outcome } = await ask('/quote topic:NGOs');
    expect(excerpts.slice(0, 3).map(({ passage }) => passage)).toEqual(
      expect.arrayContaining(['000#6', '001#6']),
    );
    expect(outcome).toBe('answered');
    expect(revision).toMatch(/^[0-9a-f]{64}$/);
    const { comparison = [] } = await ask('/compare topic:NGOs');
    const rows = comparison.map((row) => row.excerpts.map(({ passage }) => passage));
    expect(rows).toContainEqual(['000#6', '001#6']);
  });

  it('has the wording in common with its place in each document', async () => {
    const { comparison = [] } = await ask('/compare');
    expect(comparison.length).toBeGreaterThan(0);
    for (const { excerpts, shared } of comparison) {
      for (const { spans, text } of shared) {
        expect(spans).toHaveLength(excerpts.length);
        const [first] = spans;
        const document = readFileSync(path.join(SEEDS, excerpts[0]?.file ?? ''), 'utf8');
        expect(first && document.slice(...first)).toBe(text);
      }
    }
  });

  it('says what was asked and how it went, whatever was asked', async () => {
    expect(await ask('/quote topic:football')).toMatchObject({ command: 'quote', outcome: 'nothing' });
    expect(await ask('/quote')).toMatchObject({ command: 'quote', outcome: 'invalid' });
    expect(await ask('NGOs')).toMatchObject({ command: null, outcome: 'invalid' });
    expect(await ask('/corpus status')).toMatchObject({
      command: 'corpus status',
      facts: { passages: 20 },
    });
    expect(await ask('/help')).toMatchObject({ command: 'help', outcome: 'answered' });
  });

  it('takes a command as an object too, line breaks and all', async () => {
    const line = JSON.stringify({
      command: 'quote',
      options: { topic: 'opposition\nrallies', outlet: '001' },
    });
    const { excerpts = [] } = await ask(line);
    expect(excerpts[0]?.passage).toBe('001#5');
    expect(await ask('{"command":"corpus status"}')).toMatchObject({ outcome: 'answered' });
    for (const wrong of [
      '{',
      '{"options":{}}',
      '{"command":"nothing"}',
      '{"command":"quote","options":{"topic":7}}',
    ]) {
      expect(await ask(wrong)).toMatchObject({ outcome: 'invalid' });
    }
  });

  it('says what a reload did, with the revision that it brought', async () => {
    expect(await ask('/corpus reload')).toMatchObject({
      outcome: 'answered',
      facts: { added: [], changed: [], removed: [] },
    });
  });
});

it('says of each answer which revision it is from, though another is served by the time it is made', async () => {
  const [library, next] = [
    await libraryOf({ '1.txt': 'Rain fell.' }),
    await libraryOf({ '1.txt': 'It snowed.' }),
  ];
  const live = new LiveLibrary(library, async () => ({ running: true }));
  const swapping = defineCommand({
    name: 'swap',
    description: 'Answers from the documents that were served when it was asked.',
    where: 'anywhere',
    options: z.strictObject({}),
    async answer() {
      live.follow({ library: next, loadedAt: 0, loadedBy: undefined });
      return say('answered', 'Rain.');
    },
  });
  const session = new Session({ commands: [swapping], live, log: keptLog().log, style: PLAIN });
  expect(await answerOf(session, '/swap')).toMatchObject({ revision: library.revision });
  expect(await answerOf(session, '/swap')).toMatchObject({ revision: next.revision });
});
