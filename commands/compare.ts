import { z } from 'zod';
import { askedStatements } from '../src/command/asked-statements.js';
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
import { type Answering, isCompared, type Reported, reportedIn } from '../src/compare/reported.js';
import { messages } from '../src/messages/index.js';
import { type Reply, say } from '../src/reply/reply.js';
import { createPace, inTime } from '../src/text/pace.js';

/** Statements are shown by how well they compare, so passages that say less of the topic than this would come first. */
const HALF = 0.5;
/** So many passages are read in half a second, and so all statements in them are counted before the first is shown. */
const COUNTED_AT_ONCE = 1_500;
/** What one outlet alone says comes before what can be compared only where it answers a third better. */
const ALONE = 0.75;
/** How long is looked for the statements that are shown, in milliseconds of computing; what is left goes on in the background. */
const LOOKING_MS = 1_500;
/** How many statements are put in order before the first is shown, and how long is looked for them, in milliseconds. */
const FIRST_FOUND = 200;
const ARRANGED_MS = 500;
const FIRST: Window = { from: 0 };

const options = z.strictObject({
  topic: topicOption.optional(),
  speaker: speakerOption,
  picture: yesOrNo().default(true).register(shownOptions, {
    description: messages.options.picture,
    forPeople: true,
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
    const refusal = await refuseFilters({ speaker }, library);
    if (refusal) return refusal;
    return topic === undefined
      ? compareAll(context, speaker, picture)
      : compareOn(context, topic, speaker, picture);
  },

  complete(option, typed, context) {
    return option === 'speaker' ? completeSpeaker(context, typed) : completeTopic(context, typed);
  },
});

/** What the passages on a topic report: what answers it best comes first. None of the passages is left out unsaid. */
async function compareOn(
  context: CallContext,
  topic: string,
  speaker: string | undefined,
  picture: boolean,
): Promise<Reply> {
  const { library } = context;
  const all = { leastOfBest: HALF, most: Number.POSITIVE_INFINITY };
  const found = await searchPassages(library, topic, { speaker }, all);
  if (found.best.length === 0) return nothingFound(library, topic, { speaker });
  const passages = found.best.map(({ passage }) => passage);
  const asked = await askedStatements(library, found.read, passages);
  const { reported, left } = await reportedIn(library.stories, asked);
  const common = reported.filter(isCompared);
  const worth = (one: Answering) => (found.best[one.asked]?.score ?? 0) * (isCompared(one) ? 1 : ALONE);
  const ordered = reported.toSorted((a, b) => worth(b) - worth(a) || a.asked - b.asked);
  const message = messages.compare.onTopic(
    reported.length,
    common.length,
    reported.every(({ isCrowded }) => !isCrowded),
    tellerName(library),
    repeated(topic),
  );
  const unread = left === 0 ? [] : [messages.compare.unread(left, found.best.length)];
  const more = found.complete ? [] : [messages.compare.notAll(found.best.length)];
  const lines = [message, ...(await foundNotes(library, found)), ...more, ...unread];
  return comparison(context, lines, { found: ordered, isCounted: true }, picture);
}

/**
 * What more than one outlet reports: what they word differently first, then what most of them report; of a corpus that
 * is large, as far as there is time, and then story by story. Only as much is found as is shown, and the next.
 */
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
  else await inTime(common.upTo(FIRST_FOUND, createPace({ budget: ARRANGED_MS })));
  common.arrange();
  await inTime(common.upTo(shown + 1, createPace({ budget: LOOKING_MS })));
  common.countOn();
  const [teller, by] = [tellerName(library), speaker && repeated(speaker)];
  if (common.found.length === 0) {
    if (!common.isCounted) return say('nothing', messages.compare.noneYet(teller, common.looked, by));
    const { none: nowhere, noneCompared } = messages.compare;
    const none = [
      (common.isCrowded ? noneCompared : nowhere)(teller, by),
      messages.search.searched(library.engine.size.documents),
    ];
    return say('nothing', none.join(' '));
  }
  const counted = common.isCounted && !common.isCrowded ? messages.compare.exactly : messages.compare.atLeast;
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
  const shown: [Reported, Comparison][] = [];
  let excerpts = 0;
  for (const one of found.slice(from)) {
    const { statement, stretches, isCrowded } = one;
    shown.push([one, await compareWordings(statement, library.engine, stretches, isCrowded)]);
    excerpts += one.statement.length;
    if (excerpts >= (window.excerpts ?? 1)) break;
    await pace();
  }
  const isCut = shown.some(([one]) => one.isCut);
  const lines = [...message, figures(shown, tellerName(library)), ...(isCut ? [messages.compare.isCut] : [])];
  return {
    outcome: 'answered',
    message: lines.join('\n'),
    sections: shown.map(([one, comparison]) => statementSection(library, one, comparison, picture)),
    part: { from, of: found.length, isCounted },
    perPage: 1,
  };
}
