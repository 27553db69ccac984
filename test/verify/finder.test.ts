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

  it.each([
    ['Nice work 👩🏽‍💻 she', 'an emoji of several'],
    ['I ❤️ you all', 'a sign with a selector'],
    ['I ❤ you all', 'and without, which nobody sees'],
    ['from 🇫🇷🇩🇪 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'flags'],
    ['press #️⃣ or 1️⃣ now', 'keys'],
    ['all from', 'nothing that joins'],
    ['work 👩🏽‍💻', 'one at the end'],
  ])('has %j with emoji between its words: %s', async (typed) => {
    const text = 'Nice work 👩🏽‍💻 she said. I ❤️ you all from 🇫🇷🇩🇪 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿. Now press #️⃣ or 1️⃣ now.';
    const [place] = await found({ '1.txt': text }, typed);
    expect(place?.replaceAll('\uFE0F', '')).toBe(`1: ${typed.replaceAll('\uFE0F', '')}`);
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

  it('has the places of one word and of two, and none of what has no word', async () => {
    const files = { '1.txt': 'Rain. The U.S. rain’s rains.', '2.txt': 'rain' };
    expect(await found(files, 'rain')).toEqual(['1: Rain', '2: rain']);
    expect(await found(files, 'U.S')).toEqual(['1: U.S']);
    expect(await found(files, 'U.S. rain')).toEqual([]);
    expect(await found(files, 'U.S. rain’s')).toEqual(['1: U.S. rain’s']);
    expect(await found(files, 'US')).toEqual([]);
    expect(await found(files, '?!')).toEqual([]);
  });

  it('has none where a word inside is in no document, or only in another form', async () => {
    const files = { '1.txt': 'It rains on us all. Rain zebra.' };
    expect(await found(files, 'it rained on us')).toEqual([]);
    expect(await found(files, 'it ruins on us')).toEqual([]);
    expect(await found(files, 'it rains on us all')).toEqual(['1: It rains on us all']);
    expect(await found(files, 'it rains on US all')).toEqual([]);
  });

  it('has no place for a name whose possessive stands there, or the other way round', async () => {
    const files = { '1.txt': 'We saw Borg’s rain. Rain fell on Borg’s' };
    expect(await found(files, 'Borg’s rain fell')).toEqual([]);
    expect(await found(files, 'we saw Borg')).toEqual([]);
    expect(await found(files, 'rain fell on Borg')).toEqual([]);
    expect(await found(files, 'rain fell on Borg’s')).toEqual(['1: Rain fell on Borg’s']);
  });

  it('has words of paragraphs that stand very far apart, and over one without words', async () => {
    const gap = '\n \n'.repeat(300);
    const files = { '1.txt': `We go.${gap}And we stay.`, '2.txt': 'We go.\n\n”\n\n“And we stay.' };
    const all = await found(files, 'We go. And we stay');
    expect(all.map((one) => one.replace(gap, ' '))).toEqual([
      '1: We go. And we stay',
      '2: We go.\n\n”\n\n“And we stay',
    ]);
    expect((await found(files, 'go. And')).map((one) => one.replace(gap, ' '))).toContain('1: go. And');
  });

  it('has words whose middle stands in a thousand passages before', async () => {
    const crowd = (passages: number) => Array(passages).fill('It will rain.').join('\n\n');
    for (const passages of [999, 1_000, 1_001]) {
      const files = { '1.txt': crowd(passages), '2.txt': 'They will come.' };
      expect(await found(files, 'they will come')).toEqual(['2: They will come']);
    }
  });

  it('has a thousand places at most, the first', async () => {
    const files = {
      '1.txt': Array(700).fill('So it is.').join(' '),
      '2.txt': Array(700).fill('So it is.').join('\n\n'),
    };
    const all = await found(files, 'so it is');
    expect([all.length, all.filter((one) => one.startsWith('1')).length]).toEqual([1_000, 700]);
  });

  it.each(['-\n', '-     \n', '\u00AD\n', '‐ \r\n  '])(
    'has a word that %j parts, joined or with a hyphen',
    async (end) => {
      const files = { '1.txt': `So the non${end}violent rain fell.`, '2.txt': 'Nonviolent.' };
      for (const word of ['nonviolent', 'non-violent', `non${end}violent`])
        expect((await found(files, `the ${word} rain`)).length).toBe(1);
      expect(await found(files, 'the non violent rain')).toEqual([]);
      expect(await found(files, 'violent rain fell')).toEqual([]);
    },
  );

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
