import { count } from './count.js';

/** How a citation is written below an excerpt, and what the forms to copy are called. */
export const citations = {
  line: (place: string, line: number) => `${place}, line ${line}`,
  lineOf: (place: string, line: number, file: string) => `${place}, line ${line} of ${file}`,
  /** Of what was taken out of a page, a Word document and the like. */
  lineOfText: (place: string, line: number, file: string) => `${place}, line ${line} of the text of ${file}`,
  noOutlet: (documents: readonly string[]) => `Outlet not stated: ${documents.join(', ')}`,
  authors: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  authorsAndOthers: (names: readonly string[], others: number) =>
    `${names.join(', ')} and ${count(others, 'other')}`,
  /** A description in place of a title, where nothing else is stated that a citation could begin with. */
  untitled: 'Untitled text',
  /** As the styles write it. */
  retrievedFrom: (date: string) => `Retrieved ${date}, from`,
  accessed: (date: string) => `Accessed ${date}.`,
  formats: {
    plain: 'Plain text',
    markdown: 'Markdown',
    apa: 'APA',
    mla: 'MLA',
    chicago: 'Chicago',
    bibtex: 'BibTeX',
    ris: 'RIS',
    cslJson: 'CSL-JSON',
    wikipedia: 'Wikipedia',
  },
};
