import { z } from 'zod';
import { type CallContext, defineCommand, type Window } from '../src/command/command.js';
import { completeSpeaker, completeTopic } from '../src/command/complete.js';
import { nothingFound } from '../src/command/nothing-found.js';
import { shownOptions } from '../src/command/option.js';
import { privateOption, speakerOption, topicOption, yesOrNo } from '../src/command/options.js';
import { refuseFilters } from '../src/command/refuse-filters.js';
import { foundNotes, searchPassages } from '../src/command/search-passages.js';
import { figures, statementSection, tellerName } from '../src/command/statement-section.js';
import { repeated } from '../src/command/word-notes.js';
import type { CommonStatements } from '../src/compare/common-statements.js';
import { type Comparison, compareWordings } from '../src/compare/comparison.js';
import { isCompared, type Reported, reportedIn } from '../src/compare/reported.js';
import { messages } from '../src/messages/index.js';
import { type Reply, say } from '../src/reply/reply.js';
import { createPace, inTime } from '../src/text/pace.js';

/** Statements are shown by how well they compare, so passages that say less of the topic than this would come first. */
const HALF = 0.5;
/** So many passages are read in half a second, and so all statements in them are counted before the first is shown. */
const COUNTED_AT_ONCE = 1_500;
/** How long is looked for the statements that are shown, in milliseconds of computing; what is left goes on in the background. */
const LOOKING_MS = 1_500;
const FIRST: Window = { from: 0 };

const options = z.strictObject({
  topic: topicOption.optional(),
  speaker: speakerOption,
  picture: yesOrNo().default(true).register(shownOptions, {
    description: messages.options.picture,
  }),
  private: privateOption,
});

/** `/compare`: how each outlet words the same statements. */
export const compare = defineCommand({
  name: 'compare',
  description: messages.commands.compare.description,
  where: 'anywhere',
  options,

  async answer({ topic, speaker, picture }, context): Promise<Reply> {
    const { library } = context;
    const refusal = refuseFilters({ speaker }, library);
    if (refusal) return refusal;
    return topic === undefined
      ? compareAll(context, speaker, picture)
      : compareOn(context, topic, speaker, picture);
  },

  complete(option, typed, context) {
    return option === 'speaker' ? completeSpeaker(context, typed) : completeTopic(context, typed);
  },
});

/** What the passages on a topic report: what can be compared comes first, each group in the order of the search. */
async function compareOn(
  context: CallContext,
  topic: string,
  speaker: string | undefined,
  picture: boolean,
): Promise<Reply> {
  const { library } = context;
  const found = await searchPassages(library, topic, { speaker }, { leastOfBest: HALF });
  if (found.best.length === 0) return nothingFound(library, topic, { speaker });
  const passages = found.best.map(({ passage }) => passage);
  const { reported, left } = await reportedIn(library.stories, passages);
  const common = reported.filter(isCompared);
  const alone = reported.filter((one) => !isCompared(one));
  const message = messages.compare.onTopic(
    reported.length,
    common.length,
    tellerName(library),
    repeated(topic),
  );
  const unread = left === 0 ? [] : [messages.compare.unread(left, passages.length)];
  const lines = [message, ...(await foundNotes(library, found)), ...unread];
  return comparison(context, lines, { found: [...common, ...alone], isCounted: true }, picture);
}

/** What more than one outlet reports, in the order of the corpus. Only as much is found as is shown, and the next. */
async function compareAll(
  context: CallContext,
  speaker: string | undefined,
  picture: boolean,
): Promise<Reply> {
  const { library, window = FIRST } = context;
  const common = speaker === undefined ? library.common : library.commonBy(speaker);
  const few = library.engine.size.passages <= COUNTED_AT_ONCE;
  // A statement that several report has two excerpts at least.
  const shown = window.from + Math.ceil((window.excerpts ?? 1) / 2);
  if (few) await common.upTo(Number.POSITIVE_INFINITY, createPace());
  else await inTime(common.upTo(shown + 1, createPace({ budget: LOOKING_MS })));
  common.countOn();
  const [teller, by] = [tellerName(library), speaker && repeated(speaker)];
  if (common.found.length === 0) {
    if (!common.isCounted) return say('nothing', messages.compare.noneYet(teller, common.looked, by));
    const none = [messages.compare.none(teller, by), messages.search.searched(library.documents.length)];
    return say('nothing', none.join(' '));
  }
  const counted = common.isCounted ? messages.compare.exactly : messages.compare.atLeast;
  const message = counted(common.found.length, teller, by);
  return comparison(context, [message], common, picture);
}

/** The statements that are about to be shown, compared. */
async function comparison(
  { library, window = FIRST }: CallContext,
  message: readonly string[],
  { found, isCounted }: Pick<CommonStatements, 'found' | 'isCounted'>,
  picture: boolean,
): Promise<Reply> {
  // The pace of the call counts what finding took as its own; fifty excerpts bound this.
  const pace = createPace();
  const from = Math.min(window.from, found.length - 1);
  const shown: Reported[] = [];
  const compared: Comparison[] = [];
  let excerpts = 0;
  for (const one of found.slice(from)) {
    shown.push(one);
    compared.push(await compareWordings(one.statement, library.engine));
    excerpts += one.statement.length;
    if (excerpts >= (window.excerpts ?? 1)) break;
    await pace();
  }
  const isCut = shown.some((one) => one.isCut);
  const lines = [
    ...message,
    figures(compared, tellerName(library)),
    ...(isCut ? [messages.compare.isCut] : []),
  ];
  return {
    outcome: 'answered',
    message: lines.join('\n'),
    sections: compared.map((one) => statementSection(library, one, picture)),
    part: { from, of: found.length, isCounted },
    perPage: 1,
  };
}
