import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { compare } from '../../commands/compare.js';
import type { RawOptions, Window } from '../../src/command/command.js';
import { prepare } from '../../src/command/run.js';
import { LiveLibrary } from '../../src/library/live.js';
import { loadLibrary } from '../../src/library/load.js';
import type { Section } from '../../src/reply/reply.js';
import { keptLog } from '../support/bot.js';
import { type Files, folderOf, libraryIn } from '../support/folder.js';
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

  it('says of how many quotations nothing is known, since too many are like them', async () => {
    const spoken = '“Granite harbour walls crumble in Lindholm every winter,” Mayor Varga said at noon. ';
    const printed = (first: number, second: number) =>
      folderOf({ 'a.txt': spoken.repeat(first), 'b.txt': spoken.repeat(second) });
    expect((await answered({}, printed(32, 32))).message).toMatch(/quotations: 1 identical$/);
    expect((await answered({}, printed(32, 33))).message).toMatch(
      /quotations: 1 identical, 1 not compared, as there are too many like them$/,
    );
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

describe('who reports a statement', () => {
  const WALL =
    'Mayor Ilse Varga said on Tuesday: “We shall build the granite wall of Lindholm before winter.”';
  const DIVERS =
    'Seven divers counted eleven deep cracks below the lighthouse, where mortar washed away for decades.';
  /** So much that what comes after it is told late. */
  const SMALL_TALK = Array.from({ length: 12 }, () => 'It is so today.').join('\n\n');
  const outlets = { 'a.txt': 'Gazette', 'b.txt': 'Herald', 'c.txt': 'Courier', 'd.txt': 'Tribune' };
  const sources = JSON.stringify(
    Object.fromEntries(Object.entries(outlets).map(([file, outlet]) => [file, { outlet }])),
  );
  const story = {
    'a.txt': `${WALL}\n\n${SMALL_TALK}\n\nBells rang.\n\n${DIVERS}`,
    'b.txt': `${WALL.replace('said', 'repeated')}\n\n${SMALL_TALK.replaceAll('today', 'tonight')}\n\nEleven deep cracks below the lighthouse were counted by seven divers; mortar washed away for decades.`,
    'c.txt': WALL.replace('on Tuesday', 'to fishermen'),
    'd.txt': 'Parliament in Ekeby voted on taxes.',
    'sources.json': sources,
  };
  const headings = async (line: string) =>
    ((await ask(line, folderOf(story))).comparison ?? []).map(({ heading, missing }) => [heading, missing]);

  it('is counted of the outlets on the story, and those alone are said to have nothing like it', async () => {
    expect(await headings('/compare')).toEqual([
      [expect.stringMatching(/^In 3 of 3 outlets on this story \(none of it found in 1 other\);/), []],
      [
        'In 2 of 3 outlets on this story (none of it found in 1 other); no counterpart found in Courier',
        ['Courier'],
      ],
    ]);
  });

  it('is told with how many of them print its quotation, and how', async () => {
    const spoken = (words: string) => `“${words},” Mayor Ilse Varga of Lindholm said.`;
    const same = 'We shall build the granite wall before winter';
    const other = 'We shall never build the granite wall before winter';
    const said = async (...texts: readonly string[]) => {
      const files = Object.fromEntries(texts.map((text, at) => [`${at}.txt`, text]));
      const { comparison = [] } = await ask('/compare', folderOf(files));
      return comparison[0]?.heading.split('; ').at(-1);
    };
    expect(await said(spoken(same), spoken(same))).toBe('both print the same quotation');
    expect(await said(spoken(same), spoken(other))).toBe('both print a quotation in different words');
    // Two of the three print the same words.
    expect(await said(spoken(same), spoken(same), spoken(other))).toBe(
      'all 3 print a quotation, not all in the same words',
    );
    const silent = 'Mayor Ilse Varga of Lindholm said they shall build the granite wall before winter.';
    expect(await said(spoken(same), spoken(same), silent)).toBe('2 of these print the same quotation');
    expect(await said(spoken(same), spoken('the granite wall before winter'))).toBe(
      'both print the same quotation, some only a part of it',
    );
  });

  it('says in how many others nothing on the story was found, and never which', async () => {
    const others = async (line: string, files: Files) => {
      const { comparison = [] } = await ask(line, folderOf(files));
      return [comparison[0]?.others, JSON.stringify(comparison[0]).includes('Tribune')];
    };
    expect(await others('/compare', story)).toEqual([1, false]);
    const { 'd.txt': _, ...three } = story;
    expect(await others('/compare', { ...three, 'd.txt': WALL })).toEqual([0, true]);
    expect(await others('/compare topic:Parliament', story)).toEqual([3, true]);
    // Of a document longer than a part of a story, what is in the rest is not known.
    const long = Array.from({ length: 401 }, (_, at) => `Note${at} lists item${at}.`).join('\n\n');
    expect(await others('/compare topic:granite wall', { ...story, 'a.txt': `${WALL}\n\n${long}` })).toEqual([
      null,
      false,
    ]);
  });

  it('is told apart from what no other has, and from a story that no other tells', async () => {
    expect(await headings('/compare topic:Parliament')).toEqual([['Found in Tribune only', []]]);
  });

  it('is not told of what too many passages are like to compare them all', async () => {
    const printed = (documents: number): Files =>
      Object.fromEntries(
        Array.from({ length: documents }, (_, at) => [
          `q${at}.txt`,
          `“The harbour wall will be rebuilt before the winter comes,” Borg said on day ${at}.\n`,
        ]),
      );
    const many = folderOf(printed(600));
    const { comparison: [statement] = [], message } = await ask('/compare topic:harbour wall', many);
    expect(message).toContain('none found in more than one document, on: harbour wall');
    expect(statement?.heading).toBe('In q0; too many passages are like it to compare them all');
    expect([statement?.others, statement?.quotations[0]?.kind]).toEqual([null, 'uncompared']);
    expect((await ask('/compare', many)).message).toBe(
      'No statement was found in more than one document, but some passages are like too many others to compare them all. ' +
        'Name a topic to see them. Searched 600 documents.',
    );
    const heading = async (documents: number) =>
      (await ask('/compare topic:harbour wall', folderOf(printed(documents)))).comparison?.[0]?.heading;
    // Each is compared with the sixteen that are closest.
    expect(await heading(40)).toMatch(/; too many passages are like it to compare them all/);
    expect(await heading(10)).not.toMatch(/too many/);
    const both = folderOf({
      ...printed(600),
      'a.txt': 'Dahl said: “Flour is dear.”\n',
      'b.txt': 'Dahl said “Flour is dear.”\n',
    });
    expect((await ask('/compare', both)).message).toMatch(/^At least 1 statement in more than one document/);
  });

  it('where what has few words may be said in others, is not said to be alone', async () => {
    expect(await headings('/compare topic:bells')).toEqual([
      ['In Gazette; perhaps also in Herald, Courier', []],
    ]);
  });

  it('of a paragraph that says several things is of the sentence that answers', async () => {
    const folder = folderOf({
      'a.txt': `${WALL} ${DIVERS}`,
      'b.txt': `${WALL}\n\nRain fell.\n\n${DIVERS}`,
    });
    expect(await rows('/compare topic:divers cracks', folder)).toEqual([['a#1', 'b#3']]);
    const { comparison = [] } = await ask('/compare topic:divers cracks', folder);
    expect(comparison[0]?.excerpts[0]?.text).toBe(DIVERS);
  });
});

describe('the order of statements', () => {
  const said = (words: string) => `Varga of Lindholm said: “${words}.”`;
  const same = said('The ferry landing will be opened by the king himself in May');

  it('without a topic begins with what is worded differently, then with what most outlets report', async () => {
    const two = 'Eleven deep cracks below the lighthouse were counted by seven divers of Ekeby.';
    const folder = folderOf({
      'a.txt': `${two}\n\nRain.\n\n${same}\n\nSnow.\n\n${said('We shall build nine granite walls before the winter storms come')}`,
      'b.txt': `${two}\n\nBells.\n\n${same}\n\nGulls.\n\n${said('We shall build ten granite walls before the winter storms come')}`,
      'c.txt': same,
    });
    expect(await rows('/compare', folder)).toEqual([
      ['a#5', 'b#5'],
      ['a#3', 'b#3', 'c#1'],
      ['a#1', 'b#1'],
    ]);
  });

  it('on a topic leaves out none of the passages, however many there are', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`d${at}.txt`, `Quill${at} ferried heron${at} to amber${at}.`]),
    );
    const { part, message } = await ask('/compare topic:ferried', folderOf(files));
    expect(part?.of).toBe(60);
    expect(message).toContain('60 statements, 0 in more than one document');
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
