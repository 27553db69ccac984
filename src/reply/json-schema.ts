import { z } from 'zod';
import type { Verdict } from '../verify/verdict.js';
import { CITATION_FORMATS } from './citation-formats.js';
import { DIFFERENCE_KINDS } from './difference-kinds.js';
import { factsSchema } from './facts.js';
import type { Outcome, ShownQuotation, VerdictSection } from './reply.js';

/** The words of a type, none of which can be missing or too many. */
function everyWord<Word extends string>(all: Readonly<Record<Word, true>>): Word[] {
  return Object.keys(all) as Word[];
}

const outcome = z.enum(
  everyWord<Outcome>({ answered: true, nothing: true, invalid: true, forbidden: true, failed: true }),
);

const verdictWord = z.enum(
  everyWord<Verdict['kind'] | VerdictSection['verdict']>({
    exact: true,
    typographic: true,
    elided: true,
    'in-parts': true,
    joined: true,
    altered: true,
    absent: true,
    'too-short': true,
    unchecked: true,
  }),
);

const quotationKind = z.enum(
  everyWord<ShownQuotation['kind']>({
    identical: true,
    part: true,
    different: true,
    alone: true,
    uncompared: true,
  }),
);

/** Two of a kind. */
function pair<Item extends z.ZodType>(item: Item): z.ZodTuple<[Item, Item], null> {
  return z.tuple([item, item]);
}

const offset = z.int().min(0);
const span = pair(offset).meta({
  id: 'span',
  description: 'Where a stretch of a text begins and ends, in UTF-16 code units',
});

const stretch = z
  .strictObject({ document: z.string(), start: offset, end: offset, text: z.string() })
  .meta({ id: 'stretch', description: 'Words of a document: its text from start to end' });

const excerpt = z
  .strictObject({
    document: z.string().meta({ description: 'The id of the document' }),
    file: z.string().meta({ description: 'The path inside the folder of the documents' }),
    passage: z.string().nullable().meta({ description: 'The id of the paragraph in which it begins' }),
    line: z.int().min(1).meta({ description: 'The line of the file on which it begins, counted from 1' }),
    start: offset,
    end: offset,
    text: z.string().meta({
      description:
        'The text of the file from start to end, in UTF-16 code units, a byte order mark and front matter not counted',
    }),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    author: z.string().nullable(),
    published: z.string().nullable(),
    url: z.string().nullable(),
    link: z.string().nullable().meta({ description: 'The address of the very words' }),
    score: z.number().optional().meta({ description: 'Orders the excerpts of one answer, the best first' }),
    marks: z.array(span).optional().meta({ description: 'What is marked in it, in offsets of the document' }),
    note: z.string().optional().meta({ description: 'Verbatim’s own words on it' }),
    speaker: stretch.optional().meta({
      description: 'Of /verify: the words there that name who says it, a pronoun too; absent for nobody',
    }),
  })
  .meta({
    id: 'excerpt',
    description: 'Words of a document with their citation; null is what its source does not state',
  });

const near = z
  .strictObject({
    ...excerpt.shape,
    lacks: z.array(z.string()).meta({ description: 'What was asked for and is not in it, as given' }),
    lacksSpeaker: z
      .string()
      .optional()
      .meta({ description: 'The one whose words were asked for and are not in it' }),
  })
  .meta({
    id: 'near',
    description: 'Words of a document that come near to what was asked and are no answer',
  });

const quotation = z.strictObject({
  kind: quotationKind,
  speakers: z.array(stretch.nullable()).meta({ description: 'Who is named as saying it in each excerpt' }),
  onlyNames: z.array(stretch.nullable()).meta({
    description: 'Where “he” or “she” says it in an excerpt, the only person named before',
  }),
  spans: z.array(span.nullable()).meta({ description: 'Where each excerpt prints it' }),
  texts: z.array(z.string().nullable()).meta({ description: 'How each excerpt prints it' }),
  partOf: z.array(z.int().min(0).nullable()).meta({
    description: 'For each excerpt, the place of one that prints words of it that this leaves out',
  }),
  differences: z
    .array(pair(stretch.nullable()))
    .meta({ description: 'Words that two printings have not alike; null for none' }),
  spellings: z
    .array(pair(stretch.nullable()))
    .meta({ description: 'Words that two printings have in another spelling, which are no difference' }),
});

