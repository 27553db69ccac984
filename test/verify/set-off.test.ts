import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OTHER_SAYING } from '../../src/languages/other-saying.js';
import { attributedQuotations } from '../../src/verify/given.js';

const given = (text: string) => attributedQuotations(text).map((one) => one.text.trim());
const WORDS = 'Wir gehen nach vorn und weiter';

describe('what stands outside of quotation marks is no part of the quotation', () => {
  it.each([
    `„${WORDS}“, sagte Müller.`,
    `„${WORDS}“, so Müller am Montag.`,
    `»${WORDS}!«, rief sie`,
    `»${WORDS}!« rief sie`,
    `„${WORDS}.“ Das sagte Müller.`,
    `„${WORDS}“ sagte Müller`,
    `Damm in Bonn\n„${WORDS}“, wie es hiess`,
    `Müller sagte am Montag: „${WORDS}“`,
    `Müller: „${WORDS}.“`,
    `Die Lage sei ernst. „${WORDS}“, hieß es.`,
    `« ${WORDS} », a déclaré Dupont.`,
    `« ${WORDS} » a-t-elle ajouté.`,
    `Selon Dupont, « ${WORDS} ».`,
    `«${WORDS}», dijo Núñez`,
    `«${WORDS}», ha detto Bianchi`,
    `”${WORDS}”, säger Lindgren.`,
    `Lindgren sade: ”${WORDS}”`,
    `„${WORDS}” – powiedział Nowak.`,
    `Yılmaz, “${WORDS}” dedi.`,
    `李明说：“${WORDS}”`,
    `“${WORDS}。”李明补充。`,
    `김 시장은 “${WORDS}”라고 말했다.`,
  ])('%s', (text) => {
    expect(given(text).map((one) => one.replace(/[。.!]$/, ''))).toEqual([WORDS]);
  });

  it.each([
    `Sie hatten die „Opposition“, so gut es ging, gesammelt`,
    `Sie hatten „${WORDS}“ als Motto`,
    `Motto, „${WORDS}“ und noch viele andere Worte mehr`,
    `„${WORDS}“`,
    `${WORDS}, sagte Müller`,
    `Die „${WORDS}`,
  ])('unless nothing sets it off: %s', (text) => {
    expect(given(text)).toEqual([]);
  });

  it('is so whatever is said, and in whatever marks', () => {
    const letters = fc.constantFrom(...'abdeklmnorstuäéñ');
    const word = fc.string({ unit: letters, minLength: 3, maxLength: 8 });
    const said = fc.array(word, { minLength: 4, maxLength: 12 }).map((all) => all.join(' '));
    const marks = fc.constantFrom('„“', '“”', '«»', '»«', '""', '『』');
    const verb = fc.constantFrom(...[...OTHER_SAYING.values()].flat());
    fc.assert(
      fc.property(said, marks, verb, fc.constantFrom(0, 1, 2), (words, [open, close], say, form) => {
        const quoted = `${open}${words}${close}`;
        const text = [`${quoted}, ${say} Borg.`, `${quoted} ${say} Borg`, `Borg ${say}: ${quoted}`][form];
        expect(given(text ?? '')).toEqual([words]);
      }),
    );
  });

  it('is so where at most three words follow a comma and a quotation, as far as 80 characters go', () => {
    const follows = (words: string) => given(`Motto, „${WORDS}“ ${words}.`).length;
    expect([follows('a b c'), follows('a b c d')]).toEqual([1, 0]);
    const long = (letters: number) => follows(`${'x'.repeat(letters)} a b c`);
    expect([long(73), long(74)]).toEqual([0, 1]);
  });

  it('is so where a colon stands within twelve characters', () => {
    const apart = (blanks: number) => given(`Motto:${' '.repeat(blanks)}„${WORDS}“`).length;
    expect([apart(10), apart(11)]).toEqual([1, 0]);
  });
});
