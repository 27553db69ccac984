import { z } from 'zod';

/** What people are shown of an option, besides what its schema says. */
export interface ShownOption {
  /** One line that says what to write there. */
  readonly description: string;
  /** True if the command's `complete` offers values while it is typed. */
  readonly suggests?: boolean;
  /** The only subcommands that take it; all do where none is named. */
  readonly of?: readonly string[];
  /** True if those cannot do without it. */
  readonly needed?: boolean;
  /** True of a `GivenFile`. */
  readonly file?: boolean;
  /** True if it says only how people are shown an answer, which is the same without it. */
  readonly forPeople?: boolean;
}

/** What the registry says of an option that is no part of its JSON Schema. */
export const SHOWN_ALONE = ['suggests', 'of', 'needed', 'file', 'forPeople'] as const;

/** What people are shown of the options of all commands, by the schema of each. */
export const shownOptions = z.registry<ShownOption>();

/** An option as any surface may show and read it. Lengths are in UTF-16 code units. */
export interface DeclaredOption extends ShownOption {
  readonly name: string;
  readonly kind: 'text' | 'whole number' | 'yes or no' | 'file';
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The only values that it takes, where there are few. */
  readonly choices?: readonly string[];
}

/** The name under which a command's schema has its subcommands. */
export const SUBCOMMAND = 'subcommand';

/** A JSON Schema with what the registry says of it. */
type ShownSchema = z.core.JSONSchema.JSONSchema & Partial<ShownOption>;

const KIND_OF_TYPE: Readonly<Record<string, DeclaredOption['kind']>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'yes or no',
};

/**
 * The options that `schema` checks, in its order, without the subcommand.
 * @throws TypeError where one has no description, or is of a kind that nobody could type.
 */
export function declaredOptions(schema: z.ZodObject): DeclaredOption[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    metadata: shownOptions,
    // A file is no JSON.
    unrepresentable: 'any',
  });
  return Object.entries(properties)
    .filter(([name]) => name !== SUBCOMMAND)
    .map(([name, property]) => declaredOption(name, property as ShownSchema, required.includes(name)));
}

/** What does not fit the subcommand that was called: an option of another, or none where one is needed. */
export type Misfit =
  | { readonly kind: 'misplaced'; readonly name: string; readonly of: readonly string[] }
  | { readonly kind: 'missing'; readonly name: string };

/** The first option that does not fit the subcommand that was called; undefined where all do. */
export function misfitOf(schema: z.ZodObject, raw: Readonly<Record<string, unknown>>): Misfit | undefined {
  for (const [name, option] of Object.entries(schema.shape)) {
    const { of, needed = false } = shownOptions.get(option as z.ZodType) ?? {};
    if (of === undefined) continue;
    const isTaken = of.includes(String(raw[SUBCOMMAND]));
    if (raw[name] !== undefined && !isTaken) return { kind: 'misplaced', name, of };
    if (raw[name] === undefined && isTaken && needed) return { kind: 'missing', name };
  }
  return undefined;
}

function declaredOption(name: string, property: ShownSchema, required: boolean): DeclaredOption {
  const { type, description, suggests, of, needed = false, file, forPeople } = property;
  const { minLength, maxLength, minimum, maximum, enum: choices } = property;
  const kind = file ? 'file' : KIND_OF_TYPE[String(type)];
  if (kind === undefined) throw new TypeError(`The option ${name} is neither text, whole number nor boolean`);
  if (description === undefined) throw new TypeError(`The option ${name} has no description`);
  return {
    name,
    kind,
    description,
    required: required || needed,
    ...(suggests && { suggests }),
    ...(of !== undefined && { of }),
    ...(forPeople && { forPeople }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(choices && { choices: choices.map(String) }),
  };
}
