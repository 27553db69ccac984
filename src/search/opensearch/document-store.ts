import { LRUCache } from 'lru-cache';
import { Document } from '../../corpus/document.js';
import type { Passage } from '../../corpus/passage.js';
import { itemAt } from '../../text/entry.js';
import { sha256Of } from '../../text/sha256.js';
import type { Cluster } from './cluster.js';
import { ClusterError } from './cluster-error.js';
import { bytesOf, type DocumentRecord, type FileRecord, fileId, recordId } from './records.js';
import { TickBatch } from './tick-batch.js';

/** What documents that were read last may take, in bytes, and what one takes besides its text, and a character of that. */
const KEPT_BYTES = 48 * 2 ** 20;
const DOCUMENT_BYTES = 2_000;
const CHARACTER_BYTES = 4;
/** How many documents are asked for in one request, and how many requests are under way at once. */
const AT_ONCE = 40;
const REQUESTS = 4;
/** The most text that is read for one question, in UTF-16 code units: beyond it nothing more is fetched. */
const MOST_READ = 32 * 2 ** 20;

/** So many passages are asked for at a time where more are too much: the largest documents have five million characters. */
const FEW = 6;

/** Where a passage stands. */
export interface Place {
  readonly document: string;
  /** Its number there, from 1. */
  readonly number: number;
}

/** What a document is made of. */
type Made = Pick<DocumentRecord, 'file' | 'sha256' | 'text' | 'source' | 'order'>;

/** The documents of one revision, read whole as they are needed, and kept while there is room. */
export class DocumentStore {
  readonly #kept = new LRUCache<string, Document>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ text }) => DOCUMENT_BYTES + text.length * CHARACTER_BYTES,
  });
  /** Those that somebody still holds: a document is one object for all who quote it. */
  readonly #held = new Map<string, WeakRef<Document>>();
  readonly #gone = new FinalizationRegistry<string>((id) => {
    if (!this.#held.get(id)?.deref()) this.#held.delete(id);
  });
  readonly #asked = new TickBatch<Document | undefined>((ids) => this.#read(ids));
  /** Of each document that was ever made here, its place in the corpus. */
  readonly #orders = new WeakMap<Document, number>();

  constructor(
    private readonly cluster: Cluster,
    private readonly index: string,
  ) {}

  /** The place in the corpus of a document that was read here; undefined for another. */
  orderOf(document: Document): number | undefined {
    return this.#orders.get(document);
  }

  /** The document with an id. */
  async document(id: string): Promise<Document | undefined> {
    return (await this.documents([id])).get(id);
  }

  /** The documents with some ids, by these, in one question's bounds: those that do not fit are left out. */
  async documents(ids: Iterable<string>): Promise<Map<string, Document>> {
    return (await this.#inBounds(ids)).found;
  }

  /**
   * The passages at some places, in their order; `all` is false where some were left out, since they are too much.
   * @throws ClusterError of `damaged` where a document that has a passage is not there
   */
  async passages(places: readonly Place[]): Promise<{ passages: Passage[]; all: boolean }> {
    const { found, left } = await this.#inBounds(places.map(({ document }) => document));
    const passages = places.flatMap(({ document, number }) => {
      if (left.has(document)) return [];
      const passage = found.get(document)?.passages[number - 1];
      if (!passage) throw new ClusterError('damaged', `There is no passage ${number} of ${document}`);
      return [passage];
    });
    return { passages, all: left.size === 0 };
  }

  /**
   * The passages at some places, in their order, few at a time where they are too much for once.
   * @throws ClusterError of `overloaded` where even few are too much: what is left out would be said not to be there
   */
  async allPassages(places: readonly Place[]): Promise<Passage[]> {
    const { passages, all } = await this.passages(places);
    if (all) return passages;
    const found: Passage[] = [];
    for (let at = 0; at < places.length; at += FEW) {
      const some = await this.passages(places.slice(at, at + FEW));
      if (!some.all) throw new ClusterError('overloaded', 'More text than is read for one question');
      found.push(...some.passages);
    }
    return found;
  }

  /** The documents with some ids as far as they are not too much, and the ids of those that are. */
  async #inBounds(
    ids: Iterable<string>,
  ): Promise<{ found: Map<string, Document>; left: ReadonlySet<string> }> {
    const found = new Map<string, Document>();
    const wanted = [...new Set(ids)];
    let read = 0;
    while (wanted.length > 0 && read < MOST_READ) {
      const some = wanted.splice(0, AT_ONCE * REQUESTS);
      const documents = await Promise.all(some.map((id) => this.#known(id) ?? this.#asked.get(id)));
      for (const document of documents) {
        if (!document) continue;
        found.set(document.id, document);
        read += document.text.length;
      }
    }
    return { found, left: new Set(wanted) };
  }

  #known(id: string): Document | undefined {
    const kept = this.#kept.get(id);
    if (kept) return kept;
    const held = this.#held.get(id)?.deref();
    if (held) this.#kept.set(id, held);
    return held;
  }

  async #read(ids: readonly string[]): Promise<(Document | undefined)[]> {
    const portions: string[][] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) portions.push(ids.slice(at, at + AT_ONCE));
    return (await Promise.all(portions.map((some) => this.#readPortion(some)))).flat();
  }

  async #readPortion(ids: readonly string[]): Promise<(Document | undefined)[]> {
    const { docs } = await this.cluster.multiGet<Made>('documents', this.index, ids.map(recordId));
    return docs.map(({ _source: source }, at) => {
      if (!source) return undefined;
      const document = this.#made(itemAt(ids, at), source);
      this.#kept.set(document.id, document);
      this.#held.set(document.id, new WeakRef(document));
      this.#gone.register(document, document.id);
      this.#orders.set(document, source.order);
      return document;
    });
  }

  /** The document of a record, whose bytes must be those that were put in. */
  #made(id: string, { file, sha256, text, source }: Made): Document {
    const bytes = bytesOf(text);
    const { extraction, head } = text;
    const document = Document.of(file, bytes, text.is, source, {
      head,
      extraction: extraction && { ...extraction, fileBytes: () => this.#fileBytes(id) },
    });
    const textSha256 = sha256Of(bytes);
    if (
      textSha256 !== (extraction?.textSha256 ?? sha256) ||
      document.sha256 !== sha256 ||
      document.id !== id
    ) {
      throw new ClusterError('damaged', `${file} is not what was put into the cluster`);
    }
    return document;
  }

  async #fileBytes(id: string): Promise<Uint8Array | undefined> {
    const { docs } = await this.cluster.multiGet<FileRecord>('documents', this.index, [fileId(id)]);
    const bytes = docs[0]?._source?.bytes;
    return bytes && Buffer.from(bytes.base64, 'base64');
  }
}
