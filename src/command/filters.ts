import type { SlashCommandBooleanOption, SlashCommandStringOption } from 'discord.js';
import { z } from 'zod';
import type { Corpus } from '../corpus/corpus.js';
import type { Document } from '../corpus/document.js';
import type { Passage } from '../corpus/passage.js';
import { isContinued, speechOf } from '../corpus/speech.js';
import { speakersIn } from '../languages/english/speech.js';
import { isCommon } from '../languages/terms.js';
import { type Reply, say } from '../reply/reply.js';
import { count } from '../text/count.js';
import { foldWord } from '../text/fold.js';
import { quotationsIn } from '../text/quotation-marks.js';
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
export function refuseFilters({ outlet, from, to, speaker }: Filters, corpus: Corpus): Reply | undefined {
  if (from !== undefined && to !== undefined && from > to && !from.startsWith(to)) {
    return say('invalid', `The option from is later than to (${from}, ${to}); exchange them.`);
  }
  if (speaker !== undefined && words(speaker).length === 0) {
    return say('invalid', 'The option speaker is not a name; write one, such as the last name alone.');
  }
  return outlet === undefined ? undefined : unknownOutlet(outlet, corpus);
}

/** Whether a passage, by its number, passes the filters; undefined where there are none. */
export function passing(
  corpus: Corpus,
  topic: string,
  filters: Filters,
): ((passage: number) => boolean) | undefined {
  const { outlet, from, to, said, speaker } = filters;
  const all = [outlet, from, to, speaker].every((filter) => filter === undefined) && !said;
  if (all) return undefined;
  const passes = new Map<Document, boolean>();
  for (const document of corpus.documents) passes.set(document, isWanted(document, filters));
  return (number) => {
    const passage = corpus.passages[number];
    if (!passage || !passes.get(passage.document)) return false;
    return (
      (!said || isSaid(corpus, passage, topic)) && (speaker === undefined || isSpeaking(passage, speaker))
    );
  };
}

/** Whether a document passes the filters that are about its source. */
export function isWanted(document: Document, { outlet, from, to }: Filters): boolean {
  const { published } = document.source;
  if (outlet !== undefined && !isFrom(document, outlet)) return false;
  if (from !== undefined && (published === undefined || published.slice(0, from.length) < from)) return false;
  return to === undefined || (published !== undefined && published.slice(0, to.length) <= to);
}

/** What was left out for want of a date, in our own words. */
export function filterNotes({ documents }: Corpus, { outlet, from, to }: Filters): string[] {
  if (from === undefined && to === undefined) return [];
  const undated = documents.filter(
    (document) => document.source.published === undefined && isWanted(document, { outlet }),
  );
  return undated.length === 0
    ? []
    : [`Left out, since no date is stated: ${count(undated.length, 'document')}`];
}

/** Whether at least half of what a topic's words weigh stands inside quotation marks in a passage. */
function isSaid({ table }: Corpus, { text }: Passage, topic: string): boolean {
  const { vocabulary } = table;
  const inQuotation = quotationsIn(text).map(({ innerStart, innerEnd }) => text.slice(innerStart, innerEnd));
  const said = new Set(words(inQuotation.join('\n')).flatMap((word) => vocabulary.keysFor(word.text)));
  const typed = words(topic);
  const telling = typed.filter((word) => !isCommon(word.text));
  let [asked, met] = [0, 0];
  for (const { text: word } of telling.length > 0 ? telling : typed) {
    const weight = table.weightOf(word);
    asked += weight;
    if (vocabulary.keysFor(word).some((key) => said.has(key))) met += weight;
  }
  return met > 0 && met >= asked / 2;
}

/**
 * True if somebody of this name is named next to a verb of saying, or said what goes on in this passage from the
 * one before; a pronoun is nobody's name.
 */
function isSpeaking(passage: Passage, speaker: string): boolean {
  const { text, document } = passage;
  const wanted = words(speaker).map((word) => foldWord(word.text));
  const last = wanted.at(-1);
  if (last === undefined) return false;
  // Most passages do not have the name at all, which is quicker to see.
  const isNamed = words(text).some((word) => bareName(word.text) === last);
  const names = isNamed ? speakersIn(text) : [];
  if (OPENS.test(text) && isContinued(passage)) {
    const speakers = speechOf(passage).flatMap((speech) => speech.speaker ?? []);
    names.push(...speakers.map(({ start, end }) => document.text.slice(start, end)));
  }
  return names.some((name) => {
    const named = new Set(words(name).map((word) => bareName(word.text)));
    return wanted.every((word) => named.has(word));
  });
}

/** A quotation mark at the beginning of a paragraph. */
const OPENS = /^["“«„‟»]/;

/** A folded word without the ending of a possessive. */
function bareName(word: string): string {
  return foldWord(word).replace(/'s?$/, '');
}

/**
 * Whether a document is from what a member named as `outlet`: the outlet as stated, or else the document's id,
 * since a document may state no outlet. Letter case and accents do not count.
 */
function isFrom({ source, id }: Document, outlet: string): boolean {
  const named = foldWord(outlet);
  return [source.outlet ?? '', id].some((name) => foldWord(name) === named);
}

/** The reply to an outlet that the corpus does not have, or undefined where it has it. */
function unknownOutlet(outlet: string, corpus: Corpus): Reply | undefined {
  if (corpus.documents.some((document) => isFrom(document, outlet))) return undefined;
  const known =
    corpus.outlets.length > 0
      ? `The outlets are: ${corpus.outlets.join(', ')}.`
      : `No document here states its outlet; name a document by its id instead, such as ${corpus.documents[0]?.id}.`;
  return say('invalid', `There is no outlet ${repeated(outlet)} here. ${known}`);
}
