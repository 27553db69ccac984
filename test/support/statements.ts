import { reportedIn } from '../../src/compare/reported.js';
import type { Statement } from '../../src/compare/statements.js';
import { Stories } from '../../src/compare/stories.js';
import type { Passage } from '../../src/corpus/passage.js';
import type { Library } from '../../src/library/library.js';

const UNLIMITED = { passages: Number.POSITIVE_INFINITY, time: Number.POSITIVE_INFINITY };

/** Every statement of a corpus, those of one passage too, in the order of the corpus. */
export async function statementsIn(library: Library, stories = new Stories(library)): Promise<Statement[]> {
  const { reported } = await reportedIn(stories, library.passages, UNLIMITED);
  return reported.map(({ statement }) => statement);
}

/** The statement that a passage reports. */
export async function statementOf(library: Library, passage: Passage): Promise<Statement> {
  const { reported } = await reportedIn(new Stories(library), [passage], UNLIMITED);
  return reported[0]?.statement ?? [];
}
