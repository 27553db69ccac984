import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeOutlet, completeSpeaker } from '../src/command/complete.js';
import { noAnswer } from '../src/command/no-answer.js';
import { shownOptions } from '../src/command/option.js';
import {
  MAX_TOPIC,
  outletOption,
  privateOption,
  searchedText,
  speakerOption,
  yesOrNo,
} from '../src/command/options.js';
import { refuseFilters } from '../src/command/refuse-filters.js';
import { foundNotes, searchPassages } from '../src/command/search-passages.js';
import { repeated } from '../src/command/word-notes.js';
import { messages } from '../src/messages/index.js';
import type { Reply, Section } from '../src/reply/reply.js';
import type { Hit } from '../src/search/search.js';
import { shifted } from '../src/text/span.js';

/** As many passages as anybody wants to read for an answer. */
const MAX_ANSWERS = 3;

const options = z.strictObject({
  question: searchedText(MAX_TOPIC).register(shownOptions, {
    description: messages.options.question,
  }),
  outlet: outletOption,
  speaker: speakerOption,
  nearest: yesOrNo().default(false).register(shownOptions, { description: messages.options.nearest }),
  private: privateOption,
});

/** `/ask`: the passages that answer a question, word for word, the sentence that does marked. */
export const ask = defineCommand({
  name: 'ask',
  description: messages.commands.ask.description,
  where: 'anywhere',
  options,

  async answer({ question, nearest, ...filters }, { library }): Promise<Reply> {
    const refusal = await refuseFilters(filters, library);
    if (refusal) return refusal;
    const found = await searchPassages(library, question, filters, { aim: 'answer' });
    if (found.best.length === 0) return noAnswer(library, found, { question, filters, nearest });
    const answers = onePerOutletFirst(found.best);
    const headline = messages.search.answers(answers.length, repeated(question));
    return {
      outcome: 'answered',
      message: [headline, ...(await foundNotes(library, found, 'answer'))].join('\n'),
      sections: answers.map((answer) => section(answer, found.speaker)),
      perPage: MAX_ANSWERS,
    };
  },

  complete(option, typed, context) {
    if (option === 'speaker') return completeSpeaker(context, typed);
    return option === 'outlet' ? completeOutlet(context, typed) : [];
  },
});

/** The best answer of each outlet before the second of any; a document that states none stands for itself. */
function onePerOutletFirst(found: readonly Hit[]): Hit[] {
  const heard = new Set<string>();
  const isFirst = ({ passage: { document } }: Hit) => {
    if (heard.has(document.teller)) return false;
    heard.add(document.teller);
    return true;
  };
  const firsts = found.filter(isFirst);
  return [...firsts, ...found.filter((one) => !firsts.includes(one))].slice(0, MAX_ANSWERS);
}

/** An answer with its sentence marked; where “he” or “she” is taken for the one who was asked about, it is said. */
function section(
  { passage: { excerpt }, sentence, score, speaks }: Hit,
  speaker: string | undefined,
): Section {
  const marks = sentence && [shifted(sentence, excerpt.start)];
  const note =
    speaks === 'pronoun' && speaker !== undefined ? messages.search.pronoun(repeated(speaker)) : undefined;
  return { kind: 'passage', quoted: { excerpt, score, ...(marks && { marks }), ...(note && { note }) } };
}
