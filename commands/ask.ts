import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeOutlet, completeSpeaker } from '../src/command/complete.js';
import { nothingFound } from '../src/command/nothing-found.js';
import { shownOptions } from '../src/command/option.js';
import {
  MAX_TOPIC,
  outletOption,
  privateOption,
  searchedText,
  speakerOption,
} from '../src/command/options.js';
import { refuseFilters } from '../src/command/refuse-filters.js';
import { type FoundPassage, foundNotes, searchPassages } from '../src/command/search-passages.js';
import { repeated } from '../src/command/word-notes.js';
import { messages } from '../src/messages/index.js';
import type { Reply, Section } from '../src/reply/reply.js';
import { shifted } from '../src/text/span.js';

/** As many passages as anybody wants to read for an answer. */
const MAX_ANSWERS = 3;

const options = z.strictObject({
  question: searchedText(MAX_TOPIC).register(shownOptions, {
    description: messages.options.question,
  }),
  outlet: outletOption,
  speaker: speakerOption,
  private: privateOption,
});

/** `/ask`: the passages that answer a question, word for word, the sentence that does marked. */
export const ask = defineCommand({
  name: 'ask',
  description: messages.commands.ask.description,
  where: 'anywhere',
  options,

  async answer({ question, ...filters }, { library }): Promise<Reply> {
    const refusal = refuseFilters(filters, library);
    if (refusal) return refusal;
    const found = await searchPassages(library, question, filters, { aim: 'answer' });
    if (found.best.length === 0) {
      const headline = messages.search.noAnswer(repeated(question));
      return nothingFound(library, question, filters, headline);
    }
    const answers = onePerOutletFirst(found.best);
    const headline = messages.search.answers(answers.length, repeated(question));
    return {
      outcome: 'answered',
      message: [headline, ...(await foundNotes(library, found))].join('\n'),
      sections: answers.map(section),
      perPage: MAX_ANSWERS,
    };
  },

  complete(option, typed, context) {
    if (option === 'speaker') return completeSpeaker(context, typed);
    return option === 'outlet' ? completeOutlet(context, typed) : [];
  },
});

/** The best answer of each outlet before the second of any; a document that states none stands for itself. */
function onePerOutletFirst(found: readonly FoundPassage[]): FoundPassage[] {
  const heard = new Set<string>();
  const isFirst = ({ passage: { document } }: FoundPassage) => {
    if (heard.has(document.teller)) return false;
    heard.add(document.teller);
    return true;
  };
  const firsts = found.filter(isFirst);
  return [...firsts, ...found.filter((one) => !firsts.includes(one))].slice(0, MAX_ANSWERS);
}

function section({ passage: { excerpt }, sentence, score }: FoundPassage): Section {
  const marks = sentence && [shifted(sentence, excerpt.start)];
  return { kind: 'passage', quoted: { excerpt, score, ...(marks && { marks }) } };
}
