import { describe, expect, it } from 'vitest';
import { readTold } from '../../src/compare/told.js';
import { compareTellings, type Pairing } from '../../src/compare/two-tellings.js';
import { createPace } from '../../src/text/pace.js';
import { libraryOf } from '../support/folder.js';

/** Two texts compared, each a document by itself. */
async function compared(first: string, second: string): Promise<Pairing> {
  const { documents, engine } = await libraryOf({ 'a.txt': first, 'b.txt': second });
  const pace = createPace();
  const [a, b] = await Promise.all(documents.map(({ passages }) => readTold(passages, engine, pace)));
  if (!a || !b) throw new Error('a document is missing');
  return compareTellings(a, b, pace);
}

const ties = ({ ties: all }: Pairing) => all.map(({ a, b, kind }) => `${kind} ${a} ${b}`).sort();

/** Words that nothing else has: so many from number `from` on. */
const made = (count: number, from: number) =>
  Array.from({ length: count }, (_, at) => `zor${String.fromCharCode(97 + from + at)}q`);

/** Two sentences of ten words, of which so many are shared. */
async function sharing(count: number): Promise<Pairing> {
  const shared = made(count, 0);
  return compared(
    `${[...shared, ...made(10 - count, 10)].join(' ')}.`,
    `${[...shared, ...made(10 - count, 18)].join(' ')}.`,
  );
}

describe('two sentences', () => {
  it('are as alike as the cosine of their words says, times what the number of shared words makes of it', async () => {
    const likeness = async (count: number) => (await sharing(count)).likeness(0, 0);
    expect(await likeness(5)).toBeCloseTo(0.5);
    expect(await likeness(2)).toBeCloseTo((0.2 * Math.log(3)) / Math.log(6));
    expect(await likeness(10)).toBe(1);
  });

  it('are counterparts from a likeness of 0.28 on', async () => {
    expect(ties(await sharing(3))).toEqual([]);
    expect(ties(await sharing(4))).toEqual(['counterpart 0 0']);
  });

  it('are counterparts only where neither has a better', async () => {
    const alpha = made(8, 0).join(' ');
    const other = made(8, 8).join(' ');
    expect(
      ties(await compared(`${alpha}.\n\nRain fell.`, `${made(4, 0).join(' ')} ${other}.\n\n${alpha}.`)),
    ).toEqual(['counterpart 0 1']);
  });

  it('that are much alike tie beside the best of both, from 0.4 and seven tenths of it on', async () => {
    const alpha = made(8, 0);
    const text = (shared: number, more: number, from: number) =>
      `${[...alpha.slice(0, shared), ...made(8 - shared + more, from)].join(' ')}.`;
    const near = async (best: number, second: number, more = 0) => {
      const other = `${text(best, 0, 9)}\n\nRain.\n\nBells.\n\n${text(second, more, 17)}`;
      const pairing = await compared(`${alpha.join(' ')}.`, other);
      return { likeness: pairing.likeness(0, 3), isTied: ties(pairing).includes('alike 0 3') };
    };
    expect(await near(8, 7)).toMatchObject({ isTied: true });
    expect(await near(6, 5)).toEqual({ likeness: expect.closeTo(0.44, 2), isTied: false });
    expect(await near(5, 5, 1)).toEqual({ likeness: expect.closeTo(0.43, 1), isTied: true });
    expect(await near(5, 5, 2)).toEqual({ likeness: expect.closeTo(0.37, 2), isTied: false });
  });

  it('are more alike where those beside them are', async () => {
    const [a, b] = [made(4, 0).join(' '), made(8, 8).join(' ')];
    const alone = await compared(`${a} ${made(4, 16).join(' ')}.`, `${a} ${made(4, 20).join(' ')}.`);
    const beside = await compared(
      `${b}.\n\n${a} ${made(4, 16).join(' ')}.`,
      `${b}.\n\n${a} ${made(4, 20).join(' ')}.`,
    );
    expect(beside.likeness(1, 1)).toBeCloseTo(alone.likeness(0, 0) * 1.7);
  });

  it('are told apart by what else is loaded in no way', async () => {
    const texts = {
      'a.txt': 'Varga opened the ferry landing of Lindholm.',
      'b.txt': 'Varga opened a landing in Lindholm.',
    };
    const likeness = async (others: Record<string, string>) => {
      const { documents, engine } = await libraryOf({ ...texts, ...others });
      const pace = createPace();
      const read = documents.slice(0, 2).map(({ passages }) => readTold(passages, engine, pace));
      const [a, b] = await Promise.all(read);
      return a && b && (await compareTellings(a, b, pace)).likeness(0, 0);
    };
    const others = {
      'c.txt': 'Varga opened nothing.\n\nLindholm has a landing.\n\nThe ferry of Varga sank.',
    };
    expect(await likeness(others)).toBe(await likeness({}));
  });
});

