import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CommonStatements } from '../../src/compare/common-statements.js';
import { keyOf, Reading, reportedIn } from '../../src/compare/reported.js';
import { Stories } from '../../src/compare/stories.js';
import { messages } from '../../src/messages/index.js';
import { createPace } from '../../src/text/pace.js';
import { type Files, folderOf, libraryOf } from '../support/folder.js';
import { ask } from '../support/session.js';
import { askedFor, statementsIn, UNLIMITED } from '../support/statements.js';

const FERRY: Files = {
  'a.txt':
    'Mayor Ilse Varga opened the new ferry landing of Lindholm on Tuesday morning.\n\n“The ferry will sail again tomorrow, whatever the weather brings,” Varga told fishermen.',
  'b.txt':
    'The new ferry landing of Lindholm was opened on Tuesday by Mayor Ilse Varga.\n\nVarga promised: “The ferry will sail again tomorrow, whatever the weather brings.”',
};
const TRIAL: Files = {
  'm.txt':
    'Judge Oren Halloway acquitted the two bankers of Castellan Trust after a trial of nine weeks.\n\nProsecutors said they would appeal the acquittal.',
  'n.txt':
    'After nine weeks of trial the two bankers of Castellan Trust were acquitted by Judge Oren Halloway.\n\nAn appeal is planned by prosecutors.',
};

/** The start of a chain of stories: each document repeats the last report of the one before. */
function chain(length: number): Files {
  const reports = Array.from(
    { length: length + 1 },
    (_, at) => `Witness Quill${at} saw vessel Heron${at} leave pier Amber${at} carrying barrels Cobalt${at}.`,
  );
  const files = reports.slice(1).map((report, at) => [`c${at}.txt`, `${reports[at]}\n\n${report}`]);
  return Object.fromEntries(files) as Files;
}

const ids = (rows: readonly (readonly { readonly id: string }[])[]) =>
  rows.filter(({ length }) => length > 1).map((row) => row.map(({ id }) => id));

