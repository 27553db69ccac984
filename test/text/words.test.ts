import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/text/words.js';

const texts = (text: string) => words(text).map((word) => word.text);

describe('words', () => {
  it.each([
    ['said\ttuesday', ['said', 'tuesday'], 'a tab parts words'],
    ["won’t and won't", ['won’t', 'and', "won't"], 'an apostrophe does not'],
    ['the U.S. and the E.U.', ['the', 'U.S.', 'and', 'the', 'E.U.'], 'nor do the dots of an abbreviation'],
    ['rose 2.5 to 1,234.', ['rose', '2.5', 'to', '1,234'], 'nor the separators of a number'],
    ['$5m, €20bn', ['5', 'm', '20', 'bn'], 'a symbol does, and so does a unit'],
    ['20th, 1990s, B52', ['20th', '1990s', 'B52'], 'the end of a number'],
    ['intra-political', ['intra', 'political'], 'so does a hyphen'],
    ['“lie,” he', ['lie', 'he'], 'and so do quotation marks'],
    ['exam\u00ADple zero\u200Bwidth', ['exam\u00ADple', 'zero\u200Bwidth'], 'what nobody sees does not'],
    ['Ситуация в Україні', ['Ситуация', 'в', 'Україні'], 'letters are those of any script'],
    ['東京', ['東', '京'], 'without spaces each character is a word'],
    ['cafe\u0301', ['cafe\u0301'], 'a combining mark stays with its letter'],
    ['… — !', [], 'punctuation alone holds none'],
    ['so 😀😀!', ['so', '😀', '😀'], 'an emoji is a word'],
    [
      'a👍🏽b 👩🏽‍💻 👨‍👩‍👧',
      ['a', '👍🏽', 'b', '👩🏽‍💻', '👨‍👩‍👧'],
      'whatever its colour, and what is joined to it',
    ],
    ['🇫🇷🇩🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿', ['🇫🇷', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'], 'and so is a flag'],
    ['1️⃣ #️⃣ *⃣', ['1️⃣', '#️⃣', '*⃣'], 'and a key'],
    ['❤️ ☎️ ©️ ❤️‍🔥', ['❤️', '☎️', '©️', '❤️‍🔥'], 'and a sign that is shown as a picture'],
    ['1 # * © ™ ® ↔ ▪ ☎', ['1'], 'but not as text'],
  ])('%s → %j: %s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('gives each word its own place in the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let reached = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(reached);
          expect(text.slice(word.start, word.end)).toBe(word.text);
          expect(word.text.length).toBeGreaterThan(0);
          reached = word.end;
        }
      }),
    );
  });
});
