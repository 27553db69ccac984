import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeOutlet, completeSpeaker } from '../src/command/complete.js';
import { nothingFound } from '../src/command/nothing-found.js';
import { shownOptions } from '../src/command/option.js';
import { MAX_TOPIC, outletOption, privateOption, speakerOption, typedText } from '../src/command/options.js';
import { refuseFilters } from '../src/command/refuse-filters.js';
import { type FoundPassage, foundNotes, searchPassages } from '../src/command/search-passages.js';
import { repeated } from '../src/command/word-notes.js';
import type { Reply, Section } from '../src/reply/reply.js';
import { count } from '../src/text/count.js';
import { shifted } from '../src/text/span.js';

/** As many passages as anybody wants to read for an answer. */
const MAX_ANSWERS = 3;

const options = z.strictObject({
  question: typedText(MAX_TOPIC).register(shownOptions, {
    description: 'What you want to know, in plain words',
  }),
  outlet: outletOption,
  speaker: speakerOption,
  private: privateOption,
});

/** `/ask`: the passages that answer a question, word for word, the sentence that does marked. */
export const ask = defineCommand({
  name: 'ask',
  description: 'The passage that answers a question, word for word, or that none does',
  where: 'anywhere',
  options,

  async answer({ question, ...filters }, { library }): Promise<Reply> {
    const refusal = refuseFilters(filters, library);
    if (refusal) return refusal;
    const found = await searchPassages(library, question, filters, { aim: 'answer' });
    if (found.best.length === 0) {
      const headline = `The documents do not answer that: ${repeated(question)}`;
      return nothingFound(library, question, filters, headline);
    }
    const answers = onePerOutletFirst(found.best);
    const headline = `${count(answers.length, 'passage')}, what answers marked: ${repeated(question)}`;
    return {
      outcome: 'answered',
      message: [headline, ...(await foundNotes(library, found))].join('\n'),
      sections: answers.map(section),
      perPage: MAX_ANSWERS,
    };
  },

  complete(option, typed, { library }) {
    if (option === 'speaker') return completeSpeaker(library, typed);
    return option === 'outlet' ? completeOutlet(library, typed) : [];
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
