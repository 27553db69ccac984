import { count } from './count.js';

/** What `/source` says. */
export const source = {
  passage: (document: string, number: number, all: number) =>
    `Document ${document}, paragraph ${number} of ${all}`,
  document: (document: string, paragraphs: number) =>
    `Document ${document}: ${count(paragraphs, 'paragraph')}`,
  asked: 'the paragraph you asked for',
  original: (file: string) => `The original file ${file}`,
  extracted: (file: string) => `The text that was taken out of ${file}, which is what is quoted`,
  takenOut: (extractor: string, version: string) => `${extractor} ${version}`,
  notKept: 'not kept in the documents folder, which cannot be written to',
  noParagraph: (document: string, asked: string, last: number) =>
    `Document ${document} has no paragraph ${asked}; its paragraphs are ${document}#1 to ${document}#${last}.`,
  noDocument: (asked: string, example = '') =>
    `There is no document ${asked}. Documents have ids such as ${example}, passages such as ${example}#1; type part of a title to find one.`,

  facts: {
    outlet: 'Outlet',
    title: 'Title',
    author: 'Author',
    authors: 'Authors',
    published: 'Published',
    address: 'Address',
    retrieved: 'Retrieved',
    language: 'Language',
    licence: 'Licence',
    encoding: 'Encoding',
    file: 'File',
    line: 'Line',
    lines: 'Lines',
    offsets: 'Offsets',
    sha256: 'SHA-256 of the file',
    textFile: 'Text taken out of it',
    textSha256: 'SHA-256 of that text',
    extractor: 'Taken out by',
    revision: 'Revision',
    checkFile: 'To check, in the documents folder',
    checkText: 'Then',
  },
  notStated: 'not stated',
  range: (first: number, last: number) => `${first} to ${last}`,
  offsets: (start: number, end: number) => `${start} to ${end}, in UTF-16 code units of the text`,
};
