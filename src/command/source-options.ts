import type { z } from 'zod';
import { type Source, sourceSchema } from '../corpus/source.js';
import { wordsOf } from '../corpus/source-faults.js';
import { messages } from '../messages/index.js';
import { shownOptions } from './option.js';
import { typedText } from './options.js';

/** The longest of these texts, in UTF-16 code units: an address, of which a source takes fewer. */
const MAX_FIELD = 2_000;
/** With this, a moderator says that nothing is to be stated. */
export const CLEARED = '-';

const { options: shown } = messages.changing;
const OF = ['add', 'edit'];

function field(description: string, suggests = true) {
  return typedText(MAX_FIELD).optional().register(shownOptions, { description, of: OF, suggests });
}

/** The options of what is stated of a source, in the order in which they are shown. */
export const sourceOptions = {
  outlet: field(shown.outlet),
  title: field(shown.title),
  author: field(shown.author),
  date: field(shown.date),
  address: field(shown.address),
  language: field(shown.language),
  encoding: field(shown.encoding),
};

/** The name of one of these options. */
export type SourceOption = keyof typeof sourceOptions;

/** What these options are in `sources.json`. */
const FIELD_OF = {
  outlet: 'outlet',
  title: 'title',
  author: 'author',
  date: 'published',
  address: 'url',
  language: 'language',
  encoding: 'encoding',
} as const satisfies Readonly<Record<SourceOption, keyof Source>>;

/** The names of these options. */
export const SOURCE_OPTIONS = Object.keys(FIELD_OF) as SourceOption[];

/** Options as they were given. */
export type SourceGiven = Readonly<Partial<Record<SourceOption, string | undefined>>>;

/** What an option says of a source now; undefined where that says nothing of it. */
export function statedNow(source: Source, option: SourceOption): string | undefined {
  if (option === 'author') return authorText(source);
  const value = source[FIELD_OF[option]];
  return value === undefined ? undefined : String(value);
}

/** A source with what was given stated of it, or not stated where `CLEARED` was given; or what is wrong, a line each. */
export function withGiven(
  source: Source,
  given: SourceGiven,
): { readonly source: Source } | { readonly problems: readonly string[] } {
  const fields: Record<string, unknown> = { ...source };
  const changed = new Map<string, SourceOption>();
  for (const option of SOURCE_OPTIONS) {
    const value = given[option];
    if (value === undefined) continue;
    // Whoever wrote it is stated in one of two ways, never in both.
    if (option === 'author') for (const name of ['author', 'authors']) delete fields[name];
    delete fields[FIELD_OF[option]];
    if (value === CLEARED) continue;
    const [name, stated] = option === 'author' ? authorField(value) : [FIELD_OF[option], value];
    fields[name] = stated;
    changed.set(name, option);
  }
  const parsed = sourceSchema.safeParse(fields);
  if (parsed.success) return { source: parsed.data };
  return { problems: parsed.error.issues.map((issue) => describeIssue(issue, changed)) };
}

function describeIssue(issue: z.core.$ZodIssue, changed: ReadonlyMap<string, SourceOption>): string {
  const name = String(issue.path[0] ?? '');
  const { problem, remedy } = wordsOf(issue);
  const option = changed.get(name) ?? name;
  const { wrongField, badField } = messages.changing;
  return remedy === undefined ? badField(option, problem) : wrongField(option, problem, remedy);
}

/** Authors as `sources.json` states them, each as it is typed: a comma may stand before a given name, a suffix or a role. */
function authorField(text: string): [name: string, value: unknown] {
  const names = text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length < 2) return ['author', names.join('')];
  return ['authors', names.map((name) => ({ name }))];
}

function authorText(source: Source): string | undefined {
  const { author, authors } = source;
  const names = authors?.map((one) =>
    'name' in one ? one.name : [one.family, one.given].filter((part) => part).join(', '),
  );
  return names?.join('; ') ?? author;
}
