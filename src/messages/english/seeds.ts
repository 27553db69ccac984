import { count, digits } from './count.js';
import { type Fault, fault } from './fault.js';

const REMOVE = 'remove it';

/** Faults of the seeds: `file:line: problem; remedy`. */
export const seeds = {
  line: (file: string, line: number, { problem, remedy }: Fault) => `${file}:${line}: ${problem}; ${remedy}`,
  warning: (line: string) => `warning: ${line}`,
  sound: (folder: string, documents: number, passages: number, warnings: number, revision: string) => {
    const found = warnings === 0 ? 'no faults' : `no faults, ${count(warnings, 'warning')}`;
    return `${folder}: ${count(documents, 'document')}, ${count(passages, 'passage')}, ${found}, revision ${revision}`;
  },

  /** Of the folder and its files. */
  unreadableFolder: (code: string) =>
    fault(
      `the seeds folder cannot be read (${code})`,
      'create it, or name another one with SEEDS_DIR or --seeds',
    ),
  noDocuments: fault('the seeds folder has no documents', 'add a .txt file'),
  unreadable: (code: string) =>
    fault(`cannot be read (${code})`, 'fix its permissions or the link, or remove it'),
  outside: fault('a link that leads out of the seeds folder', 'copy the file into the folder instead'),
  notRegular: fault('not a regular file', REMOVE),
  tooLarge: (bytes: bigint, mebibytes: number) =>
    fault(`${digits(bytes)} bytes, more than the ${mebibytes} MiB that a file may have`, 'split it'),
  noId: fault('the file name starts with an underscore or dot, so it gives no id', 'rename the file'),
  sameId: (id: string, file: string) =>
    fault(
      `its id "${id}" is also that of ${file}`,
      'rename one of the two so that they differ before the first underscore or dot',
    ),

  /** Of a file's text. */
  empty: fault('the file is empty', 'add text, or remove the file'),
  notUtf8: fault(
    'bytes that are not UTF-8, and no other encoding can be told from them',
    'state its "encoding" in sources.json or by that option of /corpus, or save the file as UTF-8',
  ),
  control: (name: string) =>
    fault(`a control character (${name})`, 'remove it, or save the file as plain text'),
  carriageReturn: (name: string) => fault(`a control character (${name})`, 'end lines with LF or CRLF'),
  /** A fault that further lines have too. */
  onMoreLines: ({ problem, remedy }: Fault, lines: number) =>
    fault(`${problem}, here and on ${count(lines, 'more line')}`, remedy),

  /** Of `sources.json`. */
  duplicateEntry: (file: string) => fault(`a second entry for "${file}"`, 'merge the two'),
  noSuchFile: (file: string) =>
    fault(`an entry for "${file}", a file that does not exist`, 'fix the name, or remove the entry'),
  notObject: fault('not a JSON object', 'put the sources between { and }'),
  unknownField: (field: string, known: readonly string[]) =>
    fault(`an unknown field "${field}"`, `use ${known.join(', ')}`),
  duplicateField: (field: string) => fault(`a second "${field}"`, 'keep one of the two'),
  ofField: (field: string, { problem, remedy }: Fault) => fault(`"${field}" ${problem}`, remedy),
  ofEntry: ({ problem, remedy }: Fault) => fault(`the entry ${problem}`, remedy),
  fix: 'fix it',

  /** Of a field's value: "problem; remedy". */
  notText: 'is not text; put it in quotation marks',
  tooLong: (max: number) => `is longer than ${digits(max)} characters; shorten it`,
  hasControl: 'has a line break or control character; remove it',
  notDate: 'is not a date; write it as YYYY-MM-DD',
  notAddress: 'is not a web address; write one that starts with http:// or https://',
  notEncoding: 'is not an encoding that can be read; write one such as "windows-1252" or "gb18030"',
  notLanguage: (tag: string | undefined) =>
    tag === undefined
      ? 'is not a language tag; write one such as "en" or "pt-BR"'
      : `is not a language tag; write "${tag}"`,
  notFields: 'is not an object; put the fields of the file between { and }',
};
