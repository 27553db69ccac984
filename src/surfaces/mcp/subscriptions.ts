import type { Library } from '../../library/library.js';
import { messages } from '../../messages/index.js';
import { createPace } from '../../text/pace.js';
import { sha256Of } from '../../text/sha256.js';
import { invalidParams, notFound } from './errors.js';
import { excerptAt } from './resources.js';

/** So many resources are watched at once: each is looked at again after every reload. */
const MOST = 1_000;

/** The resources that a client wants to hear of, by what they said last. */
export class Subscriptions {
  /** A hash of what was told last; undefined where the resource was gone. */
  readonly #told = new Map<string, string | undefined>();

  /**
   * Watches a resource.
   * @throws an error of the protocol where there is none at `address`, or too many are watched
   */
  async add(library: Library, address: string): Promise<void> {
    const mark = await markOf(library, address);
    if (mark === undefined) throw notFound(messages.mcp.noResource(address), address);
    if (this.#told.size >= MOST && !this.#told.has(address)) {
      throw invalidParams(messages.mcp.tooManySubscriptions(MOST));
    }
    this.#told.set(address, mark);
  }

  /** Watches a resource no more. */
  remove(address: string): void {
    this.#told.delete(address);
  }

  /** The watched resources that say something else in `library` than was told last, also those that went or came back. */
  async changedIn(library: Library): Promise<string[]> {
    const changed: string[] = [];
    const pace = createPace();
    for (const [address, told] of [...this.#told]) {
      await pace();
      const mark = await markOf(library, address);
      if (mark === told || !this.#told.has(address)) continue;
      this.#told.set(address, mark);
      changed.push(address);
    }
    return changed;
  }
}

/** What tells a resource from another that stood at its address: its text and what is stated of its source. */
async function markOf(library: Library, address: string): Promise<string | undefined> {
  const excerpt = await excerptAt(library, address);
  if (!excerpt) return undefined;
  const { document, text } = excerpt;
  return sha256Of(`${JSON.stringify(document.source)}\0${text}`);
}
