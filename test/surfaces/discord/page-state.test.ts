import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeState,
  decodeTarget,
  encodeState,
  fitsButtons,
  LAST_SHEET,
} from '../../../src/surfaces/discord/page-state.js';

const state = fc.record({
  command: fc.string({ minLength: 1, maxLength: 32 }),
  options: fc.dictionary(
    fc.string({ maxLength: 8 }),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.boolean()),
    { maxKeys: 3, noNullPrototype: true },
  ),
  revision: fc.string({ minLength: 8, maxLength: 8 }),
});
const FIRST_PAGES = [0, 1, 2].map((page) => ({ page, sheet: 0 }));
const reference = { channel: '4'.repeat(19), id: '5'.repeat(19), hash: 'abcdefgh' };

describe('the state of a page', () => {
  it('comes back from the buttons as it went in, in ids that Discord takes', () => {
    fc.assert(
      fc.property(state, fc.nat(9_999), fc.nat(LAST_SHEET), (original, page, sheet) => {
        const targets = [page, page + 1, page + 2].map((at) => ({ page: at, sheet }));
        const ids = encodeState(original, targets);
        if (!ids) return;
        expect(new Set(ids).size).toBe(3);
        for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeState(ids)).toEqual(original);
        expect(decodeState([...ids].reverse())).toEqual(original);
        expect(ids.map(decodeTarget)).toEqual(targets);
      }),
    );
  });

  it('may hold where to read a message again in place of its text', () => {
    const original = { command: 'Verify quotes', options: {}, revision: '12345678', message: reference };
    expect(fitsButtons(original)).toBe(true);
    expect(decodeState(encodeState(original, FIRST_PAGES) ?? [])).toEqual(original);
    expect(fitsButtons({ ...original, options: { message: 'long '.repeat(100) } })).toBe(false);
  });

  it('holds a topic of 200 characters, and says so where one is too long', () => {
    const of = (topic: string) =>
      encodeState({ command: 'quote', options: { topic }, revision: '01234567' }, FIRST_PAGES);
    expect(of('ა'.repeat(200))).toHaveLength(3);
    expect(of('ა'.repeat(300))).toBeUndefined();
  });

  it.each([
    [[]],
    [['other:1']],
    [['1.0.1|not json']],
    [['1.0.1|{"a":1}']],
    [['0.0.2|["quote",']],
    // What no button of ours has: far pages and places, long names, ids that are parts of a path.
    [['9999999.0.1|["quote","12345678",{}]']],
    [['0-100.0.1|["quote","12345678",{}]']],
    [['0.5.1|["quote","12345678",{}]']],
    [['0.0.6|["quote","12345678",{}]']],
    [[`0.0.1|["${'q'.repeat(33)}","12345678",{}]`]],
    [['0.0.1|["quote","123456789",{}]']],
    [['0.0.1|["quote","12345678",{"topic":["x"]}]']],
    [[`0.0.1|["quote","12345678",{"${'o'.repeat(33)}":1}]`]],
    [['0.0.1|["quote","12345678",{},["../1","2","abcdefgh"]]']],
    [['0.0.1|["quote","12345678",{},["1","2","abcdefghi"]]']],
    [[`0.0.1|["quote","12345678",{"topic":"${'x'.repeat(90)}"}]`]],
  ])('of buttons such as %j is none', (ids) => {
    expect(decodeState(ids)).toBeUndefined();
  });
});
