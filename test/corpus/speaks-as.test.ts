import { describe, expect, it } from 'vitest';
import { Analyses } from '../../src/corpus/analyses.js';
import { Document } from '../../src/corpus/document.js';
import { speaksAs } from '../../src/corpus/speaks-as.js';

/** How somebody speaks in the last paragraph. */
function asked(name: string, ...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const passage = Document.of('1.txt', Buffer.from(text), text, {}).passages.at(-1);
  return passage && speaksAs(passage, name, new Analyses());
}

const SAID = '“Granite is dear,” he said.';

describe('somebody speaks in a passage', () => {
  it.each([
    ['Ada Borg', '“Granite is dear,” Ada Borg said.'],
    ['Ada Borg', 'Mayor Borg said granite is dear.'],
    ['President Borg', '“Granite is dear,” said Ada Borg.'],
    ['Borg', '“Granite is dear,” said Mr. Borg.'],
  ])('by name: %s in %j', (name, text) => {
    expect(asked(name, text)).toBe('named');
  });

  it.each([
    ['Bo Borg', '“Granite is dear,” Ada Borg said.'],
    ['Borg', '“Granite is dear,” Borg’s lawyer said.'],
    ['Borg', '“Granite is dear, Borg,” Holm said.'],
    ['', SAID],
  ])('not by name: %s in %j', (name, text) => {
    expect(asked(name, text)).toBeUndefined();
  });

  it.each([
    ['Borg', 'Bo Borg left the FBI and his house in Lund.', SAID],
    ['Bo Borg', '“The dyke holds,” Borg said. “It does,” he added.', SAID],
    ['Bo Borg', 'On Monday Mayor Borg left the White House for a meeting in Lund.', SAID],
    ['Bo Borg', 'Borg opened the pier.', 'He said granite is dear.'],
  ])('by pronoun, where the paragraph before names that one alone: %s, %j', (...given) => {
    expect(asked(...given)).toBe('pronoun');
  });

  it.each([
    ['two names before', 'Borg met Holm.', SAID],
    ['two of one last name', 'Ada Borg met Bo Borg.', SAID],
    ['two names joined', 'Borg and Holm left.', SAID],
    ['another alone', 'Holm left.', SAID],
    ['another name here', 'Borg left.', `Holm came. ${SAID}`],
    ['a lawyer of his', 'Borg’s lawyer came.', SAID],
    ['another who speaks, by what he does', '“So,” the mayor told Borg.', SAID],
    ['a name only two paragraphs before', 'Borg left.', 'Rain fell.', SAID],
    ['a name only inside a quotation', '“Ask Borg.”', SAID],
    ['a plural', 'Borg left.', '“Granite is dear,” they said.'],
    ['two pronouns', 'Borg left.', `${SAID} “So,” she said.`],
    ['nobody', 'Borg left.', '“Granite is dear.”'],
  ])('not by pronoun, with %s', (_, ...paragraphs) => {
    expect(asked('Borg', ...paragraphs)).toBeUndefined();
  });
});
