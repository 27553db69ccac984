import { distance } from 'fastest-levenshtein';
import type { RawOptions } from '../../command/command.js';
import type { DeclaredOption } from '../../command/option.js';
import { type Signature, usage } from '../../command/signature.js';
import { messages } from '../../messages/index.js';

/** A line that names a command and its options, or what is wrong with it. */
export type ParsedLine =
  | { readonly signature: Signature; readonly raw: RawOptions }
  | { readonly problem: string; readonly command: string | null };

/** An option's name as it is typed before a value. */
export const OPTION_NAME = /(?<=\s)([\p{L}\p{N}_-]+):/gu;
const YES = /^(?:true|yes|on|1)$/i;
const NO = /^(?:false|no|off|0)$/i;
/** A typo: so many letters may differ for another name to be meant. */
const MAX_SLIP = 2;

/**
 * Reads a line as people type it on Discord: `/quote topic:opposition rallies outlet:001`. A value runs to the
 * name of an option that was not given yet; words before any name are the value of the first option.
 */
export function parseLine(line: string, known: readonly Signature[]): ParsedLine {
  const typed = line.trim();
  if (!typed.startsWith('/')) {
    return { problem: messages.terminal.noSlash, command: null };
  }
  const body = typed.slice(1);
  // The longest name first, so that `corpus reload` is not taken for a command `corpus`.
  const byLength = [...known].sort((a, b) => b.name.length - a.name.length);
  const begins = (name: string) => new RegExp(`^${name}(?=\\s|$)`, 'i').test(body);
  const signature = byLength.find(({ name }) => begins(name));
  if (!signature) return unknownCommand(body, known);
  const values = splitValues(body.slice(signature.name.length), signature);
  if ('problem' in values) return { ...values, command: signature.name };
  return withTypes(signature, values.byName);
}

function unknownCommand(body: string, known: readonly Signature[]): ParsedLine {
  const [first = '', second] = body.split(/\s+/);
  const begun = known.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => `/${name}`);
  if (begun.length > 0) {
    const { unfinished, unknownSubcommand } = messages.terminal;
    const problem = second === undefined ? unfinished(first, begun) : unknownSubcommand(first, second, begun);
    return { problem, command: first };
  }
  const meant = known.find(({ name }) => distance(name, first.toLowerCase()) <= MAX_SLIP);
  const { didYouMean, unknownCommand: unknown } = messages.terminal;
  return { problem: meant ? didYouMean(first, meant.name) : unknown(first), command: first || null };
}

type Values = { readonly byName: ReadonlyMap<string, string> } | { readonly problem: string };

function splitValues(rest: string, signature: Signature): Values {
  const byName = new Map<string, string>();
  const isOpen = (name: string) =>
    !byName.has(name) && signature.options.some((option) => option.name === name);
  const loose: string[] = [];
  let current = '';
  let from = 0;
  const close = (to: number) => {
    const value = rest.slice(from, to).trim();
    if (current === '') loose.push(value);
    else byName.set(current, value);
  };
  for (const match of rest.matchAll(OPTION_NAME)) {
    const name = (match[1] ?? '').toLowerCase();
    if (isOpen(name) && name !== current) {
      close(match.index);
      current = name;
      from = match.index + match[0].length;
    } else if (isSlipOfName(name, signature, isOpen)) {
      return { problem: messages.terminal.unknownOption(match[1] ?? '', usage(signature)) };
    }
  }
  close(rest.length);
  return assignLoose(byName, loose, signature);
}

/** True if a name is none of the signature's, but was meant to be one that was not given yet. */
function isSlipOfName(name: string, { options }: Signature, isOpen: (name: string) => boolean): boolean {
  if (options.some((option) => option.name === name)) return false;
  return options.some((option) => isOpen(option.name) && distance(option.name, name) <= MAX_SLIP);
}

/** Gives words that follow no option's name to the first option: those at the start, and those after a yes or no. */
function assignLoose(byName: Map<string, string>, loose: string[], signature: Signature): Values {
  for (const { name, kind } of signature.options) {
    const [answer = '', ...more] = (byName.get(name) ?? '').split(/\s+/);
    if (kind !== 'yes or no' || more.length === 0) continue;
    byName.set(name, answer);
    loose.push(more.join(' '));
  }
  const words = loose.filter((part) => part !== '').join(' ');
  const [first] = signature.options;
  if (words === '') return { byName };
  if (!first || byName.has(first.name)) {
    return { problem: messages.terminal.unclear(words, usage(signature)) };
  }
  return { byName: byName.set(first.name, words) };
}

function withTypes(signature: Signature, byName: ReadonlyMap<string, string>): ParsedLine {
  const raw: Record<string, string | number | boolean> = {};
  if (signature.subcommand !== undefined) raw.subcommand = signature.subcommand;
  for (const option of signature.options) {
    const value = byName.get(option.name);
    if (value === undefined) continue;
    const typed = typedValue(option, value);
    if (typed === undefined)
      return { problem: messages.terminal.notYesOrNo(option.name), command: signature.name };
    raw[option.name] = typed;
  }
  return { signature, raw };
}

/** What an option is given by a text of the line; undefined where that is to be a yes or no, and is neither. */
export function typedValue({ kind }: DeclaredOption, text: string): RawOptions[string] | undefined {
  if (kind === 'yes or no') return YES.test(text) || (NO.test(text) ? false : undefined);
  // What is no number is left as it is, for the command to say which numbers it takes.
  return kind === 'whole number' && /^-?\d+$/.test(text) ? Number(text) : text;
}
