import { z } from 'zod';
import type { RawOptions } from '../../command/command.js';
import { LIMITS } from './limits.js';

/**
 * What a page is made from again when somebody turns to it: the question and the corpus that answered it.
 * Nothing is remembered between, so pages turn after a restart too.
 */
export interface PageState {
  readonly command: string;
  readonly options: RawOptions;
  /** The beginning of the revision that the answer was made from. */
  readonly revision: string;
  /** The message that the answer is about, where its text is too long for the buttons and can be read again. */
  readonly message?: MessageReference | undefined;
}

/** A message that can be read again, and a hash of the text that it had. */
export interface MessageReference {
  readonly channel: string;
  readonly id: string;
  readonly hash: string;
}

/** What a button turns to: a page of an answer, and one of its sheets where it does not fit one message. */
export interface Target {
  /** Both counted from 0; the last where there are fewer. */
  readonly page: number;
  readonly sheet: number;
}

/** A page has fewer sheets, so this is its last. */
export const LAST_SHEET = 99;

const REVISION_LENGTH = 8;

/** The form in which a state holds a revision. */
export function shortRevision(revision: string): string {
  return revision.slice(0, REVISION_LENGTH);
}

// A custom_id is `page-sheet.index.count|chunk`: what to turn to (the first sheet has no `-0`), and one chunk of the state. Together the
// buttons of a message hold all of it, which a single custom_id of 100 characters could not. Anybody can send another, so each part is
// held to what one of ours can have: no answer has a million pages, and no row more than five buttons.
const CUSTOM_ID = /^(\d{1,6})(?:-(\d{1,2}))?\.([0-4])\.([1-5])\|(.{0,94})$/s;

/** The longest text that the chunks of five buttons can hold, in UTF-16 code units. */
const MAX_STATE = LIMITS.buttonsPerRow * LIMITS.customId;
/** The longest id of Discord's: 64 bits as digits. */
const snowflake = z.string().regex(/^\d{1,20}$/);

const stateSchema = z.tuple([
  z.string().min(1).max(LIMITS.commandName),
  z.string().max(REVISION_LENGTH),
  z
    .record(z.string().max(LIMITS.commandName), z.union([z.string().max(MAX_STATE), z.number(), z.boolean()]))
    .refine((options) => Object.keys(options).length <= LIMITS.commandOptions),
  z.tuple([snowflake, snowflake, z.string().regex(/^[\w-]{8}$/)]).optional(),
]);

/** True if three buttons can carry a state, whichever pages they turn to. */
export function fitsButtons(state: PageState): boolean {
  const far = { page: 999, sheet: LAST_SHEET };
  return encodeState(state, [far, far, far]) !== undefined;
}

/** A custom_id for each of `targets`, which are what the buttons turn to; undefined where the state is too long. */
export function encodeState(
  { command, options, revision, message }: PageState,
  targets: readonly Target[],
): string[] | undefined {
  const reference = message ? [[message.channel, message.id, message.hash]] : [];
  const characters = [...JSON.stringify([command, revision, options, ...reference])];
  const ids: string[] = [];
  for (const [index, { page, sheet }] of targets.entries()) {
    let id = `${sheet === 0 ? page : `${page}-${sheet}`}.${index}.${targets.length}|`;
    while (characters[0] !== undefined && id.length + characters[0].length <= LIMITS.customId) {
      id += characters.shift();
    }
    ids.push(id);
  }
  return characters.length === 0 ? ids : undefined;
}

/** What the button with `pressed` turns to. */
export function decodeTarget(pressed: string): Target | undefined {
  const match = CUSTOM_ID.exec(pressed);
  return match ? { page: Number(match[1]), sheet: Number(match[2] ?? 0) } : undefined;
}

/** The state that the buttons of a message hold together, or undefined where they hold none that we wrote. */
export function decodeState(customIds: readonly string[]): PageState | undefined {
  const chunks: string[] = [];
  for (const id of customIds) {
    const match = CUSTOM_ID.exec(id);
    if (match) chunks[Number(match[3])] = match[5] ?? '';
  }
  try {
    const [command, revision, options, reference] = stateSchema.parse(JSON.parse(chunks.join('')));
    if (!reference) return { command, revision, options };
    const [channel, id, hash] = reference;
    return { command, revision, options, message: { channel, id, hash } };
  } catch {
    return undefined;
  }
}
