import { describe, expect, it } from 'vitest';
import { mayTellSameStory, tellSameStory } from '../../src/compare/same-story.js';
import { readTold } from '../../src/compare/told.js';
import { compareTellings } from '../../src/compare/two-tellings.js';
import { createPace } from '../../src/text/pace.js';
import { libraryOf } from '../support/folder.js';

interface Source {
  readonly published?: string;
  readonly title?: string;
}

/** Whether two texts tell the same story, and whether they are compared at all. */
async function told(first: string, second: string, one: Source = {}, other: Source = {}) {
  const sources = JSON.stringify({ 'a.txt': one, 'b.txt': other });
  const { documents, engine } = await libraryOf({ 'a.txt': first, 'b.txt': second, 'sources.json': sources });
  const pace = createPace();
  const [a, b] = documents;
  if (!a || !b) throw new Error('a document is missing');
  const [x, y] = [await readTold(a.passages, engine, pace), await readTold(b.passages, engine, pace)];
  const pairing = await compareTellings(x, y, pace);
  return { same: tellSameStory([a, x], [b, y], pairing), compared: mayTellSameStory(x, y) };
}

const isSame = async (...texts: Parameters<typeof told>) => (await told(...texts)).same;

/** The same names, and nothing else in common. */
const LANDING = 'On Monday Varga and Borg opened a landing near Lindholm.\n\nCrowds saw Holm with Varga.';
const SUPPER = 'There Varga ate soup beside Borg and Holm while Lindholm slept.\n\nThen Varga sang.';

describe('documents of the same days', () => {
  const on = (day: string) => ({ published: `2024-03-${day}` });

  it('tell one story where they name the same, within four days', async () => {
    expect(await isSame(LANDING, SUPPER, on('01'), on('05'))).toBe(true);
    expect(await isSame(LANDING, SUPPER, on('01'), on('06'))).toBe(false);
    expect(await isSame(LANDING, SUPPER)).toBe(false);
  });

  it('are not shown by a month or a year, which may mean any of their days', async () => {
    const of = (one: string, other: string) =>
      isSame(LANDING, SUPPER, { published: one }, { published: other });
    expect(await of('2024-03-01', '2024-03-01')).toBe(true);
    expect(await of('2024-03', '2024-03')).toBe(false);
    expect(await of('2024', '2024-03-01')).toBe(false);
    expect(await of('2024', '2024')).toBe(false);
  });

  it('tell different ones where they name others', async () => {
    const other = 'There Quill ate soup beside Heron and Amber while Cobalt slept.\n\nThen Varga sang.';
    expect(await isSame(LANDING, other, on('01'), on('01'))).toBe(false);
    expect((await told(LANDING, 'There Quill ate soup beside Heron.')).compared).toBe(false);
  });
});

describe('a title', () => {
  it('shows the story with three telling words, half of the shorter', async () => {
    const published = '2024-03-01';
    const other = 'There Varga sang.\n\nLater Heron slept beside Quill and Amber and Cobalt and Pell.';
    const near = (one: string, two: string) =>
      isSame(LANDING, other, { title: one, published }, { title: two, published });
    expect(await near('Mayor opens ferry landing', 'Ferry landing opens at last')).toBe(true);
    expect(await near('Mayor opens ferry landing', 'Ferry landing sinks at last')).toBe(false);
    expect(await near('Mayor opens bridge', 'Soup for sailors')).toBe(false);
  });

  it('shows nothing by itself where no date does: the chapters of a book have one', async () => {
    const title = 'Mayor opens ferry landing';
    const chapter = 'There Varga sang of Holm.\n\nLater Heron slept beside Quill and Amber and Cobalt.';
    expect(await isSame(LANDING, chapter, { title }, { title })).toBe(false);
    const retold = `${LANDING}\n\nGulls screamed.`;
    expect(await isSame(LANDING, retold, { title }, { title })).toBe(true);
  });
});

describe('a quotation', () => {
  const quoting = (words: string) =>
    [`Then Quill said “${words}” aloud.`, `Once Heron wrote “${words}” down.`] as const;
  const far = [{ published: '2020-01-01' }, { published: '2024-01-01' }] as const;

  it('shows the story with six words in a row', async () => {
    expect(await isSame(...quoting('nobody paid one crown for it'))).toBe(true);
    expect(await isSame(...quoting('nobody paid one crown extra'))).toBe(false);
  });

  it('of six words shows nothing across years, though only these are stated', async () => {
    const words = quoting('nobody paid one crown for it');
    expect(await isSame(...words, { published: '2020' }, { published: '2024' })).toBe(false);
    expect(await isSame(...words, { published: '2020' }, { published: '2020-12' })).toBe(true);
    expect(await isSame(...words, { published: '2020-01' }, { published: '2020-03-05' })).toBe(false);
  });

  it('shows it with nine words in all, and where no date shows it, with nine of quotations that both print', async () => {
    const day = { published: '2024-03-01' };
    const phrases = [
      'Then “well, nobody paid one crown, as far as anyone upstairs remembers” fell. Later “granite walls crumble here, so let us leave before supper” fell. Then “gulls scream at night, or so my cousin Pell believes” fell.',
      'Once “we heard that nobody paid one crown until the harvest came in late” fell. Once “those granite walls crumble here and there all winter long” fell. Once “every year gulls scream at night until the boats return” fell.',
    ] as const;
    expect(await isSame(...phrases, day, day)).toBe(true);
    expect(await isSame(...phrases)).toBe(false);
    const printed = [
      'Then “nobody paid one crown extra” and “granite walls crumble here” fell.',
      'Once Heron wrote “nobody paid one crown extra” and “granite walls crumble here” down.',
    ] as const;
    expect(await isSame(...printed)).toBe(true);
  });

  it('of years before does with nine', async () => {
    const eight = 'nobody ever paid one crown for granite walls';
    expect(await isSame(...quoting(eight), ...far)).toBe(false);
    expect(await isSame(...quoting(`${eight} here`), ...far)).toBe(true);
  });
});

describe('a sentence', () => {
  it('shows the story where nearly all of it is in common', async () => {
    const one = 'Mayor Ilse Varga opened the new ferry landing of Lindholm on Tuesday morning.';
    expect(await isSame(one, 'On Tuesday Ilse Varga opened a ferry landing in Lindholm.')).toBe(true);
    expect(await isSame(one, 'Ilse Varga ate fish and slept before noon in Oslo with soldiers.')).toBe(false);
  });
});
