import {
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIInteraction,
  ApplicationCommandOptionType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { GivenOptions, RawOptions } from '../../command/command.js';
import { type FileProblem, GivenFile } from '../../command/given-file.js';
import { MAX_FILE_BYTES } from '../../corpus/files.js';
import { messages } from '../../messages/index.js';
import { isTyped } from './payload.js';

/** Where attachments are fetched from. */
export interface AttachmentSource {
  /** The only origins that are asked, such as `https://cdn.discordapp.com`. */
  readonly origins: readonly string[];
  /** How long a file may take, in milliseconds. */
  readonly within: number;
}

/**
 * Discord's own hosts of files (its documentation, "CDN Formatting" and "Attachment Object"), and as long as 5 MiB take at
 * 4 Mbit/s with some to spare: well within the 15 minutes in which Discord takes an answer.
 */
export const DISCORDS_FILES: AttachmentSource = {
  origins: ['https://cdn.discordapp.com', 'https://media.discordapp.net'],
  within: 20_000,
};

/**
 * Fetches what a member attached to a command, from Discord alone and without following it elsewhere, in at most
 * `MAX_FILE_BYTES`; or says what to do instead. Never rejects.
 */
export async function fetchAttachment(
  { filename, size, url }: Pick<APIAttachment, 'filename' | 'size' | 'url'>,
  { origins, within }: AttachmentSource = DISCORDS_FILES,
): Promise<GivenFile | FileProblem> {
  const { files } = messages.changing;
  if (!origins.includes(originOf(url))) return { problem: files.notDiscords };
  if (size > MAX_FILE_BYTES) return { problem: files.tooLarge(MAX_FILE_BYTES) };
  const signal = AbortSignal.timeout(within);
  try {
    const response = await fetch(url, { redirect: 'manual', signal });
    if (response.status >= 300 && response.status < 400) return await left(response, files.elsewhere);
    if (!response.ok || !response.body) return await left(response, files.refused(response.status));
    const bytes = await readUpTo(response.body, MAX_FILE_BYTES);
    return bytes ? new GivenFile(filename, bytes) : { problem: files.tooLarge(MAX_FILE_BYTES) };
  } catch {
    return { problem: signal.aborted ? files.late : files.unreached };
  }
}

function originOf(url: string): string {
  try {
    const { origin, username, password } = new URL(url);
    return username === '' && password === '' ? origin : '';
  } catch {
    return '';
  }
}

/** A response of which nothing more is read. */
async function left({ body }: Response, problem: string): Promise<FileProblem> {
  await body?.cancel();
  return { problem };
}

/** What a stream holds; undefined where that is more than `max` bytes, of which no more is read. */
async function readUpTo(stream: ReadableStream<Uint8Array>, max: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // Leaving the loop ends the stream.
    if (size > max) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An attachment, and the option that it was given to. */
export interface GivenAttachment {
  readonly option: string;
  readonly attachment: APIAttachment;
}

/** What was attached to a command, by its options. */
export function attachmentsOf(interaction: APIInteraction): GivenAttachment[] {
  if (!isTyped(interaction)) return [];
  const { options = [], resolved } = interaction.data;
  return flat(options).flatMap((option) => {
    if (option.type !== ApplicationCommandOptionType.Attachment) return [];
    const attachment = resolved?.attachments?.[option.value];
    return attachment ? [{ option: option.name, attachment }] : [];
  });
}

type Option = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommand>;

function flat(options: readonly Option[]): Option[] {
  return options.flatMap((option) => ('options' in option ? flat(option.options ?? []) : [option]));
}

/** Options with the files that were attached to them, fetched one after another; or what keeps one from being given. Never rejects. */
export async function withAttachments(
  raw: RawOptions,
  attachments: readonly GivenAttachment[],
  source?: AttachmentSource,
): Promise<{ readonly given: GivenOptions } | FileProblem> {
  const given: Record<string, GivenOptions[string]> = { ...raw };
  for (const { option, attachment } of attachments) {
    const file = await fetchAttachment(attachment, source);
    if ('problem' in file) return file;
    given[option] = file;
  }
  return { given };
}
