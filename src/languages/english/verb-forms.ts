/** The forms of a verb as English spells them. */
export interface VerbForms {
  /** The dictionary form: "claim". */
  readonly base: string;
  /** After "he": "claims". */
  readonly present: string;
  /** "claimed": the past and the past participle of a regular verb; more where it has two spellings or forms. */
  readonly past: readonly string[];
  /** "claiming"; more where it has two spellings. */
  readonly participle: readonly string[];
}

/** What the ends of a regular verb's forms do to its last letter: "quip" doubles it, "label" may. */
export type Doubling = 'never' | 'always' | 'either';

/** The forms of a regular verb. Whether it doubles its last letter is stated, since no rule tells "rebut" from "limit". */
export function regularForms(base: string, doubling: Doubling = 'never'): VerbForms {
  const last = base.at(-1) ?? '';
  const stems = {
    never: [base],
    always: [base + last],
    either: [base, base + last],
  }[doubling];
  const afterConsonant = /[^aeiou]y$/.test(base);
  const [past, participle] = [
    stems.map((stem) =>
      stem.endsWith('e') ? `${stem}d` : afterConsonant ? `${stem.slice(0, -1)}ied` : `${stem}ed`,
    ),
    stems.map((stem) => (/[^eoy]e$/.test(stem) ? `${stem.slice(0, -1)}ing` : `${stem}ing`)),
  ];
  return { base, present: presentOf(base, afterConsonant), past, participle };
}

function presentOf(base: string, afterConsonant: boolean): string {
  if (afterConsonant) return `${base.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : `${base}s`;
}
