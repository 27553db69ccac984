/** How the files of each ending are read: the one list of what is a document. */
const FORMS = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  docx: 'docx',
  srt: 'captions',
  vtt: 'captions',
  pdf: 'pdf',
} as const;

/** What a document is written in. */
export type Form = (typeof FORMS)[keyof typeof FORMS];

/** The endings of documents' names, without the dot. */
export const EXTENSIONS: readonly string[] = Object.keys(FORMS);

/** What Word puts beside a document while it is open. */
const LOCK = /(?:^|\/)~\$[^/]*$/;

/** The form of the document in the file `name`, by its ending in any case; undefined for what is no document. */
export function formOf(name: string): Form | undefined {
  const [, ending = ''] = /\.(\w+)$/.exec(name) ?? [];
  const known = ending.toLowerCase();
  return Object.hasOwn(FORMS, known) && !LOCK.test(name) ? FORMS[known as keyof typeof FORMS] : undefined;
}
