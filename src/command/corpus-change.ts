import path from 'node:path';
import type { Document } from '../corpus/document.js';
import type { ChangePlan } from '../corpus/document-changes.js';
import { countOf, describeFault } from '../corpus/fault.js';
import { FolderBusyError } from '../corpus/folder-hold.js';
import type { SeedFolder } from '../corpus/seed-folder.js';
import type { Source } from '../corpus/source.js';
import { codeOf } from '../corpus/system-code.js';
import { warningsOn } from '../corpus/warnings.js';
import { type ChangeResult, changeDocuments, documentIn } from '../library/change-documents.js';
import type { Library } from '../library/library.js';
import { messages } from '../messages/index.js';
import type { Fact } from '../reply/facts.js';
import { type Reply, say } from '../reply/reply.js';
import type { CallContext } from './command.js';
import { faultList, reloadedEverywhere } from './corpus-status.js';
import { SOURCE_OPTIONS, statedNow } from './source-options.js';

/** A change that is not to be made, and what is said of that. */
export interface NotPlanned {
  readonly reply: Reply;
}

/** What is said of a change that was made. */
export interface ChangeWords {
  /** Of the plan, with as many passages as the document has; 0 where it is gone. */
  readonly done: (plan: ChangePlan, passages: number) => string;
  readonly same: (plan: ChangePlan) => string;
}

/** What the system says, and not Node or an error of ours. */
const OF_SYSTEM = /^E[A-Z]+$/;
/** What Node says where a folder may only be read. */
const READ_ONLY = ['EROFS', 'EACCES', 'EPERM'];

/**
 * Changes the documents as `planned` wants, on behalf of the asker, and says what came of it. Rejects where loading breaks, and
 * then everything is as it was.
 */
export async function changeReply(
  { live, asker }: CallContext,
  planned: (folder: SeedFolder) => Promise<{ readonly plan: ChangePlan } | NotPlanned>,
  words: ChangeWords,
): Promise<Reply> {
  const { changing } = messages;
  if (live.seeds === undefined) return say('failed', changing.noFolder);
  try {
    const result = await changeDocuments(live, live.seeds, asker.name, planned);
    if ('reply' in result) return result.reply;
    if (result.kind === 'undone') return undoneReply(result);
    if (result.kind === 'passed over') return say('failed', changing.passedOver(result.plan.file));
    if (result.kind === 'same') return say('answered', words.same(result.plan));
    return await changedReply(result, live.seeds, words, { live, by: asker.name });
  } catch (error) {
    if (error instanceof FolderBusyError) return say('failed', changing.busy);
    if (error instanceof SyntaxError) return say('failed', changing.sourcesUnread);
    const code = codeOf(error);
    if (code === undefined || !OF_SYSTEM.test(code)) throw error;
    return say('failed', READ_ONLY.includes(code) ? changing.readOnly(code) : changing.notWritten(code));
  }
}

function undoneReply({ why }: Extract<ChangeResult, { kind: 'undone' }>): Reply {
  const { changing } = messages;
  if (why.kind === 'running') return say('failed', changing.running);
  const lines = why.faults.map(describeFault);
  return say('failed', changing.faulty(countOf(why.faults)), [faultList(lines)]);
}

async function changedReply(
  { plan, reloaded }: Extract<ChangeResult, { kind: 'changed' }>,
  root: string,
  { done }: ChangeWords,
  { live, by }: { readonly live: CallContext['live']; readonly by: string },
): Promise<Reply> {
  const { serving } = reloaded;
  const everywhere = await reloadedEverywhere(live, reloaded, {
    by,
    full: false,
    warnings: messages.seedWarnings.amountOfAll,
  });
  const document = plan.after && (await documentIn(serving.library, plan.file));
  const lines = document ? warningLines(document, root, serving.library) : [];
  return say(everywhere.isEverywhere ? 'answered' : 'failed', done(plan, document?.passages.length ?? 0), [
    { kind: 'facts', facts: [...planFacts(plan), ...everywhere.served] },
    ...everywhere.faults,
    ...(lines.length > 0 ? [{ kind: 'list' as const, name: messages.changing.warnings, lines }] : []),
  ]);
}

/** What is worth knowing of a document that is now in the folder `root`, and of how it was read. */
function warningLines(document: Document, root: string, library: Library): string[] {
  const file = path.join(root, document.file);
  const ofFile = library.warnings.filter((warning) => warning.file === file);
  const lines = [...warningsOn(document, file), ...ofFile].map(describeFault);
  return [...new Set(lines)].map((line) => messages.seeds.warning(line));
}

/** What a change does to a document. */
function planFacts({ file, before, after, keptAs }: ChangePlan): Fact[] {
  const { facts } = messages.changing;
  return [
    { name: facts.file, value: file, data: { file } },
    ...(after ? sourceChanges(before ?? {}, after) : []),
    ...(keptAs === undefined ? [] : [{ name: facts.keptAs, value: keptAs, data: { keptAs } }]),
  ];
}

/** What is stated otherwise of a source than before, by the names of its options. */
function sourceChanges(before: Source, after: Source): Fact[] {
  const { facts } = messages.changing;
  const names = messages.changing.fields;
  return SOURCE_OPTIONS.flatMap((option): Fact[] => {
    const [was, is] = [statedNow(before, option), statedNow(after, option)];
    if (was === is) return [];
    const shown = is ?? facts.none;
    return [{ name: names[option], value: was === undefined ? shown : facts.was(was, shown), data: {} }];
  });
}
