import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/build.js';
import { folderOf } from '../support/folder.js';
import { ask } from '../support/session.js';

/** What a command answers over documents made for a rule. */
interface Case {
  readonly rule: string;
  readonly because: string;
  /** The line that asks. */
  readonly ask: string;
  /** The paragraphs of each document. */
  readonly documents: Readonly<Record<string, readonly string[]>>;
  readonly outlets?: Readonly<Record<string, string>>;
  readonly titles?: Readonly<Record<string, string>>;
  /** The first passage. */
  readonly first?: string;
  /** Passages of which the first comes before the second. */
  readonly before?: readonly (readonly [string, string])[];
  /** All passages of the answer. */
  readonly only?: readonly string[];
  /** That there is no answer. */
  readonly silent?: true;
  /** What is marked in the first passage. */
  readonly marked?: string;
  /** What the answer says, and what it says of the first passage. */
  readonly says?: string;
  readonly noted?: string;
}

const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/answers.json'), 'utf8')) as readonly Case[];

function folderFor({ documents, outlets = {}, titles = {} }: Case): string {
  const texts = Object.entries(documents).map(([id, paragraphs]) => [`${id}.txt`, paragraphs.join('\n\n')]);
  const stated = Object.keys({ ...outlets, ...titles });
  const sources = stated.map((id) => [`${id}.txt`, { outlet: outlets[id], title: titles[id] }]);
  return folderOf({
    ...Object.fromEntries(texts),
    'sources.json': JSON.stringify(Object.fromEntries(sources)),
  });
}

describe('an answer', () => {
  it.each(CASES)('$rule: $because', async (one) => {
    const { outcome, message, excerpts = [] } = await ask(one.ask, folderFor(one));
    const ids = excerpts.map(({ passage }) => passage);
    expect(outcome).toBe(one.silent ? 'nothing' : 'answered');
    for (const [first, second] of one.before ?? []) {
      expect(ids).toEqual(expect.arrayContaining([first, second]));
      expect(ids.indexOf(first), ids.join()).toBeLessThan(ids.indexOf(second));
    }
    if (one.first !== undefined) expect(ids[0], ids.join()).toBe(one.first);
    if (one.says !== undefined) expect(message).toContain(one.says);
    if (one.noted !== undefined) expect(excerpts[0]?.note).toContain(one.noted);
    if (one.only) expect(ids).toEqual(one.only);
    if (one.marked !== undefined) {
      const [first] = excerpts;
      const marks = first?.marks?.map(([start, end]) =>
        first.text.slice(start - first.start, end - first.start),
      );
      expect(marks).toEqual([one.marked]);
    }
  });
});

describe('however many passages have the words', () => {
  /** So many that not all of them can be looked at closely. */
  const MANY = 700;

  it('one that has the rarest of them is found', async () => {
    const common = Array.from(
      { length: MANY },
      (_, at) => `Grain, timber and salt were sold at stall ${at}.`,
    );
    const others = Array.from({ length: 2 * MANY }, (_, at) => `Nothing happened on day ${at}.`);
    const text = [...common, 'Saffron came once.', ...others].join('\n\n');
    const { excerpts = [] } = await ask(
      '/quote topic:saffron, grain, timber, salt sold, stall',
      folderOf({ 'a.txt': text }),
    );
    expect(excerpts[0]?.text).toBe('Saffron came once.');
    // As many as one answer holds.
    expect(excerpts).toHaveLength(50);
  });

  it('one that says some of them most densely is found', async () => {
    const all = Array.from(
      { length: MANY },
      (_, at) =>
        `Grain came by cart, timber by barge and salt by sea in week ${at}, as people told each other later.`,
    );
    const others = Array.from({ length: 2 * MANY }, (_, at) => `Nothing happened on day ${at}.`);
    const text = [...all, 'Timber, salt, timber, salt, timber, salt.', 'Grain. Grain.', ...others].join(
      '\n\n',
    );
    const { excerpts = [] } = await ask('/quote topic:grain timber salt', folderOf({ 'a.txt': text }));
    expect(excerpts.map((excerpt) => excerpt.text)).toContain('Timber, salt, timber, salt, timber, salt.');
  });
});
