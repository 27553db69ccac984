import { z } from 'zod';
import { documentChoice, MAX_CHOICES, titledChoice } from '../src/command/choices.js';
import { type Choice, type CompletionContext, defineCommand } from '../src/command/command.js';
import { shownOptions } from '../src/command/option.js';
import { MAX_NAME, privateOption, searchedText } from '../src/command/options.js';
import { repeated } from '../src/command/word-notes.js';
import { idsWritten } from '../src/command/written-id.js';
import type { Document } from '../src/corpus/document.js';
import type { Passage } from '../src/corpus/passage.js';
import type { Library } from '../src/library/library.js';
import { messages } from '../src/messages/index.js';
import { citationFormats } from '../src/reply/citation-formats.js';
import {
  type CopySection,
  type PassageSection,
  type Reply,
  type ReplyFile,
  say,
} from '../src/reply/reply.js';
import { sourceFacts } from '../src/reply/source-facts.js';

/** The most paragraphs before and after a passage that are shown with it. */
const MAX_CONTEXT = 5;
/** How many sections are read at one sight. */
const PER_PAGE = 5;

const NOT_IN_RANGE = messages.values.notInRange(0, MAX_CONTEXT);

const options = z.strictObject({
  id: searchedText(MAX_NAME).register(shownOptions, {
    description: messages.options.id,
    suggests: true,
  }),
  context: z
    .int(NOT_IN_RANGE)
    .min(0, NOT_IN_RANGE)
    .max(MAX_CONTEXT, NOT_IN_RANGE)
    .default(0)
    .register(shownOptions, { description: messages.options.context }),
  private: privateOption,
});

/** `/source`: where words come from, how to cite them, and how to check them by hand. */
export const source = defineCommand({
  name: 'source',
  description: messages.commands.source.description,
  where: 'anywhere',
  options,

  async answer({ id, context }, { library }): Promise<Reply> {
    const written = [...idsWritten(id)];
    for (const one of written) {
      const passage = await library.passageWith(one);
      if (passage) return passageReply(library, passage, context);
      const document = await library.catalogue.document(one);
      if (document) return documentReply(library, document);
    }
    for (const one of written.toReversed()) {
      const document = await documentOf(library, one);
      if (document) return noParagraph(document, one);
    }
    const [first] = await library.catalogue.documents(0, 1);
    return say('invalid', messages.source.noDocument(repeated(id), first?.id));
  },

  complete: (_option, typed, context) => completeId(typed, context),
});

function passageReply(library: Library, passage: Passage, context: number): Reply {
  const { document, number } = passage;
  const around = document.passages.slice(Math.max(0, number - 1 - context), number + context);
  return {
    outcome: 'answered',
    message: messages.source.passage(document.id, number, document.passages.length),
    sections: [
      ...around.map((one) =>
        passageSection(one, one === passage && context > 0 ? messages.source.asked : undefined),
      ),
      { kind: 'facts', facts: sourceFacts(passage.excerpt, library.revision) },
      citations(document, passage),
    ],
    perPage: around.length + 2,
    about: { subject: passage, hasMoreAround: document.passages.length > around.length && context === 0 },
  };
}

async function documentReply(library: Library, document: Document): Promise<Reply> {
  const { id, passages } = document;
  const [first] = passages;
  return {
    outcome: 'answered',
    message: messages.source.document(id, passages.length),
    sections: [
      ...(first ? [{ kind: 'facts' as const, facts: sourceFacts(document, library.revision) }] : []),
      citations(document),
      ...passages.map((passage) => passageSection(passage)),
    ],
    perPage: PER_PAGE,
    about: { subject: document, hasMoreAround: false },
    files: await filesOf(document),
  };
}

/** The file of a document and, where its text was taken out of it, that text. */
async function filesOf({ file, original, extraction }: Document): Promise<ReplyFile[]> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const described = { name, description: messages.source.original(file) };
  if (!extraction) return [{ ...described, bytes: original.bytes }];
  const bytes = await extraction.fileBytes();
  const text = { name: `${name}.txt`, bytes: original.bytes, description: messages.source.extracted(file) };
  return [text, ...(bytes ? [{ ...described, bytes }] : [])];
}

function passageSection(passage: Passage, note?: string): PassageSection {
  return { kind: 'passage', quoted: { excerpt: passage.excerpt, ...(note !== undefined && { note }) } };
}

function citations(document: Document, passage?: Passage): CopySection {
  return { kind: 'copy', name: messages.replies.files.citations, texts: citationFormats(document, passage) };
}

/** The document that a passage's id begins with, whether or not it has such a passage. */
function documentOf({ catalogue }: Library, id: string): Promise<Document | undefined> {
  return catalogue.document(id.slice(0, id.lastIndexOf('#')));
}

function noParagraph({ id, passages }: Document, written: string): Reply {
  const number = repeated(written.slice(written.lastIndexOf('#') + 1));
  return say('invalid', messages.source.noParagraph(id, number, passages.length));
}

/** Ids that begin with `typed`, and ids of documents that have it in their title or outlet, each with what it is of. */
async function completeId(typed: string, { library: { catalogue } }: CompletionContext): Promise<Choice[]> {
  const [documentPart = '', passagePart] = typed.trim().split('#');
  if (passagePart === undefined)
    return (await catalogue.listed(documentPart, MAX_CHOICES)).map(documentChoice);
  const choices: Choice[] = [];
  for (const id of await catalogue.idsFrom(documentPart, MAX_CHOICES)) {
    const passages = (await catalogue.document(id))?.passages ?? [];
    const matching = passages.filter(({ number }) => String(number).startsWith(passagePart));
    choices.push(...matching.slice(0, MAX_CHOICES).map((one) => titledChoice(one.id, one.text)));
    if (choices.length >= MAX_CHOICES) break;
  }
  return choices.slice(0, MAX_CHOICES);
}
