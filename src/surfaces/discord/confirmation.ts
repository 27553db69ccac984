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

const PREFIX = 'confirm:';
const PARTED = '|';

/** A name as Discord has them. */
const name = z.string().regex(/^[a-z-]{1,32}$/);
const confirmationSchema = z.tuple([
  name,
  name,
  z.string().regex(/^[0-9a-f]{16}$/),
  name,
  z.string().min(1).max(LIMITS.customId),
]);

/** The button that does what a reply asks about; undefined where it asks nothing, or the button cannot carry it. */
export function confirmButton({ label, confirms }: Offer): APIButtonComponentWithCustomId | undefined {
  if (!confirms) return undefined;
  const { command, subcommand, fingerprint, option, value } = confirms;
  const custom_id = PREFIX + [command, subcommand, fingerprint, option, value].join(PARTED);
  if (custom_id.length > LIMITS.customId) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Danger, label, custom_id };
}

/** What a button with this custom_id confirms; undefined of other buttons. Anybody may have made it up. */
export function decodeConfirmation(customId: string): Confirmation | undefined {
  if (!isConfirmation(customId) || customId.length > LIMITS.customId) return undefined;
  const [named, of, shown, option, ...value] = customId.slice(PREFIX.length).split(PARTED);
  const parsed = confirmationSchema.safeParse([named, of, shown, option, value.join(PARTED)]);
  if (!parsed.success) return undefined;
  const [command, subcommand, fingerprint, taken, given] = parsed.data;
  return { command, options: { [SUBCOMMAND]: subcommand, [taken]: given }, fingerprint };
}

/** True of a custom_id that is meant to be one of these. */
export function isConfirmation(customId: string): boolean {
  return customId.startsWith(PREFIX);
}
