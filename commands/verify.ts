import { SlashCommandBuilder } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '../src/command/command.js';
import {
  ANY_INSTALLATION,
  ANYWHERE,
  MAX_QUOTATION,
  privateFlag,
  privateOption,
  typedText,
} from '../src/command/options.js';
import { verdictReply } from '../src/command/verdict-reply.js';

const options = z.strictObject({ quote: typedText(MAX_QUOTATION), private: privateFlag });

/** `/verify`: whether the documents have a quotation, word for word. */
export const verify = defineCommand<z.infer<typeof options>>({
  declaration: new SlashCommandBuilder()
    .setName('verify')
    .setDescription('Whether the documents have a quotation, word for word')
    .addStringOption((option) =>
      option
        .setName('quote')
        .setDescription('What somebody claims was said')
        .setMaxLength(MAX_QUOTATION)
        .setRequired(true),
    )
    .addBooleanOption(privateOption)
    .setContexts(ANYWHERE)
    .setIntegrationTypes(ANY_INSTALLATION)
    .toJSON(),
  options,
  answer: ({ quote }, { corpus }) => verdictReply(corpus, [quote]),
});
