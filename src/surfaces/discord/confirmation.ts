import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { RawOptions } from '../../command/command.js';
import { SUBCOMMAND } from '../../command/option.js';
import type { Offer } from '../../reply/reply.js';
import { LIMITS } from './limits.js';

/** What a button confirms: a subcommand with the one option that it takes, and what its presser was shown. */
export interface Confirmation {
  readonly command: string;
  readonly options: RawOptions;
  readonly fingerprint: string;
}

const PREFIX = 'confirm';
const PARTED = '|';

/** Names as Discord has them, and no more than a custom_id has room for. */
const name = z.string().regex(/^[a-z-]{1,32}$/);
const confirmationSchema = z.tuple([
  z.literal(PREFIX),
  name,
  name,
  z.string().regex(/^[0-9a-f]{16}$/),
  name,
  z.string().min(1).max(LIMITS.customId),
]);

/** The button that does what a reply asks about; undefined where it cannot carry what that takes. */
export function confirmButton(
  command: string,
  { [SUBCOMMAND]: subcommand = '', ...options }: RawOptions,
  { label, confirms = '' }: Offer,
): APIButtonComponentWithCustomId | undefined {
  const [option, ...more] = Object.entries(options);
  if (!option || more.length > 0) return undefined;
  const custom_id = [PREFIX, command, subcommand, confirms, ...option].join(PARTED);
  if (custom_id.length > LIMITS.customId || !decodeConfirmation(custom_id)) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Danger, label, custom_id };
}

/** What a button with this custom_id confirms; undefined of other buttons. It is what anybody may have made up. */
export function decodeConfirmation(customId: string): Confirmation | undefined {
  const [prefix, command, subcommand, fingerprint, option, ...value] = customId
    .slice(0, LIMITS.customId)
    .split(PARTED);
  const parts = [prefix, command, subcommand, fingerprint, option, value.join(PARTED)];
  const parsed = confirmationSchema.safeParse(parts);
  if (!parsed.success) return undefined;
  const [, is, of, shown, named, given] = parsed.data;
  return { command: is, options: { [SUBCOMMAND]: of, [named]: given }, fingerprint: shown };
}

/** True of a custom_id that is meant to be one of these. */
export function isConfirmation(customId: string): boolean {
  return customId.startsWith(PREFIX + PARTED);
}
