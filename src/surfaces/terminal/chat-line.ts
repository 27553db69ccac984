import { type Signature, usage } from '../../command/signature.js';
import { messages } from '../../messages/index.js';
import type { ParsedLine } from './parse-line.js';

/** The command that words without a slash are an option's value of. */
const ASKED = 'ask';
const HELP = /^\s*(?:\/?help|\?)\s*$|^\s*\/help\s/i;
const LEAVING = /^\s*\/?(?:exit|quit)\s*$/i;

/** True for a line that asks for all commands: `/help`, or one of the words for it by itself. */
export function asksForHelp(line: string): boolean {
  return HELP.test(line);
}

/** True for a line that ends the chat. */
export function isLeaving(line: string): boolean {
  return LEAVING.test(line);
}

/** A line of a chat as one that names its command, or what is wrong: words without a slash ask `/ask`. */
export function withCommand(line: string, known: readonly Signature[]): string | ParsedLine {
  const words = line.trim();
  if (/^[/{]/.test(words) || asksForHelp(words) || !known.some(({ name }) => name === ASKED)) return line;
  const meant = known.find((signature) => isCommand(words, signature));
  if (meant) return { problem: messages.terminal.missingSlash(usage(meant)), command: null };
  return `/${ASKED} ${words}`;
}

/** True for words that are a command but for the slash: its name by itself, or before one of its options. */
function isCommand(words: string, { name, options }: Signature): boolean {
  if (!words.toLowerCase().startsWith(name)) return false;
  const rest = words.slice(name.length);
  return rest === '' || options.some((option) => rest.trimStart().startsWith(`${option.name}:`));
}
