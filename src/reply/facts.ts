import { z } from 'zod';
import { authorSchema } from '../corpus/source.js';

const files = z.array(z.string());
const amount = z.int().min(0);

/** What facts say, as fields for programs. A `null` is what a source does not state. */
export const factsSchema = z
  .strictObject({
    outlet: z.string().nullable().meta({ description: 'Of /source: what is stated of the document' }),
    title: z.string().nullable(),
    author: z.string().nullable(),
    authors: z
      .array(authorSchema)
      .meta({ description: 'Of /source: the authors by name, where they are stated so' }),
    published: z.string().nullable().meta({ description: 'A day, a month, a year, or a time' }),
    retrieved: z.string().nullable().meta({ description: 'When the document was retrieved: a day' }),
    licence: z.string().nullable(),
    url: z.string().nullable().meta({ description: 'The address of a document' }),
    link: z.string().nullable().meta({ description: 'The address of the very words of a passage' }),
    language: z.string().nullable(),
    encoding: z.string().meta({ description: 'Of the file, where one is stated' }),
    file: z.string().meta({ description: 'The path inside the folder of the documents' }),
    firstLine: amount.meta({ description: 'The lines of the file that have the passage, counted from 1' }),
    lastLine: amount,
    start: amount.meta({ description: 'Offsets in the text of the file, in UTF-16 code units' }),
    end: amount,
    sha256: z.string().meta({ description: 'Of the file, as 64 hexadecimal digits' }),
    textFile: z.string().nullable().meta({
      description: 'Where the file is no text: the path of what was taken out of it, which is quoted',
    }),
    textSha256: z.string().meta({ description: 'Of that text, as 64 hexadecimal digits' }),
    extractor: z.string().meta({ description: 'What took it out, and in which version' }),
    extractorVersion: z.string(),
    checkFile: z.string().meta({ description: 'A command for a shell that prints this SHA-256' }),
    checkText: z.string().meta({ description: 'A command for a shell that prints these lines' }),
    added: files.meta({ description: 'Of /corpus reload: the files that it found new' }),
    changed: files,
    removed: files,
    tookMs: amount.meta({ description: 'How long the reload took, in milliseconds' }),
    keptAs: z.string().meta({
      description:
        'Of /corpus remove, add and edit: where in the folder what was removed or replaced is kept',
    }),
    documents: amount.meta({ description: 'Of /corpus: how many are loaded' }),
    passages: amount,
    revision: z.string().meta({ description: 'Of the corpus' }),
    warnings: amount.meta({ description: 'How many warnings of the documents there are' }),
    loadedAt: z.iso.datetime(),
    loadedBy: z.string(),
    memoryBytes: amount.meta({ description: 'Of the process, resident' }),
    heapBytes: amount.meta({ description: 'In use by the heap, of memoryBytes' }),
    uptimeSeconds: amount,
    process: amount.meta({ description: 'Of several processes the one that answers, counted from 1' }),
    shards: z.string().meta({ description: 'Its shards, such as 0-15/64' }),
    processes: z
      .array(
        z.strictObject({
          process: amount,
          state: z.enum(['serving', 'reloaded', 'faulty', 'broken', 'down', 'silent']),
          revision: z.string().nullable(),
        }),
      )
      .meta({
        description:
          'All processes on this machine, with what became of a reload, and the revision that each serves, as far as it said so',
      }),
    shardsElsewhere: z
      .array(z.string())
      .meta({ description: 'Shards that other machines serve, which are out of reach' }),
  })
  .partial();

/** Facts as fields for programs. */
export type Facts = z.infer<typeof factsSchema>;

/** A thing to know: as a line for people, and as fields for programs. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly data: Facts;
  /** A time of which `value` has the ISO form, for surfaces that show times by the reader's clock. */
  readonly at?: Date;
  /** The beginning of `value` that people tell it by, for surfaces with little room. */
  readonly brief?: string;
  /** The address that `value` is, for surfaces on which it can be followed. */
  readonly address?: string;
}

/** As many characters of a revision as tell it from others, and as buttons and notices name it by. */
export const BRIEF_REVISION = 8;
