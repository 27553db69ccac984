import { count, digits } from './count.js';
import { type Fault, fault as warning } from './fault.js';

/** Where something is in a text, of which the first line is named: how often, and on how many lines more. */
interface Places {
  readonly times: number;
  readonly moreLines: number;
  /** False where there may be more, which was not counted. */
  readonly isAll: boolean;
}

const SEPARATE = 'put blank lines between its paragraphs, so that answers can quote less than all of it';

/** Warnings of the seeds, which keep nothing from being loaded: `file:line: problem; remedy`. */
export const seedWarnings = {
  /** A line for the log. */
  logged: 'Warning about the documents',
  loggedMore: (more: number) =>
    `${count(more, 'more warning')} about the documents; npm run check:seeds lists them`,
  /** In a list of facts. */
  fact: 'Warnings',
  amount: (number: number) => (number === 0 ? 'none' : `${digits(number)}, see the list`),
  /** Where the list is not of all of them. */
  amountOfAll: (number: number) =>
    number === 0 ? 'none' : `${digits(number)} in all documents; /corpus status lists them`,

  /** A warning that further files have too. */
  inMoreFiles: ({ problem, remedy }: Fault, more: number) =>
    warning(`${problem}, and ${digits(more)} more like it`, remedy),

  /** Of a text that was taken out of a file, which has other lines. */
  inText: ({ problem, remedy }: Fault, line: number) =>
    warning(`${problem}, from line ${digits(line)} on of the text that was taken out of it`, remedy),

  /** Of how a text is cut into passages. */
  longParagraph: (characters: number) => warning(`a paragraph of ${digits(characters)} characters`, SEPARATE),
  oneBlock: (characters: number, lines: number) =>
    warning(
      `the whole document is one passage (${count(lines, 'line')}, ${digits(characters)} characters)`,
      SEPARATE,
    ),
  lineEach: (lines: number) =>
    warning(
      `hardly any blank lines, so each of its ${digits(lines)} lines is taken as a paragraph`,
      'put blank lines between its paragraphs if that is wrong',
    ),
  wrapped: (passages: number) =>
    warning(
      `no blank lines, so its ${digits(passages)} paragraphs are told by indents or short last lines`,
      'put blank lines between its paragraphs if that is wrong',
    ),

  /** Of the characters of a text. */
  mojibake: (example: string, places: Places) =>
    warning(
      `garbled characters such as “${example}”, ${countOf(places)}`,
      'get the text again and save it as UTF-8, or correct them: they are quoted as they are',
    ),
  replaced: (places: Places) =>
    warning(
      `characters that were lost (U+FFFD), ${countOf(places)}`,
      'get the text again from its source and save it as UTF-8',
    ),
  tags: (example: string, places: Places) =>
    warning(
      `HTML tags such as ${example}, ${countOf(places)}`,
      'remove them, or save the page as an .html file',
    ),
  entities: (example: string, places: Places) =>
    warning(
      `HTML entities such as ${example}, ${countOf(places)}`,
      'replace them with the characters that they stand for',
    ),
  nearDuplicate: (file: string) =>
    warning(
      `nearly the same text as ${file}`,
      'remove one of the two, unless two outlets printed it or it has changed since',
    ),

  /** Of files that are no documents. */
  passedDocument: (ending: string) =>
    warning(
      ending === ''
        ? 'passed over: not a kind of file that is read'
        : `passed over: ${ending} is not a kind of file that is read`,
      'save its text as a .txt file, or move it out of the folder',
    ),
  passedImage: warning(
    'passed over: images are not read',
    'move it out of the folder, or add its text as a .txt file',
  ),
  passedWord: warning('passed over: the old Word format is not read', 'save it as .docx or .txt'),
  passedPdf: warning(
    'passed over: PDF files are read on Node.js 22 or later only',
    'run the bot on Node.js 22 or later, or save its text as a .txt file',
  ),
  passedSources: (wanted: string) =>
    warning(`passed over: the sources are read from ${wanted} only`, `rename it to ${wanted}`),

  /** Of what the sources state. */
  languageName: (name: string, tag: string | undefined) =>
    warning(
      `"language" has "${name}", which is not a known language tag`,
      tag === undefined ? 'write a tag such as "en" or "pt-BR"' : `write "${tag}"`,
    ),
  credentials: warning(
    '"url" has a user name or password in it, and members would see it',
    'remove what stands before the @',
  ),
  lookalike: (shown: string, sent: string) =>
    warning(
      `"url" leads to ${shown} (${sent}), a name that looks like another or mixes alphabets`,
      'check that it is the address you mean',
    ),
};

function countOf({ times, moreLines, isAll }: Places): string {
  const amount = times === 1 ? 'once' : `${digits(times)} times${isAll ? '' : ' and more'}`;
  return moreLines === 0 ? amount : `${amount}, here and on ${count(moreLines, 'more line')}`;
}
