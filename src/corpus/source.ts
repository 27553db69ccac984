import { z } from 'zod';
import { messages } from '../messages/index.js';
import { isEncoding } from './forms/encodings.js';
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

/** Who wrote a document: a person by name, or whatever else is stated, such as an agency, as it is. */
export const authorSchema = z.union(
  [z.strictObject({ family: text.min(1), given: optional(text) }), z.strictObject({ name: text.min(1) })],
  messages.sources.notAuthor,
);

/** So many authors are more than any style of citation tells apart: APA prints twenty. */
const MAX_AUTHORS = 100;

/** A day, a month or a year, or a time with its offset from UTC. */
const moment = z.union(
  [z.iso.date(), z.iso.datetime({ offset: true }), z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/)],
  messages.sources.notDate,
);

/** What `sources.json` or a document's front matter may state. Each message is "what is wrong; what to do". */
export const sourceSchema = z
  .strictObject(
    {
      outlet: optional(text),
      title: optional(text),
      author: optional(text),
      authors: optional(
        z
          .array(authorSchema, messages.sources.notAuthors)
          .min(1, messages.sources.notAuthors)
          .max(MAX_AUTHORS, messages.sources.tooManyAuthors(MAX_AUTHORS)),
      ),
      published: optional(moment),
      retrieved: optional(z.iso.date(messages.seeds.notDate)),
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
      licence: optional(text),
      /** In which the file's characters are written, where that is not UTF-8. */
      encoding: optional(
        z.string(messages.seeds.notText).trim().refine(isEncoding, messages.seeds.notEncoding),
      ),
    },
    messages.seeds.notFields,
  )
  .refine(({ author, authors }) => author === undefined || authors === undefined, {
    path: ['author'],
    error: messages.sources.bothAuthors,
  });

/** What is stated of a document. A field that is not stated is absent, and stays so. */
export type Source = z.infer<typeof sourceSchema>;

/** One of the authors of a document. */
export type Author = z.infer<typeof authorSchema>;

/** The fields that a source may state. */
export const SOURCE_FIELDS = Object.keys(sourceSchema.shape);
