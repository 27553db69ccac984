import type { Document } from '../../corpus/document.js';
import type { Speakers } from '../../corpus/speakers.js';
import { foldWord } from '../../text/fold.js';
import { mayPartWords } from '../../text/folder.js';
import type { Catalogue, Listed, SourceFilter, Teller } from '../catalogue.js';
import { isVague, isWanted } from '../source-filter.js';

/** How much of a first passage a list has, in UTF-16 code units: more than any name of a choice. */
const OPENING = 200;

/** The catalogue of documents that are in the memory of this process. */
export class MemoryCatalogue implements Catalogue {
  readonly statesAllOutlets: boolean;
  readonly numberOfTellers: number;
  readonly #byId: ReadonlyMap<string, Document>;
  readonly #order: ReadonlyMap<Document, number>;
  #parting: readonly Document[] | undefined;
  #outlets: readonly string[] | undefined;
  #tellers: readonly { readonly names: readonly string[]; readonly teller: Teller }[] | undefined;

  constructor(
    /** In order of their files' names. */
    readonly all: readonly Document[],
    private readonly saying: Pick<Speakers, 'names'>,
  ) {
    this.#byId = new Map(all.map((document) => [document.id, document]));
    this.#order = new Map(all.map((document, order) => [document, order]));
    this.numberOfTellers = new Set(all.map(({ teller }) => teller)).size;
    this.statesAllOutlets = all.every(({ source }) => source.outlet !== undefined);
  }

  async document(id: string): Promise<Document | undefined> {
    return this.#byId.get(id);
  }

  async documents(from: number, count: number): Promise<readonly Document[]> {
    return this.all.slice(from, from + count);
  }

  async parting(): Promise<readonly Document[]> {
    this.#parting ??= this.all.filter(({ text }) => mayPartWords(text));
    return this.#parting;
  }

  orderOf(document: Document): number {
    const order = this.#order.get(document);
    if (order === undefined) throw new RangeError(`${document.id} is not of this corpus`);
    return order;
  }

  holds(document: Document): boolean {
    return this.#byId.get(document.id) === document;
  }

  async count(filter: SourceFilter): Promise<number> {
    return this.#wanted(filter).length;
  }

  async countUndated(outlet: string | undefined): Promise<number> {
    return this.#wanted({ outlet }).filter(({ source }) => source.published === undefined).length;
  }

  async countVague(filter: SourceFilter): Promise<number> {
    return this.all.filter((document) => isVague(document, filter)).length;
  }

  async listed(begun: string, limit: number): Promise<readonly Listed[]> {
    const wanted = foldWord(begun);
    const named = ({ id, source: { title = '', outlet = '' } }: Document) =>
      foldWord(id).startsWith(wanted) || [title, outlet].some((name) => foldWord(name).includes(wanted));
    return firstOf(this.all, named, limit).map(listedOf);
  }

  async idsFrom(begun: string, limit: number): Promise<readonly string[]> {
    const wanted = foldWord(begun);
    return firstOf(this.all, ({ id }) => foldWord(id).startsWith(wanted), limit).map(({ id }) => id);
  }

  async tellers(part: string, limit: number): Promise<readonly Teller[]> {
    const wanted = foldWord(part);
    this.#tellers ??= tellersOf(this.all);
    const named = ({ names }: { readonly names: readonly string[] }) =>
      names.some((name) => name.includes(wanted));
    return firstOf(this.#tellers, named, limit).map(({ teller }) => teller);
  }

  async outlets(limit: number): Promise<readonly string[]> {
    if (!this.#outlets) {
      const stated = new Set(this.all.flatMap(({ source }) => source.outlet ?? []));
      this.#outlets = [...stated].sort((a, b) => a.localeCompare(b, 'en'));
    }
    return this.#outlets.slice(0, limit);
  }

  async speakers(part: string, limit: number): Promise<readonly string[]> {
    const wanted = foldWord(part);
    return firstOf(this.saying.names(), ({ folded }) => folded.includes(wanted), limit).map(
      ({ name }) => name,
    );
  }

  #wanted(filter: SourceFilter): readonly Document[] {
    if (Object.values(filter).every((one) => one === undefined)) return this.all;
    return this.all.filter((document) => isWanted(document, filter));
  }
}

/** The first `limit` of some that fit; the others are not looked at. */
function firstOf<T>(all: Iterable<T>, fits: (one: T) => boolean, limit: number): T[] {
  const found: T[] = [];
  for (const one of all) {
    if (found.length >= limit) break;
    if (fits(one)) found.push(one);
  }
  return found;
}

function listedOf({ id, source, passages }: Document): Listed {
  return { id, source, opening: passages[0]?.text.slice(0, OPENING) ?? '' };
}

/** Who tells the documents, each once, with the names by which they are found, folded. */
function tellersOf(documents: readonly Document[]): { names: readonly string[]; teller: Teller }[] {
  const found = new Map<string, { names: readonly string[]; teller: Teller }>();
  for (const document of documents) {
    const { outlet, title = '' } = document.source;
    if (found.has(document.teller)) continue;
    found.set(document.teller, {
      names: (outlet === undefined ? [document.id, title] : [outlet]).map(foldWord),
      teller: outlet === undefined ? { document: listedOf(document) } : { outlet },
    });
  }
  return [...found.values()];
}
