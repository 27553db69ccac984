import path from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import writeFileAtomic from 'write-file-atomic';
import type { Document } from './document.js';
import { readSeedFile, SOURCES_FILE } from './files.js';
import { inUtf8 } from './forms/decode.js';
import type { Suggestions } from './forms/extracted.js';
import { sourceSchema } from './source.js';

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

/** Writes what is suggested into `sources.json` of the folder `root`, beside what is stated there, all or nothing. */
export async function stateSuggested(root: string, suggested: readonly SuggestedSource[]): Promise<void> {
  const read = readSeedFile(root, SOURCES_FILE);
  let text = ('bytes' in read ? inUtf8(read.bytes) : undefined) ?? '{}\n';
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  for (const { file, fields } of suggested) {
    for (const [field, value] of fields) {
      text = applyEdits(text, modify(text, [file, field], value, { formattingOptions }));
    }
  }
  await writeFileAtomic(path.join(root, SOURCES_FILE), text);
}
