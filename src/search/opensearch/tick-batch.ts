/** What is asked for in one turn of the event loop, asked for together; what is under way is not asked for twice. */
export class TickBatch<T> {
  #waiting = new Map<string, { resolve: (value: T) => void; reject: (error: unknown) => void }>();
  readonly #underWay = new Map<string, Promise<T>>();

  /** `ask` gives what some keys stand for, in their order. */
  constructor(private readonly ask: (keys: readonly string[]) => Promise<readonly T[]>) {}

  /** What a key stands for. */
  get(key: string): Promise<T> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const asked = new Promise<T>((resolve, reject) => {
      if (this.#waiting.size === 0) setImmediate(() => this.#send());
      this.#waiting.set(key, { resolve, reject });
    });
    this.#underWay.set(key, asked);
    // Whoever asked hears of a failure.
    void asked.catch(() => {}).finally(() => this.#underWay.delete(key));
    return asked;
  }

  #send(): void {
    const waiting = [...this.#waiting];
    this.#waiting = new Map();
    this.ask(waiting.map(([key]) => key)).then(
      (values) => {
        for (const [at, [, { resolve }]] of waiting.entries()) resolve(values[at] as T);
      },
      (error: unknown) => {
        for (const [, { reject }] of waiting) reject(error);
      },
    );
  }
}