describe('a story', () => {
  it('has the same rows whatever else is loaded', async () => {
    const alone = ids(await statementsIn(await libraryOf(FERRY)));
    expect(alone).toEqual([
      ['a#1', 'b#1'],
      ['a#2', 'b#2'],
    ]);
    expect(ids(await statementsIn(await libraryOf({ ...FERRY, ...TRIAL })))).toEqual([
      ...alone,
      ['m#1', 'n#1'],
      ['m#2', 'n#2'],
    ]);
  });

  it('is of the documents that tell it, and of no others', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const stories = new Stories(library.engine);
    const story = await stories.storyOf(stories.partOf(library.passages[0] as never), createPace());
    expect(story.parts.map(({ document }) => document.id)).toEqual(['a', 'b']);
    expect(story.cut).toBe(false);
  });

  it('is found by the words of a quotation too, where nothing else is alike', async () => {
    const library = await libraryOf({
      'a.txt':
        'Reporters waited for hours in the rain outside the town hall until somebody came: “The ferry will sail again tomorrow,” it was announced.',
      'b.txt':
        'Oil traders in distant Marvale shrugged at prices, insurers and analysts debated premiums, and a poster read “The ferry will sail again tomorrow” over cranes, containers and tugs.',
    });
    expect(ids(await statementsIn(library))).toEqual([['a#1', 'b#1']]);
  });

  it('is the same from whichever document it is begun', async () => {
    const library = await libraryOf(chain(6));
    const rows = new Set<string>();
    for (const document of library.documents) {
      const stories = new Stories(library.engine);
      const [part] = stories.partsOf(document);
      if (!part) throw new Error('a document without passages');
      const story = await stories.storyOf(part, createPace());
      rows.add(JSON.stringify(library.passages.map((passage) => story.rowsOf(passage).map(keyOf))));
    }
    expect(rows.size).toBe(1);
  });

  it('that goes on beyond what is followed says so', async () => {
    const library = await libraryOf(chain(6));
    const cutAt = async (passages: number) => {
      const stories = new Stories(library.engine, { passages });
      const { reported } = await reportedIn(stories, askedFor(library.passages.slice(0, 1)), UNLIMITED);
      return reported[0]?.isCut;
    };
    expect(await cutAt(11)).toBe(true);
    expect(await cutAt(12)).toBe(false);
  });

  it('of a document longer than a part says so', async () => {
    const library = await libraryOf(chain(3));
    const stories = new Stories(library.engine, { part: 1 });
    expect(stories.partsOf(library.documents[0] as never)).toHaveLength(2);
    const { reported } = await reportedIn(stories, askedFor(library.passages), UNLIMITED);
    expect(reported.every(({ isCut }) => isCut)).toBe(true);
    expect(ids(reported.map(({ statement }) => statement))).toEqual([
      ['c0#2', 'c1#1'],
      ['c1#2', 'c2#1'],
    ]);
  });

  it('is kept as long as there is room, and found again where there is none', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const bytes = 4_000;
    const stories = new Stories(library.engine, { bytes });
    const first = await statementsIn(library, stories);
    expect(stories.keptBytes).toBeGreaterThan(0);
    expect(stories.keptBytes).toBeLessThanOrEqual(bytes);
    expect(ids(await statementsIn(library, stories))).toEqual(ids(first));
    const part = stories.partOf(library.passages.at(-1) as never);
    expect(await stories.storyOf(part, createPace())).toBe(await stories.storyOf(part, createPace()));
  });

  it('is read again where what was read of its documents has no room', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const stories = new Stories(library.engine, { told: 10_000 });
    for (const document of library.documents) {
      for (const part of stories.partsOf(document)) await stories.toldOf(part, createPace());
    }
    // A sentence takes 1,500 bytes, and each document has one at least.
    expect(stories.toldBytes).toBeGreaterThan(3_000);
    expect(stories.toldBytes).toBeLessThanOrEqual(10_000);
    const part = stories.partOf(library.passages.at(-1) as never);
    expect(await stories.toldOf(part, createPace())).toBe(await stories.toldOf(part, createPace()));
  });

  it('is known by where it was found, as far as that has room', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const reading = new Reading(new Stories(library.engine), 500);
    for (const passage of library.passages) await reading.reported(passage, createPace());
    // A part takes 220 bytes and those of its key: two have room.
    expect(reading.keptBytes).toBeGreaterThan(440);
    expect(reading.keptBytes).toBeLessThanOrEqual(500);
    expect(library.passages.filter((passage) => reading.knows(passage)).length).toBeGreaterThan(0);
    expect(library.passages.every((passage) => reading.knows(passage))).toBe(false);
  });

  it('is left out, and counted, where those before it were long enough', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const { reported, left } = await reportedIn(new Stories(library.engine), askedFor(library.passages), {
      ...UNLIMITED,
      passages: 3,
    });
    expect(ids(reported.map(({ statement }) => statement))).toHaveLength(2);
    expect(left).toBe(4);
  });

  it('is left out, and counted, where there was no time for it, and what is shown is said to lack some', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const limits = { ...UNLIMITED, time: 0 };
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 20;
      return now;
    });
    onTestFinished(() => clock.mockRestore());
    const { reported, left } = await reportedIn(
      new Stories(library.engine),
      askedFor(library.passages),
      limits,
    );
    expect(reported.map(({ statement, isCut }) => [statement, isCut])).toEqual([
      [[library.passages[0]], true],
    ]);
    expect(left).toBe(library.passages.length - 1);
  });
});

describe('how far a story is followed', () => {
  /** A document of so many passages, of which the first alone says what others say. */
  const long = (name: string, passages: number) =>
    [
      `${name} wrote: “Nobody ever paid one crown for granite walls here.”`,
      ...Array.from({ length: passages - 1 }, (_, at) => `Note${name}${at} lists item${name}${at}.`),
    ].join('\n\n');
  const answered = async (files: Files) => {
    const { comparison = [], message = '' } = await ask('/compare topic:granite walls', folderOf(files));
    const documents = comparison[0]?.excerpts.map(({ passage }) => passage?.split('#')[0]);
    return { documents, isSaid: message.includes(messages.compare.isCut) };
  };

  it('is eight hundred passages, and it is said where it has more', async () => {
    const both = { 'a.txt': long('Quill', 400), 'b.txt': long('Heron', 400) };
    expect(await answered(both)).toEqual({ documents: ['a', 'b'], isSaid: false });
    const { documents, isSaid } = await answered({ ...both, 'c.txt': long('Amber', 1) });
    expect(documents).toHaveLength(2);
    expect(isSaid).toBe(true);
  });

  it('is all of a document of four hundred passages, and it is said that a longer one is followed in parts', async () => {
    const short = { 'b.txt': long('Heron', 2) };
    expect(await answered({ 'a.txt': long('Quill', 400), ...short })).toMatchObject({ isSaid: false });
    expect(await answered({ 'a.txt': long('Quill', 401), ...short })).toMatchObject({ isSaid: true });
    const library = await libraryOf({ 'a.txt': long('Quill', 401), ...short });
    const stories = new Stories(library.engine);
    expect(
      library.documents.map((one) => stories.partsOf(one).map(({ passages }) => passages.length)),
    ).toEqual([[400, 1], [2]]);
  });
});

