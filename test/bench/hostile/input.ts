import type { Place } from '../../discord-server/member.js';
import type { Files } from '../../support/folder.js';
import type { Dice } from './dice.js';

/** What is sent to Verbatim, by whichever way. */
export type Input =
  | {
      readonly to: 'Discord';
      /** As Discord numbers interactions: 2 a command, 3 a component, 4 completion, 5 a modal. */
      readonly type: number;
      readonly data: object;
      /** The message whose component was used. */
      readonly pressedOn?: object;
      /** A message that the bot may read again. */
      readonly readable?: { readonly id: string };
      /** A file that hangs on a command, hosted under an id. */
      readonly attached?: { readonly id: string; readonly name: string; readonly bytes: Uint8Array };
      /** True if it may change the documents where a moderator sends it. */
      readonly mayMove?: boolean;
      readonly place: Place;
      readonly isModerator: boolean;
    }
  | { readonly to: 'JSON'; readonly line: string }
  /** Documents and what is stated of them: loaded by themselves, or put in the place of those that answer, by a moderator. */
  | { readonly to: 'folder' | 'documents'; readonly files: Files };

/** A kind of hostile inputs. A new one is entered in `kinds.ts`. */
export interface Kind {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  make(dice: Dice): Input;
}

/** Where and by whom something is asked on Discord. */
export function asker(dice: Dice): { readonly place: Place; readonly isModerator: boolean } {
  const places: readonly Place[] = ['server', 'other server', 'direct message', 'installed by user'];
  return { place: dice.pick(places), isModerator: dice.chance(0.2) };
}
