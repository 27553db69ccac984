import { type Document, documentId } from '../corpus/document.js';
import { type Changing, holderOf, planAdd, planEdit, planRemove } from '../corpus/document-changes.js';
import { DOCUMENT_ENDINGS, endingOf, fileNameOf } from '../corpus/document-name.js';
import { MAX_FILE_BYTES } from '../corpus/files.js';
import { statedIn } from '../corpus/stated-source.js';
import { messages } from '../messages/index.js';
import { type Reply, say } from '../reply/reply.js';
import { sourceFacts } from '../reply/source-facts.js';
import { sha256Of } from '../text/sha256.js';
import type { CallContext } from './command.js';
import { changeReply } from './corpus-change.js';
import type { GivenFile } from './given-file.js';
import { CLEARED, SOURCE_OPTIONS, type SourceGiven, statedNow, withGiven } from './source-options.js';
import { repeated } from './word-notes.js';

/** What `/corpus add` is given. */
export interface AddGiven extends SourceGiven {
  readonly file?: GivenFile | undefined;
  readonly text?: string | undefined;
  readonly id?: string | undefined;
  readonly replace?: boolean | undefined;
}

/** `/corpus add`: puts a document into the folder. */
export async function addReply(given: AddGiven, context: CallContext): Promise<Reply> {
  const { changing } = messages;
  const { files } = changing;
  if (given.file !== undefined && given.text !== undefined) return say('invalid', files.both);
  const content = given.file?.bytes ?? (given.text === undefined ? undefined : asFile(given.text));
  // What is pasted comes as characters, so that there are no bytes to be read in any way.
  const isEncoded = given.encoding !== undefined && given.encoding !== CLEARED;
  if (given.file === undefined && isEncoded) return withTextBack(say('invalid', files.encodedText), given);
  if (content === undefined) return say('invalid', files.none);
  const named = nameFor(given);
  const stated = withGiven({}, given);
  const problems = [
    ...('problem' in named ? [named.problem] : []),
    ...('problems' in stated ? stated.problems : []),
    ...(content.length > MAX_FILE_BYTES ? [files.tooLarge(MAX_FILE_BYTES)] : []),
  ];
  if ('problem' in named || 'problems' in stated || problems.length > 0)
    return withTextBack(say('invalid', problems.join('\n')), given);
  const { name } = named;
  const own = statedIn(name, content);
  const twice = SOURCE_OPTIONS.filter(
    (option) => statedNow(stated.source, option) !== undefined && statedNow(own, option) !== undefined,
  );
  if (twice.length > 0) return withTextBack(say('invalid', changing.statedInFile(twice)), given);
  const { replace = false } = given;
  const reply = await changeReply(
    context,
    async (folder) => {
      const wanted = { name, bytes: content, source: stated.source, replace };
      const plan = await planAdd(folder, wanted, changingBy(context));
      if (plan) return { plan };
      const file = holderOf(folder, name)?.name ?? name;
      return { reply: say('invalid', changing.taken(documentId(file), file)) };
    },
    {
      done: ({ file, before }, passages) =>
        (before === undefined ? changing.added : changing.replaced)(file, documentId(file), passages),
      same: ({ file }) => changing.unchanged(documentId(file)),
    },
  );
  return reply.outcome === 'answered' ? reply : withTextBack(reply, given);
}

/** A text as a file has it, with a line end at its end. */
function asFile(text: string): Uint8Array {
  return Buffer.from(`${text.trimEnd()}\n`);
}

/** The name that a file is to have in the folder. */
function nameFor({ file, title, id }: AddGiven): { readonly name: string } | { readonly problem: string } {
  const { files } = messages.changing;
  const ending = file ? endingOf(file.name) : '.txt';
  if (ending === '') return { problem: files.noEnding(DOCUMENT_ENDINGS) };
  if (!DOCUMENT_ENDINGS.includes(ending)) return { problem: files.unknownEnding(ending, DOCUMENT_ENDINGS) };
  // Only a file's name has folders before it: a title may have slashes.
  const written = (text: string | undefined) => text?.replace(/[/\\]/g, ' ');
  const name = fileNameOf(id === undefined ? [file?.name, written(title)] : [written(id)], ending);
  return name === undefined ? { problem: files.noName } : { name };
}

