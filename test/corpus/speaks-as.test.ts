import { describe, expect, it } from 'vitest';
import { Analyses } from '../../src/corpus/analyses.js';
import { Document } from '../../src/corpus/document.js';
import { onlyNameFor, speaksAs } from '../../src/corpus/speaks-as.js';
import { speechOf } from '../../src/corpus/speech.js';

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

/** Whom the speaker of the last quotation of the last paragraph can only be. */
function onlyName(...paragraphs: string[]) {
  const text = paragraphs.join('\n\n');
  const document = Document.of('1.txt', Buffer.from(text), text, {});
  const [last] = document.passages.slice(-1).flatMap(speechOf).slice(-1);
  return last?.speaker ? onlyNameFor(document, last.speaker, new Analyses()) : undefined;
}

describe('the only name that a pronoun can stand for', () => {
  it.each([
    ['Ada Borg', 'Ada Borg opened the pier.', '“Granite is dear,” she said.'],
    ['Ada Borg', 'Borg spoke. Ada Borg opened the pier in Lund.', '“Granite is dear,” she said.'],
    ['Mr. Borg', 'Mr. Borg opened the pier. “Granite is dear,” he said.'],
    ['Mayor Borg', 'Mayor Borg came. “Granite is dear,” he said, and Borg left.'],
    ['Borg', 'Bo Borg came.', 'Rain fell.', '“The dyke holds,” Borg said.', SAID],
    ['Bo Borg', 'Bo Borg came.', '“Granite is dear,” he said. “It', '“is late.”'],
  ])('is %s: %j', (name, ...paragraphs) => {
    expect(onlyName(...paragraphs)).toBe(name);
  });

  it('is looked for as a full name thirty paragraphs back, and no farther', () => {
    const apart = (paragraphs: number) =>
      onlyName(
        'Bo Borg came.',
        ...Array.from({ length: paragraphs }, () => 'It was late.'),
        'Borg left.',
        SAID,
      );
    expect(apart(27)).toBe('Borg');
    expect(apart(28)).toBeUndefined();
  });

  it.each([
    ['where two are named', 'Bo Borg met Ida Holm.', SAID],
    ['where another is named here', 'Bo Borg left.', `Holm came. ${SAID}`],
    ['where another is named after it', 'Bo Borg left.', `${SAID} Holm came.`],
    ['where a lawyer is named by whose he is', 'Bo Borg’s lawyer came.', SAID],
    ['where another speaks by what he does', 'Bo Borg came.', '“So,” the mayor said. “Granite,” he said.'],
    ['where two pronouns speak', 'Bo Borg left.', `“So,” she said. ${SAID}`],
    ['for a name', 'Bo Borg left.', '“So,” Holm said.'],
    ['for a plural', 'Bo Borg left.', '“So,” they said.'],
    ['where it is named two paragraphs before', 'Bo Borg left.', 'It was late.', SAID],
    ['where it is named only after it', `${SAID} Bo Borg left.`],
    ['where a country is named', 'Sweden lost.', SAID],
    ['where a place is named', 'New Lund voted.', SAID],
    ['where a body is named', 'Lund Council voted.', SAID],
    ['where nobody is named', 'It was late.', SAID],
  ])('is none %s', (_, ...paragraphs) => {
    expect(onlyName(...paragraphs)).toBeUndefined();
  });
});
