import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Where } from '../../command/command.js';
import type { DeclaredOption } from '../../command/option.js';
import { signatures } from '../../command/signature.js';
import { assertDeclarable } from './limits.js';

/** What Discord is told of a command that is typed, or of one that is chosen on a message. */
export type Declaration =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** In which conversations Discord shows a command, and by which way the bot may have come there. */
const PLACES: Readonly<Record<Where, Pick<Declaration, 'contexts' | 'integration_types'>>> = {
  anywhere: {
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  },
  'home server': {
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
};

/**
 * What Discord is told of `command`.
 * @throws OverLimitError where Discord would refuse it.
 */
export function declarationOf(command: Command): Declaration {
  const { name, description, where, moderation, onMessage } = command;
  const common = {
    name,
    ...PLACES[where],
    ...(moderation && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) }),
  };
  if (onMessage) return assertDeclarable({ ...common, type: ApplicationCommandType.Message });
  const options = signatures([command]).flatMap((signature): APIApplicationCommandOption[] => {
    const basic = signature.options.map(optionOf);
    if (signature.subcommand === undefined) return basic;
    const type = ApplicationCommandOptionType.Subcommand as const;
    return [{ type, name: signature.subcommand, description: signature.description, options: basic }];
  });
  return assertDeclarable({ ...common, type: ApplicationCommandType.ChatInput, description, options });
}

function optionOf(option: DeclaredOption): APIApplicationCommandBasicOption {
  const { name, description, required, kind, minLength = 0, maxLength, minimum, maximum } = option;
  const common = { name, description, required };
  if (kind === 'yes or no') return { ...common, type: ApplicationCommandOptionType.Boolean };
  if (kind === 'file') return { ...common, type: ApplicationCommandOptionType.Attachment };
  if (kind === 'whole number') {
    return {
      ...common,
      type: ApplicationCommandOptionType.Integer,
      ...(minimum !== undefined && { min_value: minimum }),
      ...(maximum !== undefined && { max_value: maximum }),
    };
  }
  const lengths = {
    // Discord sends no option that is empty.
    ...(minLength > 1 && { min_length: minLength }),
    ...(maxLength !== undefined && { max_length: maxLength }),
  };
  const text = { ...common, type: ApplicationCommandOptionType.String as const };
  // Of a choice nothing is typed, so there is nothing to suggest or to measure.
  if (option.choices) return { ...text, choices: option.choices.map((name) => ({ name, value: name })) };
  return { ...text, ...lengths, ...(option.suggests && { autocomplete: true as const }) };
}