const row = z.strictObject({
  heading: z.string().meta({ description: 'Verbatim’s own words above it' }),
  excerpts: z
    .array(excerpt)
    .meta({ description: 'The passages that report it; other lists go by their order' }),
  missing: z
    .array(z.string())
    .meta({ description: 'The outlets, or documents, on the story in which nothing like it stands' }),
  unclear: z.array(z.string()).meta({
    description:
      'Those on the story of which that is not sure: they may say it in other words, or are too long to look through',
  }),
  others: z.int().min(0).nullable().meta({
    description:
      'In how many other outlets, or documents, nothing on the story was found; null where it was not followed to its end',
  }),
  ties: z.array(stretch).meta({ description: 'The rarest words that tie the passages' }),
  introductions: z.array(z.array(stretch)).meta({ description: 'The phrases that introduce it in each' }),
  quotations: z.array(quotation),
  shared: z
    .array(z.strictObject({ spans: z.array(span.nullable()), text: z.string() }))
    .meta({ description: 'The wording in common, and where each excerpt has it' }),
});

const difference = z.strictObject({
  kind: z.enum(DIFFERENCE_KINDS),
  claimed: z.string().nullable().meta({ description: 'The words of the quotation as given' }),
  text: z.string().nullable().meta({ description: 'The words of the document' }),
  document: z.string().optional().meta({ description: 'The id of the document that it differs from' }),
  start: offset.optional(),
  end: offset.optional(),
});

const verdict = z.strictObject({
  quotation: z.string().meta({ description: 'As given' }),
  verdict: verdictWord,
  message: z.string().meta({ description: 'The verdict in Verbatim’s own words' }),
  excerpts: z.array(excerpt).meta({ description: 'What the verdict rests on' }),
  differences: z.array(difference),
});

const listed = z
  .strictObject({
    id: z.string(),
    file: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    passages: z.int().min(0),
  })
  .meta({ id: 'listed', description: 'A document; null is what its source does not state' });

/** An answer as a line of JSON. Fields that a command does not use are left out. */
export const answerSchema = z.strictObject({
  command: z.string().nullable().meta({ description: 'The command that was read; null where none was' }),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  outcome: outcome.meta({
    description: 'invalid: the message says what to write instead; failed: it has an id that the log has too',
  }),
  message: z.string().meta({ description: 'Verbatim’s own words' }),
  revision: z.string().meta({ description: 'Of the corpus that answered' }),
  excerpts: z.array(excerpt).optional().meta({ description: 'What is quoted, at most 50, the best first' }),
  nearest: z.array(near).optional().meta({
    description: 'Of /ask with nearest: passages that come near and are no answers, the nearest first',
  }),
  offer: z.string().optional().meta({
    description:
      'The option that, set to true, shows more where nothing was found, or confirms what is asked about',
  }),
  comparison: z.array(row).optional().meta({ description: 'The statements of /compare' }),
  part: z
    .strictObject({
      from: z
        .int()
        .min(0)
        .meta({ description: 'The place of the first statement or page here among all, from 0' }),
      of: z.int().min(1).meta({ description: 'How many there are' }),
      counted: z.boolean().meta({ description: 'False where there may be more than were found' }),
    })
    .optional()
    .meta({ description: 'Which of all statements of /compare, or pages of /corpus list, are here' }),
  facts: factsSchema.optional().meta({ description: 'Of /source and /corpus' }),
  verdicts: z.array(verdict).optional().meta({ description: 'Of /verify' }),
  citations: z
    .record(z.enum(CITATION_FORMATS), z.string())
    .optional()
    .meta({ description: 'Of /source: the citation in each form' }),
  documents: z.array(listed).optional().meta({ description: 'Of /corpus list' }),
  lines: z.array(z.string()).optional().meta({ description: 'Lists in Verbatim’s own words' }),
});

/** A JSON Schema of every answer, which validators of earlier drafts of JSON Schema read alike. */
export function answerJsonSchema(): object {
  return z.toJSONSchema(answerSchema, {
    override: ({ jsonSchema }) => {
      // That numbers are no larger than JavaScript can count says nothing of the answers.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      // All tuples are pairs; to drafts before 2020-12 their `items: false` would say that none has an item.
      const [item] = jsonSchema.prefixItems ?? [];
      if (item === undefined) return;
      delete jsonSchema.prefixItems;
      Object.assign(jsonSchema, { items: item, minItems: 2, maxItems: 2 });
    },
  });
}

/** An answer as an object, before it is a line. */
export type JsonAnswer = z.infer<typeof answerSchema>;
export type JsonExcerpt = z.infer<typeof excerpt>;
export type JsonNear = z.infer<typeof near>;
export type JsonRow = z.infer<typeof row>;
export type JsonVerdict = z.infer<typeof verdict>;
export type JsonStretch = z.infer<typeof stretch>;
