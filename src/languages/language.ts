/** What reading the words of a language takes. */
export interface Language {
  /** What the forms of a folded word have in common. */
  readonly stem: (folded: string) => string;
  /** Folded words that carry little by themselves. */
  readonly common: ReadonlySet<string>;
}
