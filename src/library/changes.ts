import type { Document } from '../corpus/document.js';

/** The files that tell one corpus from another. */
export interface Changes {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What tells the documents `after` from those `before`, in order. */
export function changesBetween(before: readonly Document[], after: readonly Document[]): Changes {
  const [old, now] = [byFile(before), byFile(after)];
  const files = (documents: Iterable<Document>) => [...documents].map(({ file }) => file);
  return {
    added: files(now.values()).filter((file) => !old.has(file)),
    changed: files(now.values()).filter((file) => {
      const [was, is] = [old.get(file), now.get(file)];
      // What has not changed was taken over as it is, as a rule.
      if (!was || !is || was === is) return false;
      return was.contentHash !== is.contentHash || JSON.stringify(was.source) !== JSON.stringify(is.source);
    }),
    removed: files(old.values()).filter((file) => !now.has(file)),
  };
}

function byFile(documents: readonly Document[]): Map<string, Document> {
  return new Map(documents.map((document) => [document.file, document]));
}
