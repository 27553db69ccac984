import { type Signature, usage } from '../../command/signature.js';

const OWN = [
  ['/more', 'The next page of the last answer'],
  ['/help', 'This list; Ctrl-D or Ctrl-C leaves'],
] as const;

/** Every command with what it does and its options. */
export function helpText(signatures: readonly Signature[]): string {
  const lines = signatures.flatMap((signature) => [
    `${usage(signature)}\n    ${signature.description}`,
    ...signature.options.map(({ name, description }) => `    ${name}: ${description}`),
  ]);
  return [...lines, ...OWN.map(([name, description]) => `${name}\n    ${description}`)].join('\n');
}
