import {
  ApplicationIntegrationType,
  InteractionContextType,
  type SlashCommandBooleanOption,
  type SlashCommandStringOption,
} from 'discord.js';
import { z } from 'zod';

/** The longest topic, in UTF-16 code units: what the longest Discord message can hold. */
export const MAX_TOPIC = 4000;
/** The longest quotation: what Discord lets an option be. */
export const MAX_QUOTATION = 6000;
/** The longest name of an outlet that is worth looking for. */
export const MAX_NAME = 100;

/** Text that a member typed: without the white space around it, and not empty. */
export function typedText(max: number): z.ZodType<string> {
  return z
    .string({
      error: ({ input }) => (input === undefined ? 'is missing; write it after its name' : 'is not a text'),
    })
    .trim()
    .min(1, 'is empty; say what to look for')
    .max(max, `is longer than ${max} characters; shorten it`);
}

/** The option `topic`, as Discord is told of it. */
export function topicOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('topic')
    .setDescription('What it is to be about: a few words')
    .setMaxLength(MAX_TOPIC)
    .setAutocomplete(true);
}

/** The option `outlet`, as Discord is told of it. */
export function outletOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('outlet')
    .setDescription('Only from this outlet, or from the document with this id')
    .setMaxLength(MAX_NAME)
    .setAutocomplete(true);
}

/** The option `private`, which every command that shows passages has. */
export function privateOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return option.setName('private').setDescription('Only you see the answer');
}

/** How `private` is checked. Surfaces act on it; an answer is the same either way. */
export const privateFlag = z.boolean('is yes or no; write true or false').default(false);

/** Where members may ask: in a server, in a direct message to the bot, and in one between members. */
export const ANYWHERE = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];

/** How the bot may have come there: installed in the server, or by the member alone. */
export const ANY_INSTALLATION = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
];
