const RULES = new Intl.PluralRules('en');

/** A count with its noun: "1 passage", "2 passages", "1,024 passages". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${digits(number)} ${agreeing(number, noun, plural)}`;
}

/** The form of a word that goes with `number`. */
export function agreeing(number: number, one: string, other: string): string {
  return RULES.select(number) === 'one' ? one : other;
}

/** A number with its thousands parted: "1,024". */
export function digits(number: number | bigint): string {
  return number.toLocaleString('en');
}
