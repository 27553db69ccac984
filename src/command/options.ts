import { z } from 'zod';
import { messages } from '../messages/index.js';
import { withoutChatMarkup } from '../text/chat-markup.js';
import { dateText } from './date-text.js';
import { shownOptions } from './option.js';

/** The longest topic or question, in UTF-16 code units: a page of text, more than anybody asks in. */
export const MAX_TOPIC = 4000;
/** The longest quotation, in UTF-16 code units: two pages, more than anybody quotes at once. */
export const MAX_QUOTATION = 6000;
/** The longest text whose quotations are checked, in UTF-16 code units: more than a message on Discord holds with its embeds and what it forwards. */
export const MAX_MESSAGE = 25_000;
/** The longest name that is worth looking for, in UTF-16 code units. */
export const MAX_NAME = 100;

/** Text that a member typed: without the white space around it, and not empty. */
export function typedText(max: number): z.ZodString {
  return trimmed(textOption(), max);
}

/** The same for what is looked for, which mentions and custom emoji are no part of. A quotation keeps them: a document may have them. */
export function searchedText(max: number): z.ZodString {
  return trimmed(textOption().overwrite(withoutChatMarkup), max);
}

/** Text as it was given. */
export function textOption(): z.ZodString {
  return z.string({
    error: ({ input }) => (input === undefined ? messages.values.required : messages.values.notText),
  });
}

function trimmed(text: z.ZodString, max: number): z.ZodString {
  return text.trim().min(1, messages.values.empty).max(max, messages.values.tooLong(max));
}

/** Yes or no, as a member says it. */
export function yesOrNo(): z.ZodBoolean {
  return z.boolean(messages.values.notYesOrNo);
}

/** The option `topic`. */
export const topicOption = searchedText(MAX_TOPIC).register(shownOptions, {
  description: messages.options.topic,
  suggests: true,
});

/** The option `outlet`. */
export const outletOption = searchedText(MAX_NAME).optional().register(shownOptions, {
  description: messages.options.outlet,
  suggests: true,
});

/** The option `speaker`. */
export const speakerOption = searchedText(MAX_NAME).optional().register(shownOptions, {
  description: messages.options.speaker,
  suggests: true,
});

/** The option `from`. */
export const fromOption = dateText().optional().register(shownOptions, {
  description: messages.options.from,
});

/** The option `to`. */
export const toOption = dateText().optional().register(shownOptions, {
  description: messages.options.to,
});

/** The option `said`. */
export const saidOption = yesOrNo().optional().register(shownOptions, {
  description: messages.options.said,
});

/** The option `private`, of every command that shows passages. Surfaces act on it; an answer is the same either way. */
export const privateOption = yesOrNo().default(false).register(shownOptions, {
  description: messages.options.private,
  forPeople: true,
});
