import type { Document } from './document.js';
import { withSource } from './edit-sources.js';
import { writeChange } from './file-changes.js';
import { readSeedFile, SOURCES_FILE } from './files.js';
import { inUtf8 } from './forms/decode.js';
import type { Suggestions } from './forms/extracted.js';
import { type Source, sourceSchema } from './source.js';

/** What a document's file says of itself and nobody has stated. */
export interface SuggestedSource {
  /** The document's file, as it is named in `sources.json`. */
  readonly file: string;
  readonly fields: readonly (readonly [field: keyof Suggestions, value: string])[];
}

/** What could be stated of documents by what their files say: fields that are not stated, with values that may be. */
export function suggestedSources(documents: readonly Document[]): SuggestedSource[] {
  return documents.flatMap(({ file, source, extraction }) => {
    const fields = Object.entries(extraction?.suggestions ?? {}).filter(
      ([field, value]) =>
        source[field as keyof Suggestions] === undefined &&
        sourceSchema.safeParse({ [field]: value }).success,
    ) as [keyof Suggestions, string][];
    return fields.length > 0 ? [{ file, fields }] : [];
  });
}

/**
 * Writes what is suggested into `sources.json` of the folder `root`, beside what that states of each file (`stated`), all or
 * nothing.
 */
export async function stateSuggested(
  root: string,
  suggested: readonly SuggestedSource[],
  stated: ReadonlyMap<string, Source>,
): Promise<void> {
  const read = readSeedFile(root, SOURCES_FILE);
  const before = 'bytes' in read ? inUtf8(read.bytes) : undefined;
  const after = suggested.reduce<string | undefined>(
    (text, { file, fields }) =>
      withSource(text, file, { ...stated.get(file), ...Object.fromEntries(fields) }),
    before,
  );
  if (after !== undefined) await writeChange(root, { file: SOURCES_FILE, bytes: Buffer.from(after) });
}
