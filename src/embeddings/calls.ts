/** What the thread of a model is asked. `folder` is the model's. `until`: when it is too late, in ms since the epoch. */
export type Call =
  | { readonly kind: 'open'; readonly folder: string }
  | {
      readonly kind: 'compare';
      readonly folder: string;
      readonly question: string;
      readonly texts: readonly string[];
      readonly until: number;
    }
  | {
      readonly kind: 'prepare';
      readonly folder: string;
      readonly texts: readonly string[];
      /** How long new vectors may be made for, in milliseconds; one is made in any case. */
      readonly limit: number;
    }
  | { readonly kind: 'save'; readonly folder: string };

/** What it answers to each kind. */
export interface Answers {
  readonly open: { readonly sha256: string; readonly kept: number } | { readonly faults: readonly string[] };
  /** The cosines, in the order of `texts`; undefined where there was no time for all of them. */
  readonly compare: readonly number[] | undefined;
  /** How many of `texts`, from the first, have vectors now, and how many of those are new. */
  readonly prepare: { readonly done: number; readonly made: number } & Saved;
  readonly save: Saved;
}

/** Why the file could not be written, where it could not. */
export interface Saved {
  readonly unsaved?: string;
}
