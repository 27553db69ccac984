/** How a citation is written below an excerpt, and what the forms to copy are called. */
export const citations = {
  line: (place: string, line: number) => `${place}, line ${line}`,
  lineOf: (place: string, line: number, file: string) => `${place}, line ${line} of ${file}`,
  noOutlet: (documents: readonly string[]) => `Outlet not stated: ${documents.join(', ')}`,
  formats: {
    plain: 'Plain text',
    markdown: 'Markdown',
    apa: 'APA',
    mla: 'MLA',
    chicago: 'Chicago',
    bibtex: 'BibTeX',
    cslJson: 'CSL-JSON',
    wikipedia: 'Wikipedia',
  },
};
