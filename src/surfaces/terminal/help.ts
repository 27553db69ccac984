import { type Signature, usage } from '../../command/signature.js';
import { messages } from '../../messages/index.js';

const OWN = [
  ['/more', messages.terminal.more],
  ['/help', messages.terminal.help],
] as const;

/** Every command with what it does and its options. */
export function helpText(signatures: readonly Signature[]): string {
  const lines = signatures.flatMap((signature) => [
    `${usage(signature)}\n    ${signature.description}`,
    ...signature.options.map(({ name, description }) => `    ${name}: ${description}`),
  ]);
  return [...lines, ...OWN.map(([name, description]) => `${name}\n    ${description}`)].join('\n');
}
