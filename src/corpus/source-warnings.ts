import path from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { messages } from '../messages/index.js';
import { lineCounter } from '../text/lines.js';
import { addressWarnings } from './addresses.js';
import type { Fault } from './fault.js';
import { readSeedFile, SOURCES_FILE } from './files.js';
import { isKnownLanguage, tagNamed } from './language-names.js';
import type { Source } from './source.js';

/** A warning of what is stated of a document, and of which field. */
export interface SourceWarning extends Pick<Fault, 'problem' | 'remedy'> {
  readonly field: keyof Source;
}

/** What is worth knowing of a source that is sound. */
export function sourceWarnings({ url, language }: Source): SourceWarning[] {
  const found: SourceWarning[] = [];
  if (url !== undefined) {
    for (const words of addressWarnings(url)) found.push({ field: 'url', ...words });
  }
  if (language !== undefined && !isKnownLanguage(language))
    found.push({ field: 'language', ...messages.seedWarnings.languageName(language, tagNamed(language)) });
  return found;
}

/**
 * The same warnings, each at the line of `sources.json` that states it, which is read for that alone; or at the
 * document itself, where it is not stated there.
 */
export function placedInSources(
  root: string,
  warnings: readonly { readonly document: string; readonly warning: SourceWarning }[],
): Fault[] {
  if (warnings.length === 0) return [];
  const file = path.join(root, SOURCES_FILE);
  const read = readSeedFile(root, SOURCES_FILE);
  const text = 'bytes' in read ? new TextDecoder().decode(read.bytes) : '';
  const tree = parseTree(text);
  const entries = new Map(tree?.children?.map(({ children: [key, value] = [] }) => [key?.value, value]));
  const placed = warnings.map(({ document, warning: { field, problem, remedy } }) => {
    const entry = entries.get(document);
    const offset = entry && (findNodeAtLocation(entry, [field]) ?? entry).offset;
    return { document, offset, words: { problem, remedy } };
  });
  const lineAt = lineCounter(text);
  return placed
    .sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
    .map(({ document, offset, words }) =>
      offset === undefined
        ? { file: path.join(root, document), line: 1, ...words }
        : { file, line: lineAt(offset), ...words },
    );
}