/** A text that was pasted is nowhere else, so it is handed back where it was not added. */
function withTextBack(reply: Reply, { text }: AddGiven): Reply {
  if (text === undefined) return reply;
  const { handedBack, handedBackName } = messages.changing.files;
  const file = { name: `${handedBackName}.txt`, bytes: asFile(text), description: handedBack };
  return { ...reply, files: [file] };
}

/** `/corpus edit`: states something else of a document's source. */
export async function editReply(id: string, given: SourceGiven, context: CallContext): Promise<Reply> {
  const { changing } = messages;
  if (SOURCE_OPTIONS.every((option) => given[option] === undefined))
    return say('invalid', changing.nothingGiven);
  const document = await documentNamed(id, context);
  if ('reply' in document) return document.reply;
  return changeReply(
    context,
    async (folder) => {
      const held = folder.files.find(({ name }) => name === document.file);
      if (!held) return { reply: await noDocument(id, context) };
      // What `sources.json` does not state, and is stated all the same.
      const own = SOURCE_OPTIONS.filter(
        (option) =>
          given[option] !== undefined &&
          statedNow(held.source, option) === undefined &&
          statedNow(document.source, option) !== undefined,
      );
      if (own.length > 0) return { reply: say('invalid', changing.statedInText(document.id, own)) };
      const stated = withGiven(held.source, given);
      if ('problems' in stated) return { reply: say('invalid', stated.problems.join('\n')) };
      return { plan: await planEdit(folder, held, stated.source, changingBy(context)) };
    },
    {
      done: () => changing.edited(document.id),
      same: () => changing.unchanged(document.id),
    },
  );
}

/** What `/corpus remove` is given. */
export interface RemoveGiven {
  readonly document: string;
  /** True if it need not be asked about once more. */
  readonly confirm: boolean;
}

/** `/corpus remove`: shows a document, and removes it where that is confirmed. */
export async function removeReply(
  { document: id, confirm }: RemoveGiven,
  context: CallContext,
): Promise<Reply> {
  const { changing } = messages;
  const document = await documentNamed(id, context);
  if ('reply' in document) return document.reply;
  if (context.library.engine.size.documents === 1) return say('invalid', changing.last);
  const { confirmed } = context;
  if (!confirm && confirmed !== fingerprint(document))
    return askedReply(
      document,
      confirmed === undefined ? changing.ask(document.id) : changing.changedSince(document.id),
      context,
    );
  return changeReply(
    context,
    async (folder) => {
      const held = folder.files.find(({ name }) => name === document.file);
      if (!held) return { reply: await noDocument(id, context) };
      return { plan: await planRemove(folder, held, changingBy(context)) };
    },
    { done: () => changing.removed(document.id), same: () => changing.unchanged(document.id) },
  );
}

function askedReply(document: Document, message: string, { library }: CallContext): Reply {
  const facts = sourceFacts(document, library.revision);
  const { id, passages } = document;
  const { facts: names } = messages.changing;
  const amount = {
    name: names.passages,
    value: String(passages.length),
    data: { passages: passages.length },
  };
  return {
    ...say('answered', message, [
      { kind: 'facts', facts: [{ name: names.id, value: id, data: {} }, amount, ...facts] },
    ]),
    offer: {
      label: messages.changing.removeLabel,
      option: 'confirm',
      confirms: {
        command: 'corpus',
        subcommand: 'remove',
        option: 'document',
        value: id,
        fingerprint: fingerprint(document),
      },
    },
  };
}

/** What tells a document from what it may become: its file, its bytes and what is stated of it; 16 hexadecimal digits. */
export function fingerprint({ file, sha256, source }: Document): string {
  return sha256Of(JSON.stringify([file, sha256, source])).slice(0, 16);
}

async function documentNamed(
  id: string,
  context: CallContext,
): Promise<Document | { readonly reply: Reply }> {
  const document = await context.library.catalogue.document(id);
  return document ?? { reply: await noDocument(id, context) };
}

function changingBy({ asker }: CallContext): Changing {
  return { by: asker.name, at: Date.now() };
}

async function noDocument(id: string, { library: { catalogue } }: CallContext): Promise<Reply> {
  const [first] = await catalogue.documents(0, 1);
  return say('invalid', messages.changing.noDocument(repeated(id), first?.id));
}
