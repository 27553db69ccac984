import { SlashCommandBuilder } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import { completeOutlet, completeSpeaker, completeTopic } from '../src/command/complete.js';
import {
  dateOption,
  dateText,
  filterNotes,
  refuseFilters,
  saidOption,
  speakerOption,
} from '../src/command/filters.js';
import { nothingFound } from '../src/command/nothing-found.js';
import {
  ANY_INSTALLATION,
  ANYWHERE,
  MAX_NAME,
  MAX_TOPIC,
  outletOption,
  privateFlag,
  privateOption,
  topicOption,
  typedText,
} from '../src/command/options.js';
import { describeFound, foundNotes, searchPassages } from '../src/command/search-passages.js';
import { repeated } from '../src/command/word-notes.js';
import type { Reply } from '../src/reply/reply.js';

/** How many passages are read at one sight. */
const PER_PAGE = 3;

const options = z.strictObject({
  topic: typedText(MAX_TOPIC),
  outlet: typedText(MAX_NAME).optional(),
  from: dateText.optional(),
  to: dateText.optional(),
  said: z.boolean('is yes or no; write true or false').optional(),
  speaker: typedText(MAX_NAME).optional(),
  private: privateFlag,
});

/** `/quote`: the passages that say most on a topic, word for word. */
export const quote = defineCommand<z.infer<typeof options>>({
  declaration: new SlashCommandBuilder()
    .setName('quote')
    .setDescription('The passages on a topic, word for word, each with its source')
    .addStringOption((option) => topicOption(option).setRequired(true))
    .addStringOption(outletOption)
    .addStringOption(dateOption('from'))
    .addStringOption(dateOption('to'))
    .addBooleanOption(saidOption)
    .addStringOption(speakerOption)
    .addBooleanOption(privateOption)
    .setContexts(ANYWHERE)
    .setIntegrationTypes(ANY_INSTALLATION)
    .toJSON(),
  options,

  async answer({ topic, ...filters }, { library }): Promise<Reply> {
    const refusal = refuseFilters(filters, library);
    if (refusal) return refusal;
    const found = await searchPassages(library, topic, filters);
    if (found.best.length === 0) return nothingFound(library, topic, filters);
    const message = [
      `${describeFound(found)} on: ${repeated(topic)}`,
      ...filterNotes(library, filters),
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

  complete(option, typed, { library, given }) {
    if (option === 'outlet') return completeOutlet(library, typed);
    if (option === 'speaker') return completeSpeaker(library, typed);
    return completeTopic(library, typed, given.outlet === undefined ? undefined : String(given.outlet));
  },
});
