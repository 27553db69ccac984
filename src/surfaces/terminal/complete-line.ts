import type { CompletionContext, RawOptions } from '../../command/command.js';
import type { DeclaredOption } from '../../command/option.js';
import type { Signature } from '../../command/signature.js';
import { OPTION_NAME, typedValue } from './parse-line.js';

/** What Tab offers: whole replacements for `replaced`, the end of the line so far. */
export type Completion = [offers: string[], replaced: string];

/** Completes a command's name, an option's name, or an option's value, whichever the line ends in. */
export async function completeLine(
  line: string,
  known: readonly Signature[],
  context: Omit<CompletionContext, 'given'>,
): Promise<Completion> {
  const signature = known.find(({ name }) => line.startsWith(`/${name} `));
  if (!signature) {
    const names = [...known.map(({ name }) => `/${name} `), '/more', '/help'];
    return [names.filter((name) => name.startsWith(line)), line];
  }
  const names = signature.options.map(({ name }) => name);
  const given = [...line.matchAll(OPTION_NAME)].filter(([, name]) => names.includes(name ?? ''));
  const last = given.at(-1);
  const lastWord = line.slice(line.lastIndexOf(' ') + 1);
  const rest = names.filter((name) => !given.some(([, used]) => used === name)).map((name) => `${name}:`);
  const fitting = rest.filter((name) => lastWord !== '' && name.startsWith(lastWord));
  // Words before any option's name are the first option's.
  const name = last?.[1] ?? names[0] ?? '';
  const value = line.slice(last ? last.index + last[0].length : signature.name.length + 2);
  if (!last && (value === '' || fitting.length > 0)) return [value === '' ? rest : fitting, lastWord];
  const option = signature.options.find((one) => one.name === name);
  const values = option
    ? await valuesOf(option, value, signature, { ...context, given: givenBefore(line, given, signature) })
    : [];
  // Readline adds to what was typed, so only what begins with it and goes on can be offered.
  const offers = values.filter(
    (choice) => choice.length > value.length && choice.toLowerCase().startsWith(value.toLowerCase()),
  );
  return offers.length > 0 ? [offers, value] : [fitting, lastWord];
}

/** What an option may be: what it always may, or what its command suggests. */
async function valuesOf(
  { name, kind, choices, suggests }: DeclaredOption,
  typed: string,
  { command }: Signature,
  context: CompletionContext,
): Promise<readonly string[]> {
  if (kind === 'yes or no') return ['true', 'false'];
  if (choices) return choices;
  if (!suggests) return [];
  return ((await command.complete?.(name, typed, context)) ?? []).map((choice) => choice.value);
}

/** The options that the line gives before the one that it ends in. */
function givenBefore(line: string, given: readonly RegExpExecArray[], { options }: Signature): RawOptions {
  const values: Record<string, RawOptions[string]> = {};
  for (const [at, match] of given.slice(0, -1).entries()) {
    const option = options.find(({ name }) => name === match[1]);
    const text = line.slice(match.index + match[0].length, given[at + 1]?.index).trim();
    if (option) values[option.name] = typedValue(option, text) ?? text;
  }
  return values;
}
