import { describe, expect, it } from 'vitest';
import { jsonTree, MAX_DEPTH } from '../../src/corpus/json-tree.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON', () => {
  it('is read eight levels deep, and no deeper', () => {
    expect(MAX_DEPTH).toBe(8);
    expect(jsonTree(nested(8))).toHaveProperty('tree.type', 'array');
    expect(jsonTree(nested(9))).toEqual({ offset: 8, error: undefined });
    expect(jsonTree(`[${'[],'.repeat(99)}[]]`)).toHaveProperty('tree.type', 'array');
  });

  it('may have brackets inside texts and comments', () => {
    expect(
      jsonTree(`/* ${'['.repeat(99)} */ {"a": "${'{'.repeat(99)}"} // ${'['.repeat(99)}`),
    ).toHaveProperty('tree.type', 'object');
  });
});
