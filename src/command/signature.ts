import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { Command } from './command.js';

/** A command, or a subcommand of one, as it is called: its full name and the options it takes. */
export interface Signature {
  readonly command: Command;
  /** As typed after the slash: `quote`, `corpus reload`. */
  readonly name: string;
  readonly subcommand: string | undefined;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Every way in which `commands` can be called, read from what Discord is told of them. */
export function signatures(commands: readonly Command[]): Signature[] {
  return commands.flatMap((command): Signature[] => {
    // A command on a message is pressed and never typed.
    if (!('description' in command.declaration)) return [];
    const { name, description, options = [] } = command.declaration;
    const subcommands = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
    if (subcommands.length === 0) {
      const basic = options.filter(
        (option): option is APIApplicationCommandBasicOption => !isGroup(option.type),
      );
      return [{ command, name, subcommand: undefined, description, options: basic }];
    }
    return subcommands.map((subcommand) => ({
      command,
      name: `${name} ${subcommand.name}`,
      subcommand: subcommand.name,
      description: subcommand.description,
      options: subcommand.options ?? [],
    }));
  });
}

function isGroup(type: ApplicationCommandOptionType): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

/** How a signature is written: `/quote topic:… [outlet:…]`. */
export function usage({ name, options }: Signature): string {
  const parts = options.map((option) => (option.required ? `${option.name}:…` : `[${option.name}:…]`));
  return [`/${name}`, ...parts].join(' ');
}
