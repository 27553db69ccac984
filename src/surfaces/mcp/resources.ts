import type { ReadResourceResult, Resource, ResourceTemplate } from '@modelcontextprotocol/sdk/types.js';
import type { Document } from '../../corpus/document.js';
import { Excerpt } from '../../corpus/excerpt.js';
import type { Library } from '../../library/library.js';
import { messages } from '../../messages/index.js';
import { cite, sourceLine } from '../../reply/citation.js';
import { say } from '../../reply/reply.js';
import { seal } from '../../reply/seal.js';
import { invalidParams, notFound } from './errors.js';
import { DOCUMENT_TEMPLATE, documentAddress, PASSAGE_TEMPLATE, placeAt } from './resource-address.js';

const MIME_TYPE = 'text/plain';
/** How many documents a page of the list has: some kilobytes, as much as anybody reads at once. */
const PER_PAGE = 100;

/** The resources that have no end: every document and every passage by its address. */
export const TEMPLATES: readonly ResourceTemplate[] = [
  { uriTemplate: DOCUMENT_TEMPLATE, name: 'document', mimeType: MIME_TYPE, ...messages.mcp.documents },
  { uriTemplate: PASSAGE_TEMPLATE, name: 'passage', mimeType: MIME_TYPE, ...messages.mcp.passages },
];

/** A page of a list of resources. */
export interface ResourcePage {
  readonly resources: Resource[];
  readonly nextCursor?: string;
}

/**
 * The documents in order of the corpus, from where `cursor` says on. A cursor is of one revision, so that nobody lists
 * a document twice, or misses one, over a reload.
 * @throws an error of the protocol where the cursor is of another revision, or none
 */
export async function listResources(library: Library, cursor: string | undefined): Promise<ResourcePage> {
  const from = cursor === undefined ? 0 : readCursor(cursor, library);
  const resources = (await library.catalogue.documents(from, PER_PAGE)).map(resourceOf);
  const to = from + resources.length;
  const isEnd = resources.length < PER_PAGE || to >= library.engine.size.documents;
  return isEnd ? { resources } : { resources, nextCursor: writeCursor(to, library) };
}

/**
 * The text of a document or a passage, held against the bytes of its file.
 * @throws an error of the protocol where there is none at `address`
 */
export async function readResource(library: Library, address: string): Promise<ReadResourceResult> {
  const excerpt = await excerptAt(library, address);
  if (!excerpt) throw notFound(messages.mcp.noResource(address), address);
  const { document, start, end } = excerpt;
  const _meta = {
    'verbatim/file': document.file,
    'verbatim/sha256': document.sha256,
    'verbatim/revision': library.revision,
    'verbatim/start': start,
    'verbatim/end': end,
    'verbatim/source': document.source,
  };
  return { contents: [{ uri: address, mimeType: MIME_TYPE, text: heldText(excerpt, library), _meta }] };
}

/** What stands at an address; undefined where nothing does. */
export async function excerptAt(library: Library, address: string): Promise<Excerpt | undefined> {
  const place = placeAt(address);
  const document = place && (await library.catalogue.document(place.document));
  if (!document) return undefined;
  if (place.passage !== undefined) return document.passages[place.passage - 1]?.excerpt;
  return Excerpt.of(document, 0, document.text.length);
}

/** The text of an excerpt after the last check that any reply goes through. */
function heldText(excerpt: Excerpt, library: Library): string {
  seal(say('answered', '', [{ kind: 'passage', quoted: { excerpt } }]), library);
  return excerpt.text;
}

function resourceOf(document: Document): Resource {
  const { id, file, source, passages, text } = document;
  const [first] = passages;
  const citation = first ? sourceLine(cite(first.excerpt)) : file;
  return {
    uri: documentAddress(id),
    name: id,
    title: source.title ?? file,
    description: messages.mcp.document(citation, passages.length),
    mimeType: MIME_TYPE,
    size: Buffer.byteLength(text),
  };
}

function writeCursor(from: number, { revision }: Library): string {
  return `${from}.${revision}`;
}

function readCursor(cursor: string, { revision }: Library): number {
  const [, from, of] = /^(\d{1,9})\.(.+)$/.exec(cursor) ?? [];
  if (of !== revision) throw invalidParams(messages.mcp.badCursor);
  return Number(from);
}
