import path from 'node:path';
import { messages } from '../messages/index.js';
import type { Pace } from '../text/pace.js';
import type { Document } from './document.js';
import { type Fault, faultsInOrder } from './fault.js';
import { nearDuplicates, type Sketch, sketchOf } from './near-duplicates.js';
import { passedOver } from './passed-over.js';
import { placedInSources, type SourceWarning, sourceWarnings } from './source-warnings.js';
import { toldOf, warningsOn } from './warnings.js';

/** What is noted of a document when it is read, so that it need not be read for it again. */
export interface Notes {
  readonly warnings: readonly Fault[];
  readonly ofSource: readonly SourceWarning[];
  readonly sketch: Sketch | undefined;
}

/** Reads a document of the folder `root` for what is worth knowing of it. */
export function notesOn(root: string, document: Document): Notes {
  return {
    warnings: warningsOn(document, path.join(root, document.file)),
    ofSource: sourceWarnings(document.source),
    sketch: sketchOf(document.text),
  };
}

/** A document and its notes. */
export interface Noted {
  readonly document: Document;
  readonly notes: Notes;
}

/** What was found in a folder. */
interface Found {
  /** The names of its files that were not read. */
  readonly passed: readonly string[];
  readonly noted: readonly Noted[];
  /** What is worth knowing of how its files were read. */
  readonly others: readonly Fault[];
}

/** What is worth telling of a folder that is sound, by file and line. Rests as `pace` says. */
export async function warningsOf(
  root: string,
  { passed, noted, others }: Found,
  pace: Pace,
): Promise<Fault[]> {
  const at = (name: string, words: Pick<Fault, 'problem' | 'remedy'>): Fault => ({
    file: path.join(root, name),
    line: 1,
    ...words,
  });
  const unread = passed.flatMap((name) => {
    const words = passedOver(name);
    return words ? [at(name, words)] : [];
  });
  const ofSources = noted.flatMap(({ document, notes }) =>
    notes.ofSource.map((warning) => ({ document: document.file, warning })),
  );
  const pairs = await nearDuplicates(
    noted.map(({ notes }) => notes.sketch),
    pace,
  );
  const copies = pairs.flatMap(([number, before]) => {
    const [copy, first] = [noted[number]?.document, noted[before]?.document];
    if (!copy || !first) return [];
    return [at(copy.file, messages.seedWarnings.nearDuplicate(path.join(root, first.file)))];
  });
  const own = noted.flatMap(({ notes }) => notes.warnings);
  return faultsInOrder(
    toldOf(faultsInOrder([...unread, ...placedInSources(root, ofSources), ...copies, ...own, ...others])),
  );
}
