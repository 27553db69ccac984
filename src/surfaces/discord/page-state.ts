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

const REVISION_LENGTH = 8;

/** The form in which a state holds a revision. */
export function shortRevision(revision: string): string {
  return revision.slice(0, REVISION_LENGTH);
}

// A custom_id is `page.index.count|chunk`: the page to turn to, and one chunk of the state. Together the
// buttons of a message hold all of it, which a single custom_id of 100 characters could not.
const CUSTOM_ID = /^(\d+)\.(\d+)\.(\d+)\|(.*)$/s;

const stateSchema = z.tuple([
  z.string(),
  z.string(),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  z.tuple([z.string(), z.string(), z.string()]).optional(),
]);

/** True if three buttons can carry a state, whichever pages they turn to. */
export function fitsButtons(state: PageState): boolean {
  return encodeState(state, [999, 999, 999]) !== undefined;
}

/** A custom_id for each of `pages`, which are what the buttons turn to; undefined where the state is too long. */
export function encodeState(
  { command, options, revision, message }: PageState,
  pages: readonly number[],
): string[] | undefined {
  const reference = message ? [[message.channel, message.id, message.hash]] : [];
  const characters = [...JSON.stringify([command, revision, options, ...reference])];
  const ids: string[] = [];
  for (const [index, page] of pages.entries()) {
    let id = `${page}.${index}.${pages.length}|`;
    while (characters[0] !== undefined && id.length + characters[0].length <= LIMITS.customId) {
      id += characters.shift();
    }
    ids.push(id);
  }
  return characters.length === 0 ? ids : undefined;
}

/** The page that the button with `pressed` turns to. */
export function decodePage(pressed: string): number | undefined {
  const match = CUSTOM_ID.exec(pressed);
  return match ? Number(match[1]) : undefined;
}

/** The state that the buttons of a message hold together, or undefined where they hold none that we wrote. */
export function decodeState(customIds: readonly string[]): PageState | undefined {
  const chunks: string[] = [];
  for (const id of customIds) {
    const match = CUSTOM_ID.exec(id);
    if (match) chunks[Number(match[2])] = match[4] ?? '';
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
