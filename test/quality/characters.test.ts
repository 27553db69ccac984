import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/build.js';
import { folderOf } from '../support/folder.js';
import { answerOf, ask, sessionOver } from '../support/session.js';

/** The characters that README promises to take for one another, and the pairs of marks that people type. */
const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/characters.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** A character as the table writes it: itself, or its number. */
const read = (written: string) =>
  /^U\+[0-9A-F]{4}$/.test(written) ? String.fromCodePoint(Number.parseInt(written.slice(2), 16)) : written;

/** What stands in the document, and where in a claim each kind of character goes. */
const TEXT = 'The mayor’s well-known wall of granite will stand for a hundred years.';
const CLAIMS: Readonly<Record<string, (one: string) => string>> = {
  'quotation marks': (one) => `the ${one}wall of granite will stand`.replace('the ', 'well-known '),
  apostrophes: (one) => `The mayor${one}s well-known wall`,
  'dashes and hyphens': (one) => `The mayor’s well${one}known wall`,
  'white space': (one) => `wall of${one}granite will stand`,
  'invisible characters': (one) => `wall of gra${one}nite will stand`,
  'presentation forms': (one) => `wall of granite will ${one}tand for`,
  'direction marks': (one) => `wall of gra${one}nite will stand`,
};

describe('a quotation stands whatever it has for', () => {
  it.each(Object.entries(CLAIMS))('%s', async (fold, claimOf) => {
    const session = await sessionOver(folderOf({ 'a.txt': TEXT }));
    const wrong: string[] = [];
    for (const written of CASES[fold] ?? []) {
      const request = { command: 'verify', options: { quote: claimOf(read(written)) } };
      const { verdicts: [verdict] = [] } = await answerOf(session, JSON.stringify(request));
      if (!['exact', 'typographic'].includes(verdict?.verdict ?? ''))
        wrong.push(`${written} ${verdict?.verdict}`);
    }
    expect(CASES[fold]?.length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });
});

it.each(CASES.pairs ?? [])('words between %s are said', async (pair) => {
  const [open, close] = [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)];
  const folder = folderOf({ 'a.txt': `It was ${open}granite before winter${close}, Borg said of timber.` });
  expect((await ask('/quote topic:granite winter said:true', folder)).outcome).toBe('answered');
  expect((await ask('/quote topic:timber said:true', folder)).outcome).toBe('nothing');
});
