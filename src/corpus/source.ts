import { z } from 'zod';

const MAX_LENGTH = 500;
/** The longest address, in UTF-16 code units: site maps, which list pages to be found, take fewer than 2,048. */
export const MAX_URL = 2000;
const text = z
  .string('is not a text; write it in quotation marks')
  .trim()
  .max(MAX_LENGTH, `is longer than ${MAX_LENGTH} characters; shorten it`)
  .refine((value) => !/\p{Cc}/u.test(value), 'has a line break or control character; take it out');

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
    published: optional(
      z.union(
        [z.iso.date(), z.iso.datetime({ offset: true })],
        'is not a date of the calendar; write it as YYYY-MM-DD',
      ),
    ),
    url: optional(
      z
        .url({
          protocol: /^https?$/,
          error: 'is not an address; write one that begins with http:// or https://',
        })
        .max(MAX_URL, `is longer than ${MAX_URL} characters; shorten it`),
    ),
    language: optional(
      z
        .string('is not a text; write it in quotation marks')
        .refine(isLanguage, 'is not a language tag; write one such as "en" or "pt-BR"'),
    ),
  },
  'is not an object; write the fields of the file between { and }',
);

/** What is stated of a document. A field that is not stated is absent, and stays so. */
export type Source = z.infer<typeof sourceSchema>;

/** The fields that a source may state. */
export const SOURCE_FIELDS = Object.keys(sourceSchema.shape);
