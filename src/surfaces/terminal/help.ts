import { type Signature, usage } from '../../command/signature.js';
import { messages } from '../../messages/index.js';

const OWN = [
  ['/more', messages.terminal.more],
  ['/copy', messages.terminal.copy],
  ['/help', messages.terminal.help],
  ['exit', messages.terminal.exit],
] as const;

/** What is a command in a chat alone, as it is typed. */
export const OWN_COMMANDS = OWN.map(([name]) => name);

/** Every command with what it does and its options, and what else a chat knows. */
export function helpText(signatures: readonly Signature[]): string {
  const lines = signatures.flatMap((signature) => [
    `${usage(signature)}\n    ${signature.description}`,
    ...signature.options.map(({ name, description }) => `    ${name}: ${description}`),
  ]);
  const own = OWN.map(([name, description]) => `${name}\n    ${description}`);
  return [...lines, ...own, messages.terminal.words].join('\n');
}
