import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compare } from '../../commands/compare.js';
import type { RawOptions, Window } from '../../src/command/command.js';
import { prepare } from '../../src/command/run.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import type { Section } from '../../src/reply/reply.js';
import { keptLog } from '../support/bot.js';
import { folderOf, libraryIn } from '../support/folder.js';
import { ask, sessionOver } from '../support/session.js';

/** The reply to what is about to be shown. */
async function answered(options: RawOptions, folder: string, window?: Window) {
  const live = new LiveLibrary(await libraryIn(folder), (loading) => loadLibrary(folder, loading));
  const { library } = live.serving;
  const asker = { name: 'test', mayModerate: false };
  return prepare(compare, options, { library, live, asker }, keptLog().log).answer(window);
}

const rows = async (line: string, folder?: string) =>
  (await ask(line, folder)).comparison?.map(({ excerpts }) => excerpts.map(({ passage }) => passage));

describe('/compare', () => {
  it('puts what both outlets report before what one reports alone', async () => {
    expect(await rows('/compare topic:cyberattacks')).toEqual([['000#8', '001#10'], ['001#9']]);
  });

  it('shows the wording in common of each row', async () => {
    const { comparison = [] } = await ask('/compare topic:intra-political fight');
    expect(comparison[0]?.shared.map(({ text }) => text)).toContain(
      'a tool in the intra-political fight in the United States',
    );
  });

  it('without a topic has every statement of more than one outlet, and no other', async () => {
    const all = (await rows('/compare')) ?? [];
    expect(all).toEqual(
      expect.arrayContaining([
        ['000#4', '001#3'],
        ['000#5', '001#5'],
        ['000#6', '001#6'],
      ]),
    );
    for (const row of all) expect(row.length).toBeGreaterThan(1);
  });

  it('does not take two documents of one outlet for two outlets', async () => {
    const text = 'The minister resigned over the budget scandal.';
    const source = { outlet: 'The Post' };
    const folder = folderOf({
      '1.txt': text,
      '2.txt': `${text} Today.`,
      '3.txt': 'Cats.\n\nDogs.',
      'sources.json': JSON.stringify({ '1.txt': source, '2.txt': source }),
    });
    expect(await ask('/compare', folder)).toMatchObject({
      outcome: 'nothing',
      message: 'No statement is in more than one document. Searched 3 documents.',
    });
  });

  it('says where nothing is on the topic', async () => {
    expect(await ask('/compare topic:football')).toMatchObject({ outcome: 'nothing' });
  });
});

describe('/compare in pages', () => {
  const towns = ['Lindholm', 'Marvale', 'Castellan', 'Ostrova'];
  const report = (town: string, at: number) =>
    `Mayor Quill${at} opened the ferry landing Heron${at} of ${town} on Tuesday beside pier Amber${at}.`;
  const files = (documents: number) =>
    Object.fromEntries(
      Array.from({ length: documents }, (_, at) => [`${at}.txt`, towns.map(report).join('\n\n')]),
    );

  it('shows each statement once in a terminal, and says how many there are', async () => {
    const session = await sessionOver(folderOf(files(2)));
    const pages = [await session.print('/compare')];
    for (let page = await session.print('/more'); !page.startsWith('There is nothing'); ) {
      pages.push(page);
      page = await session.print('/more');
    }
    expect(pages).toHaveLength(4);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(report(towns[at] ?? '', at));
      if (at < 3) expect(page).toContain(`Showing ${at + 1} of 4; /more for the next`);
    }
  });

  it('compares what is shown alone, and says of how much its figures are', async () => {
    const reply = await answered({}, folderOf(files(2)));
    expect(reply.sections).toHaveLength(1);
    expect(reply.part).toEqual({ from: 0, of: 4, isCounted: true });
    expect(reply.message).toContain('\nThis statement: 2 passages compared; 100% of their words shared');
    const later = await answered({}, folderOf(files(2)), { from: 2 });
    expect(later.part?.from).toBe(2);
    expect(later.sections).toHaveLength(1);
    expect((await answered({}, folderOf(files(2)), { from: 99 })).part?.from).toBe(3);
    const line = await ask('/compare', folderOf(files(2)));
    expect(line.message).toContain('\nThese 4 statements: 8 passages compared');
  });

  it('gives JSON as many statements as hold fifty excerpts', async () => {
    const line = await ask('/compare', folderOf(files(14)));
    expect(line.excerpts).toHaveLength(50);
    expect(line.comparison?.map(({ excerpts }) => excerpts.length)).toEqual([14, 14, 14, 14]);
    const few = await ask('/compare', folderOf(files(26)));
    expect(few.comparison).toHaveLength(2);
  });

  it('has the same statements on a topic, by page and at once', async () => {
    const folder = folderOf(files(2));
    const topic = 'ferry landing';
    const all = (await answered({ topic }, folder, { from: 0, excerpts: 50 })).sections;
    const pages = await Promise.all(
      all.map(async (_, from) => (await answered({ topic }, folder, { from })).sections[0]),
    );
    const shown = (sections: readonly (Section | undefined)[]) =>
      sections.map(
        (section) => section?.kind === 'statement' && section.quoted.map(({ excerpt }) => excerpt.text),
      );
    expect(shown(pages)).toEqual(shown(all));
  });
});

describe('/compare without a topic over more documents than there is time for', () => {
  it('says how far it looked, and goes on from there', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1_600 }, (_, at) => [
        `${at}.txt`,
        `Report${at} names ferry${at} and harbour${at}.`,
      ]),
    );
    const live = new LiveLibrary(await libraryIn(folderOf(files)), () => Promise.reject(new Error('no')));
    const { library } = live.serving;
    const asker = { name: 'test', mayModerate: false };
    const call = () => prepare(compare, {}, { library, live, asker }, keptLog().log).answer();
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 20;
      return now;
    });
    onTestFinished(() => clock.mockRestore());
    const reply = await call();
    expect(reply.outcome).toBe('nothing');
    const [, looked = ''] = /among the first (\d+) passages of 1600/.exec(reply.message) ?? [];
    expect(Number(looked)).toBeGreaterThan(0);
    expect(Number(looked)).toBeLessThan(1_600);
    await call();
    expect(library.common.looked.at).toBeGreaterThan(Number(looked));
  });
});
