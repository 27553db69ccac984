const DOCUMENT = 'verbatim://document/';
const PASSAGE = 'verbatim://passage/';

/** What a resource is of: a document, or a passage of it by its number, counted from 1. */
export interface ResourcePlace {
  readonly document: string;
  readonly passage?: number;
}

/** The templates of all addresses (RFC 6570). */
export const DOCUMENT_TEMPLATE = `${DOCUMENT}{id}`;
export const PASSAGE_TEMPLATE = `${PASSAGE}{id}/{number}`;

/** The address of a document's text. */
export function documentAddress(id: string): string {
  return DOCUMENT + encodeURIComponent(id);
}

/** What an address is of; undefined where it is none. A place that is written in another way is no address of it. */
export function placeAt(address: string): ResourcePlace | undefined {
  if (address.startsWith(DOCUMENT)) {
    const document = decoded(address.slice(DOCUMENT.length));
    return document === undefined ? undefined : { document };
  }
  const [, id, number] = /^verbatim:\/\/passage\/([^/]+)\/([1-9]\d{0,8})$/.exec(address) ?? [];
  const document = id === undefined ? undefined : decoded(id);
  return document === undefined ? undefined : { document, passage: Number(number) };
}

function decoded(part: string): string | undefined {
  if (part.includes('/')) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
