import { z } from 'zod';
import { dateText } from './date-text.js';
import { shownOptions } from './option.js';

/** The longest topic or question, in UTF-16 code units: a page of text, more than anybody asks in. */
export const MAX_TOPIC = 4000;
/** The longest quotation, in UTF-16 code units: two pages, more than anybody quotes at once. */
export const MAX_QUOTATION = 6000;
/** The longest name that is worth looking for, in UTF-16 code units. */
export const MAX_NAME = 100;

/** Text that a member typed: without the white space around it, and not empty. */
export function typedText(max: number): z.ZodString {
  return z
    .string({
      error: ({ input }) => (input === undefined ? 'is missing; write it after its name' : 'is not a text'),
    })
    .trim()
    .min(1, 'is empty; say what to look for')
    .max(max, `is longer than ${max} characters; shorten it`);
}

/** Yes or no, as a member says it. */
export function yesOrNo(): z.ZodBoolean {
  return z.boolean('is yes or no; write true or false');
}

/** The option `topic`. */
export const topicOption = typedText(MAX_TOPIC).register(shownOptions, {
  description: 'What it is to be about: a few words',
  suggests: true,
});

/** The option `outlet`. */
export const outletOption = typedText(MAX_NAME).optional().register(shownOptions, {
  description: 'Only from this outlet, or from the document with this id',
  suggests: true,
});

/** The option `speaker`. */
export const speakerOption = typedText(MAX_NAME).optional().register(shownOptions, {
  description: 'Only where this one is named as saying something',
  suggests: true,
});

/** The option `from`. */
export const fromOption = dateText().optional().register(shownOptions, {
  description: 'Only what was published on this day or later: YYYY-MM-DD',
});

/** The option `to`. */
export const toOption = dateText().optional().register(shownOptions, {
  description: 'Only what was published up to this day: YYYY-MM-DD',
});

/** The option `said`. */
export const saidOption = yesOrNo().optional().register(shownOptions, {
  description: 'Only where the words stand inside quotation marks',
});

/** The option `private`, of every command that shows passages. Surfaces act on it; an answer is the same either way. */
export const privateOption = yesOrNo().default(false).register(shownOptions, {
  description: 'Only you see the answer',
});
