import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeSpeaker, completeTopic } from '../src/command/complete.js';
import { nothingFound } from '../src/command/nothing-found.js';
import { shownOptions } from '../src/command/option.js';
import { privateOption, speakerOption, topicOption, yesOrNo } from '../src/command/options.js';
import { refuseFilters } from '../src/command/refuse-filters.js';
import { foundNotes, passagesWith, searchPassages } from '../src/command/search-passages.js';
import { figures, statementSection, tellerName } from '../src/command/statement-section.js';
import { repeated } from '../src/command/word-notes.js';
import { type Comparison, compareWordings, tellerOf } from '../src/compare/comparison.js';
import { type Statement, statementsOf } from '../src/compare/statements.js';
import type { Library } from '../src/library/library.js';
import { type Reply, say } from '../src/reply/reply.js';
import { count } from '../src/text/count.js';
import type { Pace } from '../src/text/pace.js';

/** Statements are shown by how well they compare, so passages that say less of the topic than this would come first. */
const HALF = 0.5;
/** The most statements that one answer compares. */
const MAX_STATEMENTS = 200;

const options = z.strictObject({
  topic: topicOption.optional(),
  speaker: speakerOption,
  picture: yesOrNo().default(true).register(shownOptions, {
    description: 'Whether a picture comes with it (it does unless you say false)',
  }),
  private: privateOption,
});

/** `/compare`: how each outlet words the same statements. */
export const compare = defineCommand({
  name: 'compare',
  description: 'How each outlet words the same statement, side by side',
  where: 'anywhere',
  options,

  async answer({ topic, speaker, picture }, { library, pace }): Promise<Reply> {
    const statements = await statementsOf(library);
    const refusal = refuseFilters({ speaker }, library);
    if (refusal) return refusal;
    if (topic === undefined) {
      const reported = statements.reportedIn(await passagesWith(library, { speaker }, pace));
      return compareAll(library, reported.filter(isCompared), speaker, picture, pace);
    }
    const found = await searchPassages(library, topic, { speaker }, { leastOfBest: HALF });
    if (found.best.length === 0) return nothingFound(library, topic, { speaker });
    const reported = statements.reportedIn(found.best.map(({ passage }) => passage));
    // What can be compared comes first; each group keeps the order of the search.
    const common = reported.filter(isCompared);
    const alone = reported.filter((statement) => !isCompared(statement));
    const message = `${count(reported.length, 'statement')}, ${common.length} in more than one ${tellerName(library)}, on: ${repeated(topic)}`;
    return comparison(
      library,
      [message, ...(await foundNotes(library, found))],
      [...common, ...alone],
      picture,
      pace,
    );
  },

  complete(option, typed, { library }) {
    return option === 'speaker' ? completeSpeaker(library, typed) : completeTopic(library, typed);
  },
});

async function compareAll(
  library: Library,
  common: readonly Statement[],
  speaker: string | undefined,
  picture: boolean,
  pace: Pace,
): Promise<Reply> {
  const by = speaker === undefined ? '' : ` by ${repeated(speaker)}`;
  if (common.length === 0) {
    const scope = count(library.documents.length, 'document');
    return say(
      'nothing',
      `No statement${by} is in more than one ${tellerName(library)}. Looked through ${scope}.`,
    );
  }
  const message = `${count(common.length, 'statement')}${by} in more than one ${tellerName(library)}`;
  return comparison(library, [message], common, picture, pace);
}

async function comparison(
  library: Library,
  message: readonly string[],
  statements: readonly Statement[],
  picture: boolean,
  pace: Pace,
): Promise<Reply> {
  const compared: Comparison[] = [];
  for (const statement of statements.slice(0, MAX_STATEMENTS)) {
    compared.push(await compareWordings(statement, library.engine));
    await pace();
  }
  const left = statements.length - compared.length;
  const lines = [
    ...message,
    figures(compared, tellerName(library)),
    ...(left > 0 ? [`Only the first ${MAX_STATEMENTS} are shown; a topic narrows them.`] : []),
  ];
  return {
    outcome: 'answered',
    message: lines.join('\n'),
    sections: compared.map((one) => statementSection(library, one, picture)),
    perPage: 1,
  };
}

/** Two documents of one outlet are one outlet; a document that states none stands for itself. */
function isCompared(statement: Statement): boolean {
  return new Set(statement.map(tellerOf)).size > 1;
}
