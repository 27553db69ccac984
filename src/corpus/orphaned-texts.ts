import type { Dirent } from 'node:fs';
import { opendir } from 'node:fs/promises';
import path from 'node:path';
import { messages } from '../messages/index.js';
import type { Pace } from '../text/pace.js';
import type { Fault } from './fault.js';
import { KEPT_FOLDER } from './kept-text.js';

/** Nobody reads of more of them. */
const MOST_ORPHANS = 1_000;
/** What a kept text and its record have behind the name of their document. */
const BESIDE = /\.(?:txt|json)$/;

/**
 * The texts that were taken out of documents which are no longer in the folder `root`, whose documents are `names`: they cannot be
 * made anew, so they are told of, and stay. Rests as `pace` says.
 */
export async function orphanedTexts(root: string, names: ReadonlySet<string>, pace: Pace): Promise<Fault[]> {
  const orphans = new Map<string, string>();
  for await (const file of filesIn(path.join(root, KEPT_FOLDER), '', pace)) {
    const name = file.replace(BESIDE, '');
    if (name === file || names.has(name)) continue;
    // The text stands for its record too.
    if (!orphans.has(name) || file.endsWith('.txt')) orphans.set(name, file);
    if (orphans.size === MOST_ORPHANS) break;
  }
  return [...orphans].map(([name, file]) => ({
    file: path.join(root, KEPT_FOLDER, file),
    line: 1,
    ...messages.forms.orphaned(name),
  }));
}

/** The paths of the files in a folder and its subfolders; none where it cannot be read. */
async function* filesIn(root: string, folder: string, pace: Pace): AsyncGenerator<string> {
  for await (const entry of entriesOf(path.join(root, folder))) {
    await pace();
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(root, name, pace);
    else if (entry.isFile()) yield name;
  }
}

async function* entriesOf(folder: string): AsyncGenerator<Dirent> {
  const opened = await opendir(folder).catch(() => undefined);
  if (opened) yield* opened;
}
