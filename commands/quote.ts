import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeOutlet, completeSpeaker, completeTopic } from '../src/command/complete.js';
import { filterNotes } from '../src/command/filter-notes.js';
import { nothingFound } from '../src/command/nothing-found.js';
import {
  fromOption,
  outletOption,
  privateOption,
  saidOption,
  speakerOption,
  toOption,
  topicOption,
} from '../src/command/options.js';
import { refuseFilters } from '../src/command/refuse-filters.js';
import { describeFound, foundNotes, searchPassages } from '../src/command/search-passages.js';
import { messages } from '../src/messages/index.js';
import type { Reply } from '../src/reply/reply.js';

/** How many passages are read at one sight. */
const PER_PAGE = 3;

const options = z.strictObject({
  topic: topicOption,
  outlet: outletOption,
  from: fromOption,
  to: toOption,
  said: saidOption,
  speaker: speakerOption,
  private: privateOption,
});

/** `/quote`: the passages that say most on a topic, word for word. */
export const quote = defineCommand({
  name: 'quote',
  description: messages.commands.quote.description,
  where: 'anywhere',
  options,

  async answer({ topic, ...filters }, { library }): Promise<Reply> {
    const refusal = await refuseFilters(filters, library);
    if (refusal) return refusal;
    const found = await searchPassages(library, topic, filters);
    if (found.best.length === 0) return nothingFound(library, topic, filters);
    const message = [
      describeFound(found, topic),
      ...(await filterNotes(library, filters)),
      ...(await foundNotes(library, found)),
    ];
    return {
      outcome: 'answered',
      message: message.join('\n'),
      sections: found.best.map(({ passage, score }) => ({
        kind: 'passage',
        quoted: { excerpt: passage.excerpt, score },
      })),
      perPage: PER_PAGE,
    };
  },

  complete(option, typed, context) {
    if (option === 'outlet') return completeOutlet(context, typed);
    if (option === 'speaker') return completeSpeaker(context, typed);
    return completeTopic(context, typed);
  },
});
