import { z } from 'zod';
import { messages } from '../messages/index.js';
import { tagNamed } from './language-names.js';

const MAX_LENGTH = 500;
/** The longest address, in UTF-16 code units: site maps, which list pages to be found, take fewer than 2,048. */
export const MAX_URL = 2000;
const text = z
  .string(messages.seeds.notText)
  .trim()
  .max(MAX_LENGTH, messages.seeds.tooLong(MAX_LENGTH))
  .refine((value) => !/\p{Cc}/u.test(value), messages.seeds.hasControl);

/** A field that may be left out, or left empty, which states as little. */
function optional<T extends z.ZodType>(field: T) {
  return z.preprocess((value) => (value === '' ? undefined : value), field.optional()).optional();
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** What `sources.json` may state of a file. Each message is "what is wrong; what to do". */
export const sourceSchema = z.strictObject(
  {
    outlet: optional(text),
    title: optional(text),
    author: optional(text),
    published: optional(z.union([z.iso.date(), z.iso.datetime({ offset: true })], messages.seeds.notDate)),
    url: optional(
      z
        .url({
          protocol: /^https?$/,
          error: messages.seeds.notAddress,
        })
        .max(MAX_URL, messages.seeds.tooLong(MAX_URL)),
    ),
    language: optional(
      z
        .string(messages.seeds.notText)
        .refine(isLanguage, { error: ({ input }) => messages.seeds.notLanguage(tagNamed(String(input))) }),
    ),
  },
  messages.seeds.notFields,
);

/** What is stated of a document. A field that is not stated is absent, and stays so. */
export type Source = z.infer<typeof sourceSchema>;

/** The fields that a source may state. */
export const SOURCE_FIELDS = Object.keys(sourceSchema.shape);
