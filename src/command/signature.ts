import type { Command } from './command.js';
import { type DeclaredOption, declaredOptions } from './option.js';
import { subcommandsOf } from './subcommands.js';

/** A command, or a subcommand of one, as it is typed: its full name and the options it takes. */
export interface Signature {
  readonly command: Command;
  /** As typed after the slash: `quote`, `corpus reload`. */
  readonly name: string;
  readonly subcommand: string | undefined;
  readonly description: string;
  readonly options: readonly DeclaredOption[];
}

/** Every way in which `commands` can be typed. A command that is chosen on a message has none. */
export function signatures(commands: readonly Command[]): Signature[] {
  return commands
    .filter(({ onMessage }) => !onMessage)
    .flatMap((command): Signature[] => {
      const { name, description } = command;
      const options = declaredOptions(command.options);
      const subcommands = subcommandsOf(command.options);
      if (subcommands.length === 0) return [{ command, name, subcommand: undefined, description, options }];
      return subcommands.map(([subcommand, purpose]) => ({
        command,
        name: `${name} ${subcommand}`,
        subcommand,
        description: purpose,
        options: options.filter(({ of }) => of?.includes(subcommand) ?? true),
      }));
    });
}

/** How a signature is written: `/quote topic:… [outlet:…]`. */
export function usage({ name, options }: Signature): string {
  const parts = options.map((option) => (option.required ? `${option.name}:…` : `[${option.name}:…]`));
  return [`/${name}`, ...parts].join(' ');
}
