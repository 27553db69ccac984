import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMarkup } from '../../src/verify/pasted.js';
import { adversarialText } from '../support/adversarial.js';

describe('what is pasted along', () => {
  it.each([
    ['The dam is **really safe**', 'The dam is really safe', ['emphasis marks']],
    ['The *dam* is __really__ safe', 'The dam is really safe', ['emphasis marks']],
    ['a ||secret|| dam', 'a secret dam', ['spoiler marks']],
    ['the `dam` and ```\nso\n```', 'the dam and so\n', ['code marks']],
    ['> The dam\n> is safe', 'The dam\nis safe', ['block-quote marks']],
    ['- The dam\n• is safe', 'The dam\nis safe', ['list marks']],
    ['1. The dam\n2. The wall', 'The dam\nThe wall', ['list marks']],
    ['## The dam', 'The dam', ['heading marks']],
    ['The dam is safe\\*', 'The dam is safe*', ['backslashes']],
    ['&ldquo;R&amp;D isn&#8217;t&rdquo;', '“R&D isn’t”', ['HTML entities']],
    ['The dam[2] is safe[14]', 'The dam is safe', ['footnote marks']],
    ['The dam is safe https://t.co/x1', 'The dam is safe ', ['links']],
    ['The [dam](https://example.com/a) is safe', 'The dam is safe', ['links']],
    ['<@123> The dam', ' The dam', ['mentions']],
    ['The dam </quote:123> <t:1618953630:R>', 'The dam  ', ['mentions']],
    ['The dam 🙂 <:ok:12345>', 'The dam  ', ['emoji']],
  ])('%j is %j without %j', (typed, text, setAside) => {
    const bare = withoutMarkup(typed);
    expect([bare.text, bare.setAside]).toEqual([text, setAside]);
  });

  it.each([
    ['5 * 3 * 2 is 30', 'signs that stand between blanks'],
    ['f***ing dams', 'stars inside a word'],
    ['snake_case_names', 'underscores inside a word'],
    ['- 5 degrees', 'what may be a minus'],
    ['21. August was the worst', 'a number that is no list'],
    ['5*3*2 and 5||3||2', 'signs between digits'],
    ['Wages did ~~not~~ keep up', 'what is struck out'],
    ['5️⃣0️⃣ people', 'digits on keys'],
    ['#1 of them', 'a sign at a number'],
    ['AT&T and R&D', 'an ampersand'],
    ['[sic] and [T]hey', 'brackets with words'],
    ['in 2012 © 2013 ™', 'signs that are no emoji'],
  ])('does not touch %j: %s', (typed) => {
    expect(withoutMarkup(typed)).toMatchObject({ text: typed, setAside: [] });
  });

  it('leaves characters that lead back to where they were', () => {
    fc.assert(
      fc.property(adversarialText, (typed) => {
        const bare = withoutMarkup(typed);
        let before = -1;
        for (let at = 0; at < bare.text.length; at++) {
          const place = bare.place(at);
          expect(place).toBeGreaterThanOrEqual(before);
          before = place;
          const stands = typed.charAt(place);
          // An entity stands for its character.
          if (stands !== '&') expect(stands).toBe(bare.text.charAt(at));
        }
      }),
    );
  });
});
