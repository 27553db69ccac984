import { type Document, documentId } from '../corpus/document.js';
import type { ChangePlan } from '../corpus/document-changes.js';
import { FolderHold } from '../corpus/folder-hold.js';
import { openSeedFolder, type SeedFolder } from '../corpus/seed-folder.js';
import { createPace } from '../text/pace.js';
import type { Library } from './library.js';
import type { LiveLibrary, ReloadResult } from './live.js';

/** What came of a change of the documents, where it was planned. */
export type ChangeResult =
  | { readonly kind: 'changed'; readonly plan: ChangePlan; readonly reloaded: Reloaded }
  /** Nothing was to be changed. */
  | { readonly kind: 'same'; readonly plan: ChangePlan }
  /** The documents could not be loaded so, and are as they were. */
  | { readonly kind: 'undone'; readonly why: Exclude<ReloadResult, Reloaded> }
  /** The file was passed over, so that there would be no such document; everything is as it was. */
  | { readonly kind: 'passed over'; readonly plan: ChangePlan };

type Reloaded = Extract<ReloadResult, { kind: 'reloaded' }>;

/**
 * Changes the files of the seeds folder `root` as `planned` wants, and loads the documents again; where that finds
 * faults or breaks, all files are put back. Changes and reloads follow each other, those of other processes too.
 * `planned` is given the folder while nobody else changes it, and may return something else than a plan, which is then returned.
 * @throws FolderBusyError where another process is changing the folder, the error of Node where it cannot be written, and what
 *   loading throws.
 */
export async function changeDocuments<Refusal extends object>(
  live: LiveLibrary,
  root: string,
  by: string,
  planned: (folder: SeedFolder) => Promise<{ readonly plan: ChangePlan } | Refusal>,
): Promise<ChangeResult | Refusal> {
  return live.inTurn(by, async (reload) => {
    const hold = await FolderHold.take(root);
    try {
      const wanted = await planned(await openSeedFolder(root, createPace()));
      if (!('plan' in wanted)) return wanted;
      const { plan } = wanted;
      if (plan.changes.length === 0) return { kind: 'same', plan };
      await hold.write(plan.changes);
      const reloaded = await reload().catch(async (error: unknown) => {
        await hold.undo();
        throw error;
      });
      if (reloaded.kind !== 'reloaded') {
        await hold.undo();
        return { kind: 'undone', why: reloaded };
      }
      if (plan.after && !(await documentIn(reloaded.serving.library, plan.file))) {
        await hold.undo();
        await reload();
        return { kind: 'passed over', plan };
      }
      await makeFinal(hold, reload);
      return { kind: 'changed', plan, reloaded };
    } finally {
      await hold.leave();
    }
  });
}

/** The document in a file, by its id, which is of that file alone. */
export async function documentIn({ catalogue }: Library, file: string): Promise<Document | undefined> {
  const document = await catalogue.document(documentId(file));
  return document?.file === file ? document : undefined;
}

/** Makes a change final; where that fails it would be undone later, so it is undone now. */
async function makeFinal(hold: FolderHold, reload: () => Promise<ReloadResult>): Promise<void> {
  try {
    await hold.keep();
  } catch (error) {
    await hold.undo();
    await reload();
    throw error;
  }
}
