import { type Answering, type Asked, reportedIn } from '../../src/compare/reported.js';
import type { Statement } from '../../src/compare/statements.js';
import { Stories } from '../../src/compare/stories.js';
import type { Passage } from '../../src/corpus/passage.js';
import type { EmbeddedLibrary } from '../../src/library/embedded-library.js';

export const UNLIMITED = { passages: Number.POSITIVE_INFINITY, time: Number.POSITIVE_INFINITY };

/** Passages as something asks for all that they report. */
export function askedFor(passages: readonly Passage[]): Asked[] {
  return passages.map((passage) => ({ passage }));
}

/** Every statement of a corpus, those of one passage too, each once. */
export async function rowsIn(
  library: EmbeddedLibrary,
  stories = new Stories(library.engine),
): Promise<Answering[]> {
  return (await reportedIn(stories, askedFor(library.passages), UNLIMITED)).reported;
}

/** The passages of every statement of a corpus. */
export async function statementsIn(
  library: EmbeddedLibrary,
  stories = new Stories(library.engine),
): Promise<Statement[]> {
  return (await rowsIn(library, stories)).map(({ statement }) => statement);
}

/** The statements that a passage reports, in its order. */
export async function statementsWith(library: EmbeddedLibrary, passage: Passage): Promise<Statement[]> {
  const { reported } = await reportedIn(new Stories(library.engine), askedFor([passage]), UNLIMITED);
  return reported.map(({ statement }) => statement);
}
