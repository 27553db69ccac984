import type { SlashCommandBooleanOption, SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import type { Library } from '../library/library.js';
import { type Reply, say } from '../reply/reply.js';
import type { Filter } from '../search/engine.js';
import { isWanted } from '../search/source-filter.js';
import { count } from '../text/count.js';
import { words } from '../text/words.js';
import { MAX_NAME } from './options.js';
import { repeated } from './word-notes.js';

/** What narrows the passages that are looked through. */
export interface Filters {
  readonly outlet?: string | undefined;
  /** The first and the last day, month or year of publication, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only where a speaker's own words match. */
  readonly said?: boolean | undefined;
  /** Only where this one is named next to a verb of saying. */
  readonly speaker?: string | undefined;
}

/** A year, a month or a day, as options take it. */
export const dateText = z
  .string('is not a date; write it as YYYY-MM-DD, YYYY-MM or YYYY')
  .trim()
  .refine(isDate, 'is not a date of the calendar; write it as YYYY-MM-DD, YYYY-MM or YYYY');

function isDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(text)) return false;
  const day = `${text}${'-01'.repeat((10 - text.length) / 3)}`;
  return z.iso.date().safeParse(day).success;
}

/** The options `from` and `to`, as Discord is told of them. */
export function dateOption(
  name: 'from' | 'to',
): (option: SlashCommandStringOption) => SlashCommandStringOption {
  const description = `Only what was published ${name === 'from' ? 'on this day or later' : 'up to this day'}: YYYY-MM-DD`;
  return (option) => option.setName(name).setDescription(description).setMaxLength(10);
}

/** The option `said`, as Discord is told of it. */
export function saidOption(option: SlashCommandBooleanOption): SlashCommandBooleanOption {
  return option.setName('said').setDescription('Only where the words stand inside quotation marks');
}

/** The option `speaker`, as Discord is told of it. */
export function speakerOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('speaker')
    .setDescription('Only where this one is named as saying something')
    .setMaxLength(MAX_NAME)
    .setAutocomplete(true);
}

/** What is wrong with filters that no document can pass, as a reply; undefined where nothing is. */
export function refuseFilters({ outlet, from, to, speaker }: Filters, library: Library): Reply | undefined {
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to)) {
    return say('invalid', `The option from is later than to (${from}, ${to}); exchange them.`);
  }
  if (speaker !== undefined && words(speaker).length === 0) {
    return say('invalid', 'The option speaker is not a name; write one, such as the last name alone.');
  }
  return outlet === undefined ? undefined : unknownOutlet(outlet, library);
}

/** What filters ask of passages, as an engine takes it; `read` is what is searched for. */
export function filterFor({ said, ...others }: Filters, read: string): Filter {
  return { ...others, ...(said && { said: read }) };
}

/** What was left out for want of a date, in our own words. */
export function filterNotes({ documents }: Library, { outlet, from, to }: Filters): string[] {
  if (from === undefined && to === undefined) return [];
  const undated = documents.filter(
    (document) => document.source.published === undefined && isWanted(document, { outlet }),
  );
  return undated.length === 0
    ? []
    : [`Left out, since no date is stated: ${count(undated.length, 'document')}`];
}

/** The reply to an outlet that the corpus does not have, or undefined where it has it. */
function unknownOutlet(outlet: string, library: Library): Reply | undefined {
  if (library.documents.some((document) => isWanted(document, { outlet }))) return undefined;
  const known =
    library.outlets.length > 0
      ? `The outlets are: ${library.outlets.join(', ')}.`
      : `No document here states its outlet; name a document by its id instead, such as ${library.documents[0]?.id}.`;
  return say('invalid', `There is no outlet ${repeated(outlet)} here. ${known}`);
}
