import {
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIUser,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { RawOptions } from '../../command/command.js';
import { wellFormed } from '../../text/well-formed.js';

/** An option as Discord sends it, of a command or of one that is being typed. */
type Option = APIApplicationCommandInteractionDataOption<
  InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>;

/** True of a command that was typed. */
export function isTyped(
  interaction: APIInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.ChatInput
  );
}

/** True of a command that was chosen on a message. */
export function isOnMessage(
  interaction: APIInteraction,
): interaction is APIMessageApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.Message
  );
}

/** Who sent an interaction: in a server a member, elsewhere a user. */
export function userOf({ member, user }: APIInteraction): APIUser | undefined {
  return member?.user ?? user;
}

/** True if permissions, as Discord writes them, let a member manage the server; administrators may do everything. */
export function mayManage(permissions: string | undefined): boolean {
  const managing = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
  return (BigInt(permissions ?? 0) & managing) !== 0n;
}

/** The values of options by name, the subcommand's name among them. */
export function rawOptions(options: readonly Option[] = []): RawOptions {
  const raw: Record<string, string | number | boolean> = {};
  for (const option of options) {
    if ('value' in option) raw[option.name] = option.value;
    else Object.assign(raw, { subcommand: option.name }, rawOptions(option.options));
  }
  return raw;
}

/**
 * The option that is being typed, and what of it there is.
 * @throws RangeError where none is.
 */
export function focusedOption(options: readonly Option[] = []): { name: string; value: string } {
  for (const option of options) {
    if ('focused' in option && option.focused)
      return { name: option.name, value: wellFormed(String(option.value)) };
    if (option.type === ApplicationCommandOptionType.Subcommand) return focusedOption(option.options);
  }
  throw new RangeError('No option is being typed');
}

/** The custom ids of all buttons of a message. */
export function customIds({ components = [] }: APIMessage): string[] {
  return components.flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((component) => ('custom_id' in component ? component.custom_id : []))
      : [],
  );
}
