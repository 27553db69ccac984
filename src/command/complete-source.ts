import { USUAL_ENCODINGS } from '../corpus/forms/encodings.js';
import { languages } from '../corpus/language-names.js';
import { messages } from '../messages/index.js';
import { bareChoice, MAX_CHOICES, titledChoice } from './choices.js';
import type { Choice, CompletionContext } from './command.js';
import { type SourceOption, statedNow } from './source-options.js';

/** The most outlets that are looked at for the ones that hold what was typed. */
const MAX_OUTLETS = 1_000;

/**
 * What an option of a source may become, of what holds `typed`: what is stated now of the document that is edited, and then the
 * outlets that others state, the languages by their names, the usual encodings by what is written in them, or today.
 */
export async function completeSource(
  option: SourceOption,
  typed: string,
  context: CompletionContext,
): Promise<Choice[]> {
  const { library, given } = context;
  const document =
    given.document === undefined ? undefined : await library.catalogue.document(String(given.document));
  const now = document && statedNow(document.source, option);
  const part = typed.trim().toLowerCase();
  const others = await othersOf(option, part, context);
  const first = now?.toLowerCase().includes(part) ? [bareChoice(now)] : [];
  return [...first, ...others.filter(({ value }) => value !== now)].slice(0, MAX_CHOICES);
}

async function othersOf(
  option: SourceOption,
  part: string,
  { library }: CompletionContext,
): Promise<Choice[]> {
  if (option === 'outlet') {
    const outlets = await library.catalogue.outlets(MAX_OUTLETS);
    return outlets.filter((outlet) => outlet.toLowerCase().includes(part)).map(bareChoice);
  }
  if (option === 'language') return languagesFrom(part);
  if (option === 'encoding') return encodingsFrom(part);
  const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  return option === 'date' && today.startsWith(part) ? [bareChoice(today)] : [];
}

/** The languages whose tag begins with `part`, or whose English name does. */
function languagesFrom(part: string): Choice[] {
  return languages()
    .filter(({ tag, name }) => tag.startsWith(part) || name.toLowerCase().startsWith(part))
    .map(({ tag, name }) => titledChoice(tag, name));
}

/** The usual encodings whose names begin with `part`, or what is written in which has it in its name. */
function encodingsFrom(part: string): Choice[] {
  const named = USUAL_ENCODINGS.map((name) => ({ name, written: messages.changing.encodings[name] }));
  return named
    .filter(({ name, written }) => name.startsWith(part) || written.toLowerCase().includes(part))
    .map(({ name, written }) => titledChoice(name, written));
}
