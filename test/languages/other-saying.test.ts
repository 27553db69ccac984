import { describe, expect, it } from 'vitest';
import { hasLemma } from '../../src/languages/english/wordnet/dictionary.js';
import { mentionsOtherSaying, OTHER_SAYING } from '../../src/languages/other-saying.js';

describe('a word of saying of another language', () => {
  it.each([
    'sagte Müller am Montag',
    'so MÜLLER, das hat er gesagt',
    'a déclaré Dupont',
    'a-t-elle ajouté'.normalize('NFD'),
    'dijo Núñez',
    'ha detto Bianchi',
    '李明说',
    '이라고 말했다',
  ])('is found: %s', (text) => {
    expect(mentionsOtherSaying(text)).toBe(true);
  });

  it.each(['They gathered opposition forces', 'Lance assures the sages', 'Dupont est parti', ''])(
    'is not in: %s',
    (text) => {
      expect(mentionsOtherSaying(text)).toBe(false);
    },
  );

  it.each([...OTHER_SAYING])(
    'of %s is no English word, with which texts in English would be misread',
    (_, list) => {
      const english = list.filter((word) =>
        (['n', 'v', 'a', 'r'] as const).some((pos) => hasLemma(word, pos)),
      );
      // Of the Morse code alone, and French has no commoner verb.
      expect(english.filter((word) => word !== 'dit')).toEqual([]);
      expect(new Set(list).size).toBe(list.length);
    },
  );
});
