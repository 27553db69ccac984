import { SlashCommandBuilder } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeTopic } from '../src/command/complete.js';
import { nothingFound } from '../src/command/nothing-found.js';
import {
  ANY_INSTALLATION,
  ANYWHERE,
  MAX_TOPIC,
  privateFlag,
  privateOption,
  topicOption,
  typedText,
} from '../src/command/options.js';
import { foundNotes, searchPassages } from '../src/command/search-passages.js';
import { repeated } from '../src/command/word-notes.js';
import type { Corpus } from '../src/corpus/corpus.js';
import { cite, sourceLine } from '../src/reply/citation.js';
import { type Reply, type StatementSection, say } from '../src/reply/reply.js';
import { type Span, sharedWording } from '../src/statements/shared-wording.js';
import { type Statement, type Statements, statementsOf } from '../src/statements/statements.js';
import { count } from '../src/text/count.js';

/** Statements are shown by how well they compare, so passages that say less of the topic than this would come first. */
const HALF = 0.5;

const options = z.strictObject({ topic: typedText(MAX_TOPIC).optional(), private: privateFlag });

/** `/compare`: how each outlet words the same statements. */
export const compare = defineCommand<z.infer<typeof options>>({
  declaration: new SlashCommandBuilder()
    .setName('compare')
    .setDescription('How each outlet words the same statement, side by side')
    .addStringOption(topicOption)
    .addBooleanOption(privateOption)
    .setContexts(ANYWHERE)
    .setIntegrationTypes(ANY_INSTALLATION)
    .toJSON(),
  options,

  async answer({ topic }, { corpus }): Promise<Reply> {
    const statements = await statementsOf(corpus);
    return topic === undefined ? compareAll(corpus, statements) : compareOn(corpus, statements, topic);
  },

  complete(_option, typed, { corpus }) {
    return completeTopic(corpus, typed);
  },
});

function compareOn(corpus: Corpus, statements: Statements, topic: string): Reply {
  const found = searchPassages(corpus, topic, {}, { leastOfBest: HALF });
  if (found.best.length === 0) return nothingFound(corpus, topic);
  const reported = statements.reportedIn(found.best.map(({ passage }) => passage));
  // What can be compared comes first; each group keeps the order of the search.
  const common = reported.filter(isCompared);
  const alone = reported.filter((statement) => !isCompared(statement));
  const message = `${count(reported.length, 'statement')}, ${common.length} in more than one ${teller(corpus)}, on: ${repeated(topic)}`;
  return comparison(corpus, [message, ...foundNotes(corpus, found)].join('\n'), [...common, ...alone]);
}

function compareAll(corpus: Corpus, statements: Statements): Reply {
  const common = statements.reportedIn(corpus.passages).filter(isCompared);
  if (common.length === 0) {
    const scope = count(corpus.documents.length, 'document');
    return say('nothing', `No statement is in more than one ${teller(corpus)}. Looked through ${scope}.`);
  }
  const message = `${count(common.length, 'statement')} in more than one ${teller(corpus)}`;
  return comparison(corpus, message, common);
}

function comparison(corpus: Corpus, message: string, statements: readonly Statement[]): Reply {
  const sections = statements.map((statement) => section(corpus, statement));
  return { outcome: 'answered', message, sections, perPage: 1 };
}

/** What tells a statement: an outlet, or a document where some state none. */
function teller(corpus: Corpus): string {
  return corpus.documents.every(({ source }) => source.outlet !== undefined) ? 'outlet' : 'document';
}

/** Two documents of one outlet are one outlet; a document that states none stands for itself. */
function outletsOf(statement: Statement): Set<string> {
  return new Set(statement.map(({ document }) => document.source.outlet ?? document.id));
}

function isCompared(statement: Statement): boolean {
  return outletsOf(statement).size > 1;
}

function section(corpus: Corpus, statement: Statement): StatementSection {
  const excerpts = statement.map((passage) => passage.excerpt);
  const { marks, runs } = sharedWording(excerpts.map(({ text }) => text));
  const inDocument = (span: Span, at: number) => {
    const from = excerpts[at]?.start ?? 0;
    return { start: from + span.start, end: from + span.end };
  };
  const shared = runs.map((run) => run.map((span, at) => span && inDocument(span, at)));
  const quoted = excerpts.map((excerpt, at) => ({
    excerpt,
    marks: marks[at]?.map((mark) => inDocument(mark, at)) ?? [],
  }));
  return { kind: 'statement', heading: heading(corpus, statement), quoted, shared };
}

function heading(corpus: Corpus, statement: Statement): string {
  const [first] = statement;
  if (first && !isCompared(statement)) return `Only in: ${sourceLine(cite(first.excerpt))}`;
  return `In ${statement.length} of ${count(corpus.documents.length, 'document')}`;
}
