import { describe, expect, it } from 'vitest';
import { Document } from '../../src/corpus/document.js';
import { Excerpt } from '../../src/corpus/excerpt.js';
import { type Quoted, type Reply, say } from '../../src/reply/reply.js';
import { seal, UnfaithfulReplyError } from '../../src/reply/seal.js';
import { libraryOf } from '../support/folder.js';
import { libraryOfDocuments } from '../support/made.js';

const TEXT = 'He said it is so.';

async function sealQuoted(change: (excerpt: Excerpt) => Quoted) {
  const library = await libraryOf({ '1.txt': TEXT });
  const document = library.documents[0];
  if (!document) throw new Error('no document');
  const quoted = change(Excerpt.of(document, 8, 16));
  const reply: Reply = { ...say('answered', 'Here.'), sections: [{ kind: 'passage', quoted }] };
  return () => seal(reply, library);
}

/** A document whose text is not what its file says: what a fault of ours would look like. */
async function sealMisread(said: string) {
  const document = Document.of('1.txt', Buffer.from(TEXT), said, {});
  const library = await libraryOfDocuments([document]);
  const reply: Reply = {
    ...say('answered', 'Here.'),
    sections: [{ kind: 'passage', quoted: { excerpt: Excerpt.of(document, 8, 16) } }],
  };
  return () => seal(reply, library);
}

describe('the last check', () => {
  it('reads the file’s bytes, and not the text that excerpts are cut from', async () => {
    expect(await sealMisread('He said it is no.')).toThrow(UnfaithfulReplyError);
    expect(await sealMisread(TEXT)).not.toThrow();
  });

  it('looks at what only comes near too', async () => {
    const library = await libraryOf({ '1.txt': TEXT });
    const other = Document.of('2.txt', Buffer.from(TEXT), TEXT, {});
    const quoted = { excerpt: Excerpt.of(other, 8, 16) };
    const reply: Reply = {
      ...say('nothing', 'Not here.'),
      sections: [{ kind: 'near', quoted, lacks: ['dam'], lacksSpeaker: undefined }],
    };
    expect(() => seal(reply, library)).toThrow(UnfaithfulReplyError);
  });

  it('lets a faithful reply through', async () => {
    const sealed = await sealQuoted((excerpt) => ({
      excerpt,
      marks: [
        { start: 8, end: 10 },
        { start: 11, end: 16 },
      ],
    }));
    expect(sealed()).toMatchObject({ outcome: 'answered' });
  });

  it.each<[string, (excerpt: Excerpt) => Quoted]>([
    [
      'words that no document has',
      (excerpt) => ({ excerpt: { ...excerpt, text: 'it was so' } as unknown as Excerpt }),
    ],
    [
      'an excerpt with its text replaced',
      (excerpt) => ({
        excerpt: Object.create(excerpt, { text: { value: 'it was so' } }) as Excerpt,
      }),
    ],
    [
      'an excerpt of a document that the corpus does not hold',
      () => ({
        excerpt: Excerpt.of(Document.of('1.txt', Buffer.from('He lied.'), 'He lied.', {}), 0, 4),
      }),
    ],
    ['a mark before the excerpt', (excerpt) => ({ excerpt, marks: [{ start: 0, end: 10 }] })],
    ['a mark past its end', (excerpt) => ({ excerpt, marks: [{ start: 11, end: 17 }] })],
    [
      'marks out of order',
      (excerpt) => ({
        excerpt,
        marks: [
          { start: 11, end: 13 },
          { start: 8, end: 10 },
        ],
      }),
    ],
    [
      'marks that overlap',
      (excerpt) => ({
        excerpt,
        marks: [
          { start: 8, end: 12 },
          { start: 11, end: 13 },
        ],
      }),
    ],
  ])('stops %s', async (_, change) => {
    expect(await sealQuoted(change)).toThrow(UnfaithfulReplyError);
  });
});
