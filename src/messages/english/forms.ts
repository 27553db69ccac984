import { count, digits } from './count.js';
import { fault } from './fault.js';

const AS_TEXT = 'save its text as a .txt file in place of it';

/** Faults and warnings of documents that are not plain text in UTF-8: `problem; remedy`. */
export const forms = {
  /** Of encodings. */
  notInEncoding: (encoding: string) =>
    fault(
      `bytes that are no character in ${encoding}`,
      'state the "encoding" that the file is in, in sources.json or by that option of /corpus, or save the file as UTF-8',
    ),
  guessed: (encoding: string) =>
    fault(
      `not UTF-8, and read as ${encoding}, which is a guess`,
      `state "encoding": "${encoding}" in sources.json, or by that option of /corpus, if the text reads right, or save the file as UTF-8`,
    ),

  /** Of forms. */
  noTextInPage: fault('the page has no text', AS_TEXT),
  tooMuchMarkup: fault('it is nested too deeply, or has too much in it, to be read', AS_TEXT),
  zipBomb: fault('it unpacks to more than 64 MiB', `remove what is not text from it, or ${AS_TEXT}`),
  notWord: fault('not a Word document (.docx) that can be read', `save it as .docx anew, or ${AS_TEXT}`),
  notCaption: fault('words before the first time of a caption', 'remove them, or give them a time'),
  noCaptions: fault('the file has no captions', 'add some, or remove the file'),
  notPdf: fault('not a PDF that can be read', `save it as .pdf anew, or ${AS_TEXT}`),
  lockedPdf: fault('the PDF asks for a password', 'save it without one'),
  noTextLayer: fault(
    'the PDF has no text, only pictures of pages',
    'have its text recognised by a program for that, then proofread it and save it as .txt',
  ),
  pdfNeedsNode: (version: number) =>
    fault(
      `passed over, since PDFs are read on Node.js ${version} or newer alone`,
      `run Verbatim on Node.js ${version} or newer and install it anew, or ${AS_TEXT}`,
    ),
  unreadable: fault('its text cannot be taken out of it', AS_TEXT),
  tooMuchText: (characters: number, most: number) =>
    fault(
      `${digits(characters)} characters of text, more than the ${digits(most)} that are read`,
      'split it',
    ),
  tooSlow: (seconds: number) =>
    fault(`its text was not taken out of it within ${digits(seconds)} seconds`, AS_TEXT),
  tooMuchMemory: fault('more memory than it may have was needed to take its text out', AS_TEXT),

  /** Of what pages say of their source. */
  suggested: (file: string, field: string, value: string) => `${file}: the page says: ${field} “${value}”`,
  suggestionsWritten: (fields: number) =>
    `Stated in sources.json: ${count(fields, 'field')}; check each of them`,
  suggestionsNotWritten: (fields: number) =>
    `Not stated so far: ${count(fields, 'field')}; state what is right in sources.json, or all with --write`,

  /** Of texts that are kept. */
  changedText: (file: string) =>
    fault(
      `not the text that was taken out of ${file}`,
      'put it back as it was, or remove it to have the text taken out anew',
    ),
  badRecord: (file: string) =>
    fault(
      `not the record of a text that was taken out of ${file}`,
      'remove it to have the text taken out anew',
    ),
  orphaned: (file: string) =>
    fault(
      `the text of ${file}, which is no longer there`,
      'put that file back, or remove this text and the record beside it',
    ),
  notKept: (code: string) =>
    fault(
      `texts that were taken out of documents cannot be kept here (${code})`,
      'make the folder writable; until then they are taken out anew at each start and may change with the program',
    ),
};
