import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { ingest } from '../../src/search/opensearch/ingest/ingest.js';
import { libraryIn } from '../support/folder.js';
import { docxOf, wordParagraph } from '../support/made-files.js';
import { archiveOf, served } from './archived.js';
import { sharedCluster } from './shared-cluster.js';

const { addresses } = sharedCluster();

const CURLY =
  'The minister said on Monday that the plan “was never agreed”. Nobody’s vote is certain, she added.';
const PAGE =
  '<html><body><p>“It was <b>never</b> safe,” said Ann Borg.</p><p>Nobody asked.</p></body></html>';

it('has documents in other forms with their texts and their files, as the engine in memory has them', async () => {
  const files = {
    '1.html': PAGE,
    '2.docx': docxOf(wordParagraph('The pumps were off.')),
    '3.txt': iconv.encode(CURLY, 'windows-1252'),
  };
  const { folder, cluster } = await served(addresses, files);
  const inMemory = await libraryIn(folder);
  const { archive, session } = await archiveOf(addresses, cluster.name, folder);
  const { library } = archive.live.serving;
  expect(library.revision).toBe(inMemory.revision);
  const [page, word] = await Promise.all(['1', '2'].map((id) => library.catalogue.document(id)));
  expect(page?.text).toBe('“It was never safe,” said Ann Borg.\n\nNobody asked.');
  // The files themselves are among the records, and are no documents.
  const { catalogue } = library;
  expect([await catalogue.count({}), (await catalogue.documents(0, 10)).length]).toEqual([3, 3]);
  expect((await catalogue.listed('', 10)).map(({ id }) => id)).toEqual(['1', '2', '3']);
  const { fileBytes: _, ...facts } = inMemory.document('1')?.extraction ?? {};
  const { fileBytes: __, ...factsInCluster } = page?.extraction ?? {};
  expect(factsInCluster).toEqual(facts);
  expect(page?.contentHash).toBe(inMemory.document('1')?.contentHash);
  expect(await word?.extraction?.fileBytes()).toEqual(Buffer.from(files['2.docx']));
  const answer = await session.print('/source id:1#2');
  expect(answer).toContain('.extracted/1.html.txt');
  expect((await library.catalogue.document('3'))?.text).toBe(CURLY);
  expect(await ingest(cluster, { roots: [folder], keep: 2 })).toMatchObject({
    kind: 'same',
    warnings: [{ file: path.join(folder, '3.txt'), problem: expect.stringContaining('windows-1252') }],
  });

  // What was kept goes where another text is put in its place.
  const kept = path.join(folder, '.extracted/1.html.txt');
  expect(readFileSync(kept, 'utf8')).toBe(page?.text);
  rmSync(kept);
  expect(await ingest(cluster, { roots: [folder], keep: 2 })).toMatchObject({ kind: 'same' });
  expect(readFileSync(kept, 'utf8')).toBe(page?.text);
});
