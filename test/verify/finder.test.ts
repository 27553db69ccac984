import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/text/pace.js';
import { FoldedText } from '../../src/text/typography.js';
import { Finder, type Occurrence } from '../../src/verify/finder.js';
import { isWhole } from '../../src/verify/whole-words.js';
import { libraryOf } from '../support/folder.js';

async function found(files: Record<string, string>, typed: string): Promise<string[]> {
  const library = await libraryOf(files);
  const places = await new Finder(library, createPace()).find(FoldedText.of(typed).text.trim());
  return places.map(({ document, start, end }) => `${document.id}: ${document.text.slice(start, end)}`);
}

describe('what is looked for in a corpus', () => {
  it('has every place of words, typography apart', async () => {
    const files = { '1.txt': 'A.\n\nHe said “it’s a\u00A0lie” twice.', '2.txt': "It's a lie, it's a lie." };
    expect(await found(files, 'it’s a lie')).toEqual([
      '1: it’s a\u00A0lie',
      "2: It's a lie",
      "2: it's a lie",
    ]);
  });

  it('has words that go on from one paragraph to the next', async () => {
    const files = { '1.txt': '“We will go.\n\n“And we will stay,” he said.' };
    expect(await found(files, 'We will go. And we will stay')).toEqual([
      '1: We will go.\n\n“And we will stay',
    ]);
  });

  it('has no place for a part of a word, or a letter of another kind', async () => {
    const files = { '1.txt': 'They are unable to act today.' };
    expect(await found(files, 'able to act today')).toEqual([]);
    expect(await found(files, 'they Are unable to act')).toEqual([]);
    expect(await found(files, 'they are unable to act')).toEqual(['1: They are unable to act']);
  });

  it('has the same places whether a rare word is gone by or all texts are gone through', async () => {
    const word = fc.constantFrom('rain', 'falls', 'It’s', 'on', 'Monday', '—', '“so”', 'rain.', '\n\n');
    const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        fc.nat(9),
        fc.integer({ min: 3, max: 6 }),
        async (one, two, from, length) => {
          const library = await libraryOf({ '1.txt': `x ${one}`, '2.txt': `y ${two}` });
          const finder = new Finder(library, createPace());
          const parts = one.split(/\s+/).slice(from, from + length);
          const folded = FoldedText.of(parts.join(' ')).text.replace(/^[-\s]+|[-\s]+$/g, '');
          if (!/\p{L}/u.test(folded)) return;
          const all: Occurrence[] = [];
          for (const document of library.documents) {
            all.push(...(await finder.findWithin(folded, document, 0, document.text.length)));
          }
          expect(await finder.find(folded)).toEqual(all);
          for (const { document, start, end } of all) expect(isWhole(document.text, start, end)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
