import { statementSection } from '../../src/command/statement-section.js';
import { compareWordings } from '../../src/compare/comparison.js';
import type { StatementSection } from '../../src/reply/reply.js';
import { type Files, libraryOf } from './folder.js';
import { rowsIn } from './statements.js';

/** The first statement that more than one passage of some documents reports, as a reply shows it. */
export async function sectionOf(files: Files): Promise<StatementSection> {
  const library = await libraryOf(files);
  const row = (await rowsIn(library)).find(({ statement }) => statement.length > 1);
  if (!row) throw new Error('no statement in two documents');
  const comparison = await compareWordings(row.statement, library.engine, row.stretches);
  return statementSection(library, row, comparison, true);
}
