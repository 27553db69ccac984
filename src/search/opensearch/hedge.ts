/** One of the attempts at a request. */
export interface Attempt<T> {
  readonly answer: Promise<T>;
  /** Says that whoever was asked is slow, so that others are asked meanwhile. */
  slow(): void;
  abort(): void;
}

/** Which copies of shards are asked; undefined leaves it to the cluster. */
export type Copy = string | undefined;

/** How attempts are made. */
export interface Attempts<T> {
  /** Begins an attempt, which may take so many milliseconds. */
  begin(copy: Copy, milliseconds: number): Attempt<T>;
  /** True of an error after which another node may answer. */
  mayPass(error: unknown): boolean;
}

/** How long all attempts at a request may take together, in milliseconds: a member waits for three seconds at most. */
export const WHOLE_MS = 2_500;
/** After so many milliseconds without an answer another node is asked too: most answers take a tenth of that. */
const PATIENCE_MS = 600;
/** Two names of copies that lead to different ones where each shard has two (see the test on a cluster). */
export const COPIES = ['a', 'b'] as const;
/** For so many milliseconds the copies that answered are asked first: a frozen node is taken for lost after half a minute. */
const REMEMBERED_MS = 10_000;
/** One more attempt for five requests, and sixty in reserve: what is slow under load gets not much more of it. */
const REQUESTS_OF_AN_ATTEMPT = 5;
const RESERVE = 60 * REQUESTS_OF_AN_ATTEMPT;

/**
 * Asks another node where one is slow, and takes what answers first (Dean and Barroso, “The Tail at Scale”, 2013). The
 * second and the third attempt ask for different copies of shards, since a node that answers may wait for one that does not.
 */
export class Hedge {
  /** In requests. */
  #reserve = RESERVE;
  #remembered: { readonly copy: Copy; readonly until: number } | undefined;

  /** The first answer. Rejects with the last error where no attempt has one. */
  first<T>(attempts: Attempts<T>): Promise<T> {
    this.#reserve = Math.min(RESERVE, this.#reserve + 1);
    const began = performance.now();
    const copies = this.#order();
    const underWay = new Set<Attempt<T>>();
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      let made = 0;
      const end = () => {
        clearTimeout(timer);
        for (const one of underWay) one.abort();
        underWay.clear();
      };
      const begin = () => {
        const copy = copies[made++];
        const attempt = attempts.begin(copy, Math.max(1, WHOLE_MS - (performance.now() - began)));
        underWay.add(attempt);
        clearTimeout(timer);
        timer = setTimeout(hedge, PATIENCE_MS, attempt);
        attempt.answer.then(
          (answer) => {
            if (!underWay.delete(attempt)) return;
            // One that was slow did not answer before this one.
            if (underWay.size > 0) this.#remembered = { copy, until: performance.now() + REMEMBERED_MS };
            end();
            resolve(answer);
          },
          (error: unknown) => {
            if (!underWay.delete(attempt)) return;
            const mayGoOn = attempts.mayPass(error) && made < copies.length;
            if (mayGoOn && performance.now() - began < WHOLE_MS) begin();
            else if (underWay.size === 0) {
              end();
              reject(error);
            }
          },
        );
      };
      const hedge = (attempt: Attempt<T>) => {
        if (made >= copies.length || this.#reserve < REQUESTS_OF_AN_ATTEMPT) return;
        this.#reserve -= REQUESTS_OF_AN_ATTEMPT;
        attempt.slow();
        begin();
      };
      begin();
    });
  }

  /** The copies that are asked, one attempt after the other. */
  #order(): readonly Copy[] {
    const known = this.#remembered;
    if (known && known.until > performance.now())
      return [known.copy, ...COPIES.filter((one) => one !== known.copy)];
    return [undefined, ...COPIES];
  }
}
