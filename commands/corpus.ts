import { z } from 'zod';
import { documentChoice, MAX_CHOICES } from '../src/command/choices.js';
import {
  type CallContext,
  type Choice,
  type CompletionContext,
  defineCommand,
  type Form,
  type GivenOptions,
} from '../src/command/command.js';
import { completeSource } from '../src/command/complete-source.js';
import { addReply, editReply, removeReply } from '../src/command/corpus-documents.js';
import { listReply } from '../src/command/corpus-list.js';
import { reloadReply, statusReply } from '../src/command/corpus-status.js';
import { GivenFile } from '../src/command/given-file.js';
import { shownOptions } from '../src/command/option.js';
import { MAX_NAME, typedText, yesOrNo } from '../src/command/options.js';
import { SOURCE_OPTIONS, sourceOptions } from '../src/command/source-options.js';
import { subcommands } from '../src/command/subcommands.js';
import { messages } from '../src/messages/index.js';
import type { Reply } from '../src/reply/reply.js';

/** The longest text that an option holds, in UTF-16 code units: what Discord lets anybody type. */
const MAX_TEXT = 6_000;
/** The longest text that a form takes, in UTF-16 code units: what Discord lets anybody paste there. */
const MAX_PASTED = 4_000;
/** The longest text of one line that a form takes, in UTF-16 code units: more than any headline. */
const MAX_LINE = 500;
/** How many fields of one line there are beside the text: Discord's forms have five fields. */
const LINES_IN_FORM = 4;
/** More pages than anybody turns: of them, 200,000 documents. */
const MAX_PAGE = 10_000;
const NO_PAGE = messages.values.notInRange(1, MAX_PAGE);

const { options: shown, form } = messages.changing;

const options = z.strictObject({
  subcommand: subcommands({
    add: messages.changing.add,
    edit: messages.changing.edit,
    remove: messages.changing.removal,
    list: messages.changing.list,
    reload: messages.commands.corpus.reload,
    status: messages.commands.corpus.status,
  }),
  document: typedText(MAX_NAME)
    .optional()
    .register(shownOptions, {
      description: shown.document,
      of: ['edit', 'remove'],
      needed: true,
      suggests: true,
    }),
  file: z
    .instanceof(GivenFile, { error: messages.changing.files.notFile })
    .optional()
    .register(shownOptions, { description: shown.file, of: ['add'], file: true }),
  ...sourceOptions,
  id: typedText(MAX_NAME)
    .optional()
    .register(shownOptions, { description: shown.id, of: ['add'] }),
  text: typedText(MAX_TEXT)
    .optional()
    .register(shownOptions, { description: shown.text, of: ['add'] }),
  replace: yesOrNo()
    .optional()
    .register(shownOptions, { description: shown.replace, of: ['add'] }),
  confirm: yesOrNo()
    .optional()
    .register(shownOptions, { description: shown.confirm, of: ['remove'] }),
  page: z
    .int(NO_PAGE)
    .min(1, NO_PAGE)
    .max(MAX_PAGE, NO_PAGE)
    .optional()
    .register(shownOptions, { description: shown.page, of: ['list'] }),
  full: yesOrNo()
    .optional()
    .register(shownOptions, { description: messages.options.full, of: ['reload'] }),
});

type Options = z.infer<typeof options>;

/** `/corpus`: what moderators can do with the documents. */
export const corpus = defineCommand({
  name: 'corpus',
  description: messages.commands.corpus.description,
  where: 'home server',
  options,
  moderation: true,
  slow: acts,
  acts,
  form: formOf,
  answer,
  complete,
});

/** True of everything that is more than to look: removing only where it is confirmed. */
function acts(
  { subcommand, confirm = false }: Options,
  { confirmed }: Pick<CallContext, 'confirmed'>,
): boolean {
  if (subcommand === 'remove') return confirm || confirmed !== undefined;
  return subcommand === 'add' || subcommand === 'edit' || subcommand === 'reload';
}

async function answer(given: Options, context: CallContext): Promise<Reply> {
  const { subcommand, document = '', confirm = false } = given;
  const { live, asker } = context;
  switch (subcommand) {
    case 'add':
      return addReply(given, context);
    case 'edit':
      return editReply(document, given, context);
    case 'remove':
      return removeReply({ document, confirm }, context);
    case 'list':
      return listReply(given.page, context);
    case 'reload':
      return reloadReply(live, asker.name, given.full ?? false);
    case 'status':
      return statusReply(live);
  }
}

/** The form in which a text is pasted, with as many of the fields that were not given as it has room for. */
function formOf(given: GivenOptions): Form | undefined {
  // An encoding is that of a file, which was forgotten then.
  const isTold = [given.file, given.text, given.encoding].some((option) => option !== undefined);
  if (given.subcommand !== 'add' || isTold) return undefined;
  const lines = FORM_LINES.filter((option) => given[option] === undefined).slice(0, LINES_IN_FORM);
  return {
    title: form.title,
    fields: [
      {
        option: 'text',
        label: form.text,
        help: form.textHelp,
        isLong: true,
        required: true,
        maxLength: MAX_PASTED,
      },
      ...lines.map((option) => ({
        option,
        label: form.labels[option],
        isLong: false,
        required: false,
        maxLength: MAX_LINE,
      })),
    ],
  };
}

/** In the order of how often they are stated. */
const FORM_LINES = ['title', 'outlet', 'author', 'date', 'address'] as const;

async function complete(option: string, typed: string, context: CompletionContext): Promise<Choice[]> {
  if (option === 'document')
    return (await context.library.catalogue.listed(typed.trim(), MAX_CHOICES)).map(documentChoice);
  const field = SOURCE_OPTIONS.find((one) => one === option);
  return field ? completeSource(field, typed, context) : [];
}
