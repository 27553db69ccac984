import { describe, expect, it } from 'vitest';
import { readQuery } from '../../src/search/query.js';
import { speakerAskedFor } from '../../src/search/speaker-asked.js';
import { libraryOfTexts } from '../support/made.js';

async function speakerIn(question: string) {
  const { engine } = await libraryOfTexts(
    'He met Ada Borg and the President.',
    'Granite is dear, Holm said.',
  );
  const query = await readQuery(question, engine, 'answer');
  const speaker = speakerAskedFor(question, query);
  return speaker && [speaker.name, query.terms[speaker.term]?.typed];
}

describe('the one whose words a question asks for', () => {
  it('is named between the verb that asks and the verb of saying', async () => {
    expect(await speakerIn('What did Borg say about granite?')).toEqual(['Borg', 'Borg']);
    expect(await speakerIn('What does Ada Borg say?')).toEqual(['Ada Borg', 'Borg']);
    expect(await speakerIn('WHAT DID BORG SAY ABOUT GRANITE')).toEqual(['borg', 'borg']);
  });

  it('is without titles, and with a name that no document has', async () => {
    expect(await speakerIn('What did President Borg say?')).toEqual(['Borg', 'Borg']);
    expect(await speakerIn('What did Olav Zebedee say of Borg?')).toEqual(['Olav Zebedee', 'Zebedee']);
  });

  it('is nobody where no name is there, or not at the end', async () => {
    expect(await speakerIn('What did the expert say about Borg?')).toBeUndefined();
    expect(await speakerIn('What did Borg of the union say?')).toBeUndefined();
    expect(await speakerIn('What did he say about Borg?')).toBeUndefined();
  });

  it('is nobody where nobody’s words are asked for', async () => {
    expect(await speakerIn('Did Borg buy granite?')).toBeUndefined();
    expect(await speakerIn('Borg, granite')).toBeUndefined();
  });
});
