import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/build.js';
import { folderOf } from '../support/folder.js';
import { answerOf, sessionOver, warmUp } from '../support/session.js';

beforeAll(warmUp);

/** A paragraph; a long one by what is repeated in it. */
type Paragraph =
  | string
  | { readonly from: string; readonly filler: string; readonly times: number; readonly to: string };

/** What `/verify` answers over documents made for a rule. */
interface Case {
  readonly rule: string;
  readonly claim: string;
  /** The verdicts that keep the rule. */
  readonly verdict: readonly string[];
  readonly documents: Readonly<Record<string, readonly Paragraph[]>>;
  /** The passages that are shown. */
  readonly shown?: readonly string[];
  /** The differences: their kinds, the claim's words and the document's. */
  readonly differs?: readonly (readonly [string, string | null, string | null])[];
  /** What the answer notes of the words, or of what stands beside them. */
  readonly note?: string;
  /** Who the answer says is named there instead; null: nobody. */
  readonly named?: string | null;
}

const CASES = JSON.parse(readFileSync(path.join(ROOT, 'test/cases/claims.json'), 'utf8')) as readonly Case[];

const textOf = (paragraph: Paragraph) =>
  typeof paragraph === 'string'
    ? paragraph
    : paragraph.from + paragraph.filler.repeat(paragraph.times) + paragraph.to;

describe('a verdict', () => {
  it.each(CASES)(
    '$rule: $claim',
    async ({ claim, verdict: verdicts, documents, shown, differs, note, named }) => {
      const files = Object.entries(documents).map(([id, all]) => [`${id}.txt`, all.map(textOf).join('\n\n')]);
      const session = await sessionOver(folderOf(Object.fromEntries(files)));
      const request = { command: 'verify', options: { quote: claim } };
      const { verdicts: [verdict] = [], excerpts = [] } = await answerOf(session, JSON.stringify(request));
      expect(verdicts).toContain(verdict?.verdict);
      const ids = new Set(excerpts.map(({ passage }) => passage));
      if (shown) expect([...ids].sort()).toEqual([...shown].sort());
      const differences = verdict?.differences.map(({ kind, claimed, text }) => [kind, claimed, text]);
      if (differs) expect(differences).toEqual(differs);
      const notes = [verdict?.message, ...excerpts.map((excerpt) => excerpt.note ?? '')].join('\n');
      if (note !== undefined) expect(notes).toContain(note);
      if (named === null) expect(verdict?.message).not.toContain('The documents attribute');
      else if (named !== undefined)
        expect(verdict?.message).toContain(`The documents attribute this to ${named}`);
    },
  );
});
