import { ApplicationCommandOptionType } from 'discord.js';
import type { RawOptions } from '../command/run.js';
import { type Signature, usage } from '../command/signature.js';

/** A line that names a command and its options, or what is wrong with it. */
export type ParsedLine =
  | { readonly signature: Signature; readonly raw: RawOptions }
  | { readonly problem: string; readonly command: string | null };

const YES = /^(?:true|yes|on|1)$/i;
const NO = /^(?:false|no|off|0)$/i;

/**
 * Reads a line as people type it on Discord: `/quote topic:opposition rallies outlet:001`. A value runs to the
 * name of an option that was not given yet; words before any name are the value of the first option.
 */
export function parseLine(line: string, known: readonly Signature[]): ParsedLine {
  const typed = line.trim();
  if (!typed.startsWith('/')) {
    return {
      problem: 'Commands begin with a slash, as in /quote topic:NGOs. /help lists them.',
      command: null,
    };
  }
  const body = typed.slice(1);
  // The longest name first, so that `corpus reload` is not taken for a command `corpus`.
  const byLength = [...known].sort((a, b) => b.name.length - a.name.length);
  const signature = byLength.find(({ name }) => body === name || body.startsWith(`${name} `));
  if (!signature) return unknownCommand(body, known);
  const values = splitValues(body.slice(signature.name.length), signature);
  if ('problem' in values) return { ...values, command: signature.name };
  return withTypes(signature, values.byName);
}

function unknownCommand(body: string, known: readonly Signature[]): ParsedLine {
  const [first = ''] = body.split(/\s/);
  const begun = known.filter(({ name }) => name.startsWith(`${first} `));
  const problem =
    begun.length > 0
      ? `/${first} needs one more word: ${begun.map(({ name }) => `/${name}`).join(' or ')}.`
      : `There is no command /${first}. /help lists the commands.`;
  return { problem, command: first || null };
}

type Values = { readonly byName: ReadonlyMap<string, string> } | { readonly problem: string };

function splitValues(rest: string, signature: Signature): Values {
  const names = signature.options.map(({ name }) => name);
  const byName = new Map<string, string>();
  let current = '';
  let from = 0;
  const close = (to: number): boolean => {
    const value = rest.slice(from, to).trim();
    if (current !== '') byName.set(current, value);
    else if (value !== '' && names[0] !== undefined) byName.set(names[0], value);
    else if (value !== '') return false;
    return true;
  };
  for (const match of rest.matchAll(/(?<=\s)([\p{L}\p{N}_-]+):/gu)) {
    const name = match[1] ?? '';
    if (!names.includes(name) || byName.has(name) || name === current) continue;
    close(match.index);
    current = name;
    from = match.index + match[0].length;
  }
  return close(rest.length)
    ? { byName }
    : { problem: `/${signature.name} takes no options: ${usage(signature)}` };
}

function withTypes(signature: Signature, byName: ReadonlyMap<string, string>): ParsedLine {
  const raw: Record<string, string | number | boolean> = {};
  if (signature.subcommand !== undefined) raw.subcommand = signature.subcommand;
  for (const option of signature.options) {
    const value = byName.get(option.name);
    if (value === undefined) continue;
    if (option.type === ApplicationCommandOptionType.Boolean) {
      if (!YES.test(value) && !NO.test(value)) {
        return {
          problem: `The option ${option.name} is yes or no: ${option.name}:true`,
          command: signature.name,
        };
      }
      raw[option.name] = YES.test(value);
    } else if (option.type === ApplicationCommandOptionType.Integer) {
      if (!/^-?\d+$/.test(value)) {
        return {
          problem: `The option ${option.name} is a whole number: ${option.name}:2`,
          command: signature.name,
        };
      }
      raw[option.name] = Number(value);
    } else {
      raw[option.name] = value;
    }
  }
  return { signature, raw };
}
