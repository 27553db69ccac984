import { describe, expect, it } from 'vitest';
import { divideShards, otherShards, readShards, shardIds, writeShards } from '../src/shards.js';

const shards = (text: string) => readShards(text) ?? expect.unreachable();

describe('shards', () => {
  it.each(['0/1', '3/64', '0-15/64', '99998/99999'])('are written as they are read: %s', (text) => {
    expect(writeShards(shards(text))).toBe(text);
  });

  it('are no more than five digits say', () => {
    expect(readShards('0/100000')).toBeUndefined();
  });

  it('have numbers', () => {
    expect(shardIds(shards('14-16/64'))).toEqual([14, 15, 16]);
  });

  it.each([
    ['0-15/64', 4, ['0-3/64', '4-7/64', '8-11/64', '12-15/64']],
    ['16-20/64', 2, ['16-17/64', '18-20/64']],
    ['0-1/2', 1, ['0-1/2']],
  ])('%s in %d parts are each in one', (text, parts, expected) => {
    expect(divideShards(shards(text), parts).map(writeShards)).toEqual(expected);
  });

  it('are in no more parts than there are', () => {
    expect(() => divideShards(shards('0-1/2'), 3)).toThrow(RangeError);
  });

  it.each([
    ['16-31/64', ['0-15/64', '32-63/64']],
    ['0-1/2', []],
    ['0/2', ['1/2']],
  ])('%s leave the others', (text, expected) => {
    expect(otherShards(shards(text)).map(writeShards)).toEqual(expected);
  });
});