describe('quotations', () => {
  const long = 'the harbour wall of granite will stand for ages beside our old ferry';
  const quoting = async (words: string, first = `Varga said “${long}” twice.`) =>
    ties(await compared(first, `Borg heard “${words}” once.`)).includes('quotation 0 0');

  it('tie where they share six words, four in a row, or most of one that either quotes', async () => {
    expect(await quoting('harbour wall of granite will stand near every door and gate')).toBe(true);
    expect(await quoting('harbour wall of granite will fall near every door and gate')).toBe(false);
    expect(await quoting('granite will stand near every door and stair beside our old gate')).toBe(false);
    expect(await quoting('wall of granite')).toBe(true);
    expect(await quoting('wall of granite near every door')).toBe(false);
    expect(await quoting('wall of granite will fall')).toBe(true);
    expect(await quoting('wall of granite falls now')).toBe(false);
    expect(await quoting('wall of granite will fall near that')).toBe(false);
    expect(await quoting('harbour wall of granite', `Varga said “${long}” and “${long}” twice.`)).toBe(true);
  });

  it('of few words tie what has most of them, and otherwise are a phrase', async () => {
    const first =
      'Borg read “we shall build a harbour wall of granite here” aloud.\n\nRain.\n\nVarga wants “wall of granite” soon.';
    const pairing = await compared(first, 'Nobody there asked for “a harbour wall of granite” then.');
    expect(ties(pairing)).toEqual(['counterpart 0 0', 'phrase 2 0', 'quotation 0 0']);
    expect(pairing.likeness(2, 0)).toBeLessThan(1);
  });

  it('of other words are no counterparts unless nearly all of them are the same', async () => {
    const quoted = async (mark: string) => {
      const [a, b] = [made(4, 0), made(4, 12)];
      const text = (words: readonly string[]) => `${mark}${words.join(' ')}.${mark && '”'}`;
      const one = [a[0], b[0], a[1], b[1], a[2], b[2], a[3]].map(String);
      const other = [a[0], ...made(1, 20), a[1], ...made(1, 21), a[2], ...made(1, 22), a[3]].map(String);
      return ties(await compared(text(one), text(other)));
    };
    expect(await quoted('')).toEqual(['counterpart 0 0']);
    expect(await quoted('“')).toEqual([]);
  });

  it('of one to three words that no others quote make sentences more alike', async () => {
    const text = (word: string) => `The mayor of Lindholm called Borg a ${word} at noon.`;
    const other = (word: string) => `At a dinner somebody named ${word} was shouted at by that mayor.`;
    const quoted = await compared(text('“jackass”'), other('“jackass”'));
    const plain = await compared(text('“jackass”'), other('jackass'));
    expect(quoted.likeness(0, 0) - plain.likeness(0, 0)).toBeCloseTo(0.15);
  });

  it('count by passages, and the longest run of their words', async () => {
    const text = '“Nobody paid one crown extra,” said Lindqvist. “Sand swallowed our money,” she went on.';
    expect((await compared(text, text)).quoted).toEqual({ words: 9, longest: 5 });
  });
});
