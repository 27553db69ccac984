import { describe, expect, it } from 'vitest';
import { describeFault } from '../../src/corpus/fault.js';
import { warningsOn } from '../../src/corpus/warnings.js';
import { libraryOf } from '../support/folder.js';

describe('a warning', () => {
  it('is of a paragraph over 20,000 characters, at its line, and of none shorter', async () => {
    const { documents } = await libraryOf({
      '1.txt': `Short.\n\n${'a'.repeat(20_001)}\n\n${'b'.repeat(20_000)}`,
    });
    const warnings = warningsOn(documents, (file) => `seeds/${file}`);
    expect(warnings.map(describeFault)).toEqual([
      expect.stringMatching(/^seeds\/1\.txt:3: a paragraph of 20,001 characters; put blank lines/),
    ]);
  });
});