describe('a line that very many documents have', () => {
  it('leads from none to the other', async () => {
    const line = 'Subscribe to the Lindholm Courier newsletter for more harbour stories every morning.';
    const files = Array.from({ length: 140 }, (_, at) => [
      `d${at}.txt`,
      `${line}\n\nReport Quill${at} mentions Heron${at} beside Amber${at}.`,
    ]);
    const library = await libraryOf(Object.fromEntries(files) as Files);
    const stories = new Stories(library.engine);
    const story = await stories.storyOf(stories.partOf(library.passages[0] as never), createPace());
    expect(story.parts).toHaveLength(1);
  });

  it('of an agency leads from each to all, as long as they are fewer', async () => {
    const files = Array.from({ length: 40 }, (_, at) => [
      `d${at}.txt`,
      'Mayor Ilse Varga opened the new ferry landing of Lindholm on Tuesday morning.',
    ]);
    const library = await libraryOf({ ...(Object.fromEntries(files) as Files), 'z.txt': 'Cats sleep.' });
    const stories = new Stories(library.engine);
    const story = await stories.storyOf(stories.partOf(library.passages[0] as never), createPace());
    expect(story.parts).toHaveLength(40);
  });
});

describe('the statements that more than one outlet reports', () => {
  it('are found story by story, as far as they are asked for, once', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const common = new CommonStatements(new Stories(library.engine));
    await common.upTo(1, createPace());
    expect(ids(common.found.map(({ statement }) => statement))).toEqual([
      ['a#1', 'b#1'],
      ['a#2', 'b#2'],
    ]);
    expect(common.isCounted).toBe(false);
    await Promise.all([common.upTo(3, createPace()), common.upTo(9, createPace())]);
    expect(ids(common.found.map(({ statement }) => statement))).toEqual([
      ['a#1', 'b#1'],
      ['a#2', 'b#2'],
      ['m#1', 'n#1'],
      ['m#2', 'n#2'],
    ]);
    expect(common.isCounted).toBe(true);
  });

  it('are counted in the background without anybody waiting, and those who then ask wait for no more', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const common = new CommonStatements(new Stories(library.engine));
    common.countOn();
    await common.upTo(1, createPace());
    expect(common.found.length).toBeGreaterThan(0);
    await expect.poll(() => common.isCounted).toBe(true);
    expect(common.found).toHaveLength(4);
  });

  it('go on where somebody gave up', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const common = new CommonStatements(new Stories(library.engine));
    const gaveUp = common.upTo(9, () => {
      throw new Error('enough');
    });
    await expect(gaveUp).rejects.toThrow('enough');
    await common.upTo(9, createPace());
    expect(common.found).toHaveLength(4);
  });

  it('are counted up to a limit, and not beyond', async () => {
    const library = await libraryOf({ ...FERRY, ...TRIAL });
    const common = new CommonStatements(new Stories(library.engine), undefined, 2);
    await common.upTo(9, createPace());
    expect(common.found).toHaveLength(2);
    expect(common.isCounted).toBe(false);
  });

  it('come with the surest first, where as many report them and none differs', async () => {
    const told = ['alpha bravo charlie delta echo foxtrot', 'golf hotel india juliet kilo lima'];
    const library = await libraryOf({
      'a.txt': `${told.join('.\n\nRain.\n\n')}.\n\n“Sand swallowed our money and nobody paid one crown extra,” said Lindqvist.`,
      'b.txt': `alpha bravo charlie delta papa quebec.\n\nBells.\n\n${told[1]}.\n\n“Sand swallowed our money and nobody paid one crown extra,” Lindqvist complained.`,
    });
    const common = new CommonStatements(new Stories(library.engine));
    await common.upTo(9, createPace());
    const sureness = common.found.map((row) => row.sureness);
    expect(sureness).toHaveLength(3);
    expect(sureness).toEqual(sureness.toSorted((x, y) => y - x));
    expect(ids(common.found.map(({ statement }) => statement)).at(-1)).toEqual(['a#1', 'b#1']);
    expect(sureness.at(-1)).toBeLessThan(1);
  });
});
