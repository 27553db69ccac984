import { count, digits } from './count.js';

const inMebibytes = (bytes: number) => `${digits(bytes / 1024 / 1024)} MiB`;

/** What is said where moderators add, edit, remove and list documents. */
export const changing = {
  add: 'Add a document: attach a file, or leave that out to paste a text',
  edit: 'Change what is stated of a document’s source',
  removal: 'Remove a document; its file is kept in the folder .removed',
  list: 'All documents, with what is stated of them',

  /** What to write in the options. */
  options: {
    file: 'The file: attach it here, or leave it out to paste a text',
    text: 'The text itself, where there is no file',
    id: 'What the document is cited by, such as 003; from the file’s name or the title if left out',
    document: 'The document, such as 003',
    outlet: 'Who published it; of /corpus edit, a hyphen (-) leaves any of these unstated',
    title: 'Its headline',
    author: 'Who wrote it; several with semicolons between them',
    date: 'When it was published: YYYY-MM-DD, YYYY-MM or YYYY',
    address: 'Its web address, with http:// or https://',
    language: 'Its language, as a tag such as en or pt-BR',
    encoding: 'In which its characters are written, such as windows-1252, where that is not UTF-8',
    replace: 'Take the place of the document that has this id; that one is kept in .removed',
    confirm: 'Do it now, without asking once more',
    page: 'Which page of the list, counted from 1',
  },

  /** The form in which a text is pasted. */
  form: {
    title: 'Add a document',
    text: 'Text',
    textHelp: 'Blank lines between paragraphs. For more than 4,000 characters, attach a file instead.',
    labels: {
      title: 'Title',
      outlet: 'Outlet',
      author: 'Author',
      date: 'Date (YYYY-MM-DD)',
      address: 'Web address',
    },
    tooLong:
      'These options are too long to be kept while you paste the text. Leave out the longest, and add it with /corpus edit afterwards.',
    old: 'This form comes from another version of the bot. Use the command again.',
  },

  /** How a file that was to be added could not be read. */
  files: {
    none: 'Attach a file, or give the text.',
    both: 'Give a file or a text, not both.',
    encodedText: 'An encoding is that of a file. Attach the file, or leave `encoding` out.',
    notFile: 'must be a file',
    tooLarge: (max: number) => `The file has more than ${inMebibytes(max)}. Split it, and add the parts.`,
    notDiscords: 'The file does not come from Discord. Attach it to the command itself.',
    elsewhere: 'Discord sent the bot elsewhere for the file. Attach it again.',
    late: 'Discord did not hand over the file in time. Try again.',
    refused: (status: number) => `Discord did not hand over the file (status ${status}). Attach it again.`,
    unreached: 'Discord could not be reached for the file. Try again.',
    unread: (code: string) =>
      `The file cannot be read (${code}). Check its path, from the folder that the bot was started in.`,
    notRegular: 'That is not a regular file. Name one.',
    noEnding: (known: readonly string[]) =>
      `The file’s name does not say what it is. Save it with one of these endings: ${known.join(', ')}`,
    unknownEnding: (ending: string, known: readonly string[]) =>
      `Files that end in ${ending} are not read. Save it as text, with one of these endings: ${known.join(', ')}`,
    noName: 'Neither the file’s name nor the title says what to call it. Give it an id.',
    /** A text that was pasted and not added, handed back. */
    handedBack: 'The text that was not added',
    handedBackName: 'not-added',
  },

  /** What is written in an encoding, as browsers name them. */
  encodings: {
    'utf-8': 'Unicode',
    'utf-16le': 'Unicode, as Windows saves it',
    'utf-16be': 'Unicode, the bytes the other way round',
    'windows-1252': 'Western European (Windows)',
    'iso-8859-15': 'Western European (ISO)',
    'windows-1250': 'Central European (Windows)',
    'iso-8859-2': 'Central European (ISO)',
    'windows-1251': 'Cyrillic (Windows)',
    'koi8-r': 'Cyrillic (KOI8-R)',
    'windows-1253': 'Greek (Windows)',
    'windows-1254': 'Turkish (Windows)',
    'windows-1255': 'Hebrew (Windows)',
    'windows-1256': 'Arabic (Windows)',
    'windows-1257': 'Baltic (Windows)',
    'windows-1258': 'Vietnamese (Windows)',
    'windows-874': 'Thai (Windows)',
    gb18030: 'Chinese, simplified (GB)',
    big5: 'Chinese, traditional (Big5)',
    shift_jis: 'Japanese (Shift JIS)',
    'euc-jp': 'Japanese (EUC)',
    'euc-kr': 'Korean (EUC)',
    macroman: 'Western European (old Macintosh)',
    cp850: 'Western European (DOS)',
    cp866: 'Cyrillic (DOS)',
  },

  nothingGiven: 'Nothing to change: give at least one thing that is stated of the source.',
  noDocument: (id: string, first = '') =>
    `There is no document ${id}${first === '' ? '' : `; a document is written as ${first}`}. /corpus list has all of them.`,
  taken: (id: string, file: string) =>
    `Nothing was added, since ${file} has the id ${id} already. Give another id, or set replace to true to put this in its place.`,
  badField: (field: string, problem: string) => `\`${field}\` ${problem}.`,
  wrongField: (field: string, problem: string, remedy: string) => `\`${field}\` ${problem}; ${remedy}.`,

  added: (file: string, id: string, passages: number) =>
    `Added ${file} as ${id}: ${count(passages, 'passage')}.`,
  replaced: (file: string, id: string, passages: number) =>
    `Replaced ${id} with ${file}: ${count(passages, 'passage')}.`,
  edited: (id: string) => `Changed what is stated of ${id}.`,
  unchanged: (id: string) => `Nothing changed: what is stated of ${id} is like that already.`,
  statedInFile: (fields: readonly string[]) =>
    `Nothing was added: the file states ${fields.map((field) => `\`${field}\``).join(', ')} itself, in its front matter. Leave that out here, or change it there.`,
  statedInText: (id: string, fields: readonly string[]) =>
    `Nothing changed: ${id} states ${fields.map((field) => `\`${field}\``).join(', ')} itself, in its front matter. Change it there.`,
  ask: (id: string) => `Remove ${id}? Answers will no longer quote it, and its file is kept in .removed.`,
  removed: (id: string) => `Removed ${id}.`,
  changedSince: (id: string) => `${id} has changed since you were asked. Look at it once more.`,
  removeLabel: 'Remove',
  last: 'This is the only document, and there must be one. Add another first.',

  faulty: (faults: number) =>
    `Nothing changed: the documents would have ${count(faults, 'fault')}, so they were put back as they were.`,
  passedOver: (file: string) =>
    `Nothing changed: ${file} would be passed over, since nothing here can read it. Save its text as .txt, and add that.`,
  running: 'Nothing changed: another program is loading the documents. Try again in a minute.',
  busy: 'Nothing changed: another program is changing the documents. Try again in a minute.',
  sourcesUnread:
    'Nothing changed: sources.json is not valid JSON. /corpus reload says where; fix that first.',
  noFolder: 'The documents cannot be changed from here.',
  readOnly: (code: string) =>
    `Nothing changed: the folder of the documents can only be read (${code}). Whoever runs the bot has to let it write there.`,
  notWritten: (code: string) =>
    `Nothing changed: the documents cannot be written (${code}). Whoever runs the bot can see to that.`,

  warnings: 'warnings',
  listName: 'documents',
  fields: {
    outlet: 'Outlet',
    title: 'Title',
    author: 'Author',
    date: 'Published',
    address: 'Address',
    language: 'Language',
    encoding: 'Encoding',
  },
  facts: {
    id: 'Document',
    file: 'File',
    passages: 'Passages',
    keptAs: 'Kept as',
    none: 'not stated',
    /** A field of a source before and after. */
    was: (before: string, after: string) => `${after} (was ${before})`,
  },

  listed: (documents: number) => `${count(documents, 'document')}, in order of their files’ names`,
  listedPage: (documents: number, page: number, of: number) =>
    `${count(documents, 'document')}, page ${page} of ${of}`,
  line: (id: string, stated: readonly string[], passages: number) =>
    [id, ...stated, count(passages, 'passage')].join(' · '),
  noPage: (pages: number) => `The list has ${count(pages, 'page')}.`,

  /** A fault of a seeds folder. */
  brokenOff: (code: string) => ({
    problem: `a change of the documents was broken off, and cannot be undone (${code})`,
    remedy: 'let the bot write in the folder, and start it again',
  }),
};
